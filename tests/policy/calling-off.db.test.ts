import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintelSite } from '../lintel-site.ts';
import { type Fields, fillIn } from './form.ts';
import { type Office, openOffice, words } from './office.ts';
import { aCall, anAgreedCase } from './planning-steps.ts';
import { recordsContact } from './steps.ts';

const done = {
  reason: 'support_complete',
  why: 'The locks are changed, and she says that she sleeps again',
  told: 'told',
  toldHow: 'On the phone, at ten',
};

/** Somebody was reached, the risk is rated, and the home may be visited. */
async function ratedCase(office: Office, level = 'standard', more: Fields = {}): Promise<string> {
  await office.at('2026-11-18T10:00');
  const file = await anAgreedCase(office, { visit: 'yes', ...more });
  await recordsContact(office.worker, file, 'spoke_safely', '2026-11-18T10:00');
  await office.worker.finishes(`${file}/risk/level`, { level, reason: 'As she sees it herself' });
  return file;
}

test('a case that is closed sends nobody to a home', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');

  await t.test('closing says first which visits end, ends them, and tells whoever was to go', async () => {
    const office = await openOffice(lintel);
    const { worker, manager } = office;
    const colleague = await office.colleague('da_worker');
    const file = await ratedCase(office);
    const { body } = await colleague.post('/diary/link');
    const link = new URL(/<code[^>]*>(http[^<]+)<\/code>/.exec(body)?.[1] ?? '').pathname;
    const feed = async () => (await lintel.app.inject({ method: 'GET', url: link })).body;
    const theirs = { channel: 'home', staffId: colleague.staff };
    const visit = await worker.finishes(`${file}/diary/new`, aCall('2026-11-24T10:30', theirs));
    const call = await worker.finishes(`${file}/diary/new`, aCall('2026-11-25T11:00'));
    assert.match(await feed(), /DTSTART:20261124T103000Z/);

    const form = await worker.reads(`${file}/closings/new`);
    assert.match(form, /These are cancelled when the case is closed/);
    assert.match(form, /Tuesday 24 November 10:30 to 11:00 Visit: talk Dilys Thorne/);
    assert.match(form, /Wednesday 25 November 11:00 to 11:30 Phone call: talk Carys Webb/);
    await worker.finishes(`${file}/closings/new`, done);

    for (const planned of [visit, call])
      assert.match(await worker.reads(planned), /Cancelled.* by Carys Webb The case was closed/);
    assert.match(
      await worker.reads(`${file}/entries`),
      /Visit of Tuesday 24 November 2026 at 10:30 cancelled: the case was closed/,
    );
    assert.doesNotMatch(await feed(), /VEVENT/);
    assert.match(await colleague.reads('/notifications'), /An appointment of yours has been called off/);
    assert.doesNotMatch(await worker.reads('/notifications'), /called off/, 'whoever closed it knows');
    assert.doesNotMatch(await manager.reads('/notifications'), /called off/);
    assert.match(await worker.reads('/diary/team?day=2026-11-24'), /Nothing is planned/);
  });

  await t.test('while a manager’s signature is waited for, visits stay; signed, they end', async () => {
    const office = await openOffice(lintel);
    const { worker, manager } = office;
    const file = await ratedCase(office, 'high');
    const visit = await worker.finishes(`${file}/diary/new`, aCall('2026-11-24T10:30', { channel: 'home' }));
    const waits = await worker.finishes(`${file}/closings/new`, done);
    assert.match(await worker.reads(visit), /How it stands Planned/);
    const [closing = ''] =
      /\/cases\/[0-9a-f-]{36}\/closings\/[0-9a-f-]{36}/.exec((await worker.get(waits)).body) ?? [];
    assert.match(await manager.reads(closing), /cancelled when the case is closed.*Tuesday 24 November/);
    await manager.finishes(closing, { decision: 'signed' });
    assert.match(await worker.reads(visit), /The case was closed/);
    assert.match(await worker.reads('/notifications'), /An appointment of yours has been called off/);
  });

  await t.test('whoever is out already is not called off: they are missed as ever', async () => {
    const office = await openOffice(lintel);
    const { worker, manager } = office;
    const file = await ratedCase(office);
    const alone = { channel: 'home', loneWorking: 'yes', checkIn: '15' };
    const visit = await worker.finishes(`${file}/diary/new`, aCall('2026-11-19T10:30', alone));
    await office.at('2026-11-19T10:40');
    assert.match(
      await manager.reads(`${file}/closings/new`),
      /One has begun, and nobody has said how it went/,
    );
    await manager.finishes(`${file}/closings/new`, done);
    assert.doesNotMatch(await worker.reads(visit), /The case was closed/);
    await office.at('2026-11-19T11:16');
    assert.match(await manager.reads('/notifications'), /A colleague has not checked in/);
    assert.match(await worker.reads('/diary'), /One appointment is over and waits/);
  });

  await t.test('nothing new is planned for it, nor moved, until it is opened again (V4.1a)', async () => {
    const office = await openOffice(lintel);
    const { worker } = office;
    const file = await ratedCase(office);
    await worker.finishes(`${file}/closings/new`, done);
    const refusal = /This case is closed\. Open it again before a visit or a call is planned\. \(V4\.1a\)/;
    assert.match(await worker.reads(`${file}/diary`), refusal);
    assert.match(await worker.reads(`${file}/diary/new`), refusal);
    const sent = await worker.post(`${file}/diary/new`, {
      ...aCall('2026-11-24T10:30'),
      staffId: worker.staff,
    });
    assert.equal(sent.statusCode, 422);
    assert.match(words(sent.body), /This case is closed\. Open it again before/);
    await worker.finishes(`${file}/reopening`, {
      reason: 'they_came_back',
      dangerNow: 'no',
      why: 'She rang',
    });
    await worker.finishes(`${file}/diary/new`, aCall('2026-11-24T10:30'));
  });
});

test('a case that rests loses no visit unasked (V3.4, L2.1c)', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');
  const rest: Fields = {
    wish: 'Not this month, please.',
    'next-day': '14',
    'next-month': '12',
    'next-year': '2026',
  };
  const fieldOf = (planned: string) => `planned-${planned.split('/').at(-1)}`;

  await t.test(
    'each before the agreed day is asked about, and what they do not want is cancelled',
    async () => {
      const office = await openOffice(lintel);
      const { worker } = office;
      const colleague = await office.colleague('da_worker');
      const file = await ratedCase(office);
      const theirs = { channel: 'home', staffId: colleague.staff };
      const visit = await worker.finishes(`${file}/diary/new`, aCall('2026-11-24T10:30', theirs));
      const call = await worker.finishes(`${file}/diary/new`, aCall('2026-11-25T11:00'));
      const later = await worker.finishes(`${file}/diary/new`, aCall('2026-12-15T11:00'));
      const page = await worker.reads(`${file}/pauses/new`);
      assert.match(
        page,
        /Tuesday 24 November, 10:30 to 11:00\. Visit: talk, Dilys Thorne It stays Cancel it/,
      );

      const unasked = await worker.fills(`${file}/pauses/new`, rest);
      assert.equal(unasked.statusCode, 422);
      assert.equal(words(unasked.body).match(/Error: Say what they want with this one/g)?.length, 2);
      assert.match(unasked.body, /Not this month, please/, 'what was typed is kept');

      const answers = { [fieldOf(visit)]: 'cancel', [fieldOf(call)]: 'keep' };
      await worker.finishes(`${file}/pauses/new`, { ...rest, ...answers });
      assert.match(
        await worker.reads(visit),
        /Cancelled.*They wish to be left in peace for now Not this month, please\./,
      );
      assert.match(await colleague.reads('/notifications'), /An appointment of yours has been called off/);
      for (const stays of [call, later]) assert.match(await worker.reads(stays), /How it stands Planned/);
      assert.match(
        await worker.reads(file),
        /A visit or call is planned for Wednesday 25 November 2026 at 11:00/,
      );

      const [ending = ''] =
        /\/cases\/[0-9a-f-]{36}\/pauses\/[0-9a-f-]{36}\/ending/.exec(
          (await worker.get(`${file}/closing`)).body,
        ) ?? [];
      assert.match(
        await worker.reads(ending),
        /Still planned.*25 November.*15 December.*Cancelled when it began to rest.*24 November.*None of these comes back by itself/,
      );
    },
  );

  await t.test('one that is planned while the form lies open is asked about, too', async () => {
    const office = await openOffice(lintel);
    const { worker, manager } = office;
    const file = await ratedCase(office);
    const { action, fields } = fillIn((await worker.get(`${file}/pauses/new`)).body, file, rest);
    const visit = await manager.finishes(`${file}/diary/new`, aCall('2026-11-24T10:30', { channel: 'home' }));
    const sent = await worker.post(action, fields);
    assert.equal(sent.statusCode, 422);
    assert.match(words(sent.body), /Say what they want with this one/);
    assert.match(await worker.reads(visit), /How it stands Planned/);
  });
});
