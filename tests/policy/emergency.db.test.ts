import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintelSite } from '../lintel-site.ts';
import { triedPacks } from '../packs.ts';
import { type Colleague, type Office, openOffice, words } from './office.ts';
import { aCase, boardRow, recordsContact } from './steps.ts';

const why = { reason: 'danger_now', words: 'Her brother rings: she is locked in, and he has a knife' };
const reviewed = 'Emergency access is reviewed within five working days';
const referenceIn = (body: string) => /C-[A-Z2-9]{4}-[A-Z2-9]{4}/.exec(body)?.[0] ?? '';

/** A case kept to named people, one of the team who is not named, and whoever reviews. */
async function aKeptCase(office: Office) {
  const { worker, manager } = office;
  const file = await aCase(worker, {}, { given_name: 'Zelda', family_name: 'Quince' });
  await recordsContact(worker, file, 'spoke_safely', '2026-11-18T10:00');
  await manager.finishes(`${file}/access/restriction`, {
    staffIds: [manager.staff, worker.staff],
    reason: 'She knows somebody in the team',
  });
  return {
    file,
    reference: referenceIn((await worker.get(file)).body),
    outsider: await office.colleague('da_worker'),
    officer: await office.colleague('data_protection_officer'),
  };
}

const firstUse = async (officer: Colleague) =>
  /href="(\/emergency-access\/[0-9a-f-]{36})"/.exec((await officer.get('/emergency-access')).body)?.[1] ?? '';

test('a case is confidential, and never so closed that somebody dies of it', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');

  for (const { id: packId } of triedPacks)
    await t.test(
      `an hour in a case that cannot wait is told of at once, and reviewed (${packId})`,
      async () => {
        const office = await openOffice(lintel, packId);
        await office.at('2026-11-18T10:00');
        const { worker, manager } = office;
        const { file, reference, outsider, officer } = await aKeptCase(office);
        assert.equal((await outsider.get(file)).statusCode, 404);

        await outsider.finishes('/emergency-access/new', { reference, ...why });
        assert.match(
          await worker.reads('/notifications'),
          /Somebody used emergency access for something that you lead/,
        );
        assert.match(await officer.reads('/notifications'), /Emergency access is waiting for your review/);
        const page = (await outsider.get(file)).body;
        assert.match(
          words(page.replace(/<main[^>]*>/, '').replace('</main>', '')),
          /Emergency access until Wednesday 18 November 2026 at 11:00/,
        );
        await outsider.get(`${file}/entries`);
        await recordsContact(outsider, file, 'no_answer', '2026-11-18T10:00');
        assert.match(await worker.reads(`${file}/emergency-access`), /locked in, and he has a knife/);
        assert.deepEqual((await boardRow(worker, reviewed)).slice(4), ['1', '0'], 'running');

        await office.at('2026-11-18T11:00');
        assert.equal((await outsider.get(file)).statusCode, 404);
        assert.equal((await outsider.get(`${file}/emergency-access`)).statusCode, 404);

        const use = await firstUse(officer);
        const seen = await officer.reads(use);
        for (const part of [
          /locked in, and he has a knife/,
          /Opened: Overview/,
          /Opened: Chronology/,
          /Something was done: Contact/,
        ])
          assert.match(seen, part);
        for (const part of [file, `${file}/entries`]) assert.equal((await officer.get(part)).statusCode, 403);
        assert.doesNotMatch(seen, /Zelda|my sister/, 'nothing of what stands in the case');

        assert.equal((await officer.fills(use, { finding: 'appropriate', done: '' })).statusCode, 422);
        await officer.finishes(use, { finding: 'appropriate', done: 'Spoke with her and with the lead' });
        assert.match(await officer.reads('/emergency-access'), /Appropriate/);
        assert.match(
          await worker.reads(`${file}/emergency-access`),
          /Appropriate: somebody’s safety could not wait/,
        );
        assert.deepEqual((await boardRow(manager, reviewed)).slice(0, 6), ['100%', '1', '0', '0', '0', '0']);
      },
    );

  await t.test('found by who it is about, or by the home, where nobody knows the reference', async () => {
    const office = await openOffice(lintel);
    await office.at('2026-11-18T10:00');
    const { file, outsider } = await aKeptCase(office);
    const found = await outsider.post('/emergency-access/search', { q: 'Zelda', ...why });
    assert.match(found.body, /locked in, and he has a knife/, 'what was typed is kept');
    const subject = /value="(person:[0-9a-f-]+)"/.exec(found.body)?.[1] ?? '';
    assert.notEqual(subject, '');
    const sent = await outsider.post('/emergency-access/new', { subject, ...why });
    assert.equal(sent.headers.location, file, words(sent.body));
  });

  await t.test(
    'what nobody reviews in five working days is a promise broken, and reviewers are reminded',
    async () => {
      const office = await openOffice(lintel);
      await office.at('2026-11-18T10:00');
      const { file, reference, outsider, officer } = await aKeptCase(office);
      const { worker } = office;
      await outsider.finishes('/emergency-access/new', { reference, ...why });
      await office.at('2026-11-24T18:00');
      const told = await officer.reads('/notifications');
      assert.match(
        told,
        /Soon Emergency access is waiting for your review\. [^.]*told 2 times since Wednesday 18 November/,
        'at once, and the day before',
      );
      await office.at('2026-11-25T17:01');
      assert.deepEqual(await boardRow(worker, reviewed), ['0%', '1', '0', '1', '0', '1']);
      await officer.finishes(await firstUse(officer), {
        finding: 'not_appropriate',
        done: 'Her manager speaks with her',
      });
      assert.deepEqual(
        await boardRow(worker, reviewed),
        ['0%', '1', '0', '1', '0', '0'],
        'late, and no longer owed',
      );
      assert.doesNotMatch(await worker.reads(file), /Emergency access is reviewed[^.]*Overdue by/);
    },
  );

  await t.test('a manager who is in by emergency does not decide what a second person decides', async () => {
    const office = await openOffice(lintel);
    await office.at('2026-11-18T10:00');
    const { worker, manager } = office;
    const { file, reference } = await aKeptCase(office);
    const visitor = await office.colleague('da_manager');
    await worker.finishes(`${file}/risk/level`, { level: 'high', reason: 'What she told us' });
    await worker.finishes(`${file}/closings/new`, {
      reason: 'died',
      why: 'Her sister rang',
      told: 'not_possible',
    });
    const [link = ''] =
      /\/cases\/[0-9a-f-]{36}\/closings\/[0-9a-f-]{36}/.exec((await worker.get(`${file}/closing`)).body) ??
      [];
    const signed = { decision: 'signed', why: '', _version: '1' };
    assert.equal((await visitor.post(link, signed)).statusCode, 404, 'behind the wall there is no such case');
    await visitor.finishes('/emergency-access/new', { reference, ...why });
    assert.match(await visitor.reads(link), /emergency access is not enough/);
    assert.equal((await visitor.post(link, signed)).statusCode, 403);
    assert.equal((await manager.post(link, signed)).statusCode, 303);
    assert.equal((await visitor.post(link, signed)).statusCode, 403, 'and it is decided once');
  });

  await t.test('whoever leads the case says when the need has passed (V3.2)', async () => {
    const office = await openOffice(lintel);
    await office.at('2026-11-18T10:00');
    const { file, reference, outsider } = await aKeptCase(office);
    await outsider.finishes('/emergency-access/new', { reference, ...why });
    const page = await office.worker.get(`${file}/emergency-access`);
    const [, action = ''] = /action="([^"]+\/ending)"/.exec(page.body) ?? [];
    assert.equal((await office.worker.post(action)).statusCode, 303);
    const answer = await outsider.get(file);
    assert.equal(answer.statusCode, 404);
    assert.match(
      words(answer.body),
      /Your emergency access has ended.*If somebody is in danger now, ring 999/,
    );
  });

  await t.test('two times are two promises: a review of one leaves the other waiting', async () => {
    const office = await openOffice(lintel);
    await office.at('2026-11-18T10:00');
    const { reference, outsider, officer } = await aKeptCase(office);
    await outsider.finishes('/emergency-access/new', { reference, ...why });
    await office.at('2026-11-18T12:00');
    await outsider.finishes('/emergency-access/new', { reference, ...why });
    await officer.finishes(await firstUse(officer), { finding: 'appropriate', done: 'Spoke with her' });
    assert.deepEqual(await boardRow(office.worker, reviewed), ['100%', '1', '0', '0', '1', '0']);
  });

  await t.test('whoever can open the case anyway uses no emergency for it', async () => {
    const office = await openOffice(lintel);
    await office.at('2026-11-18T10:00');
    const { file, reference, officer } = await aKeptCase(office);
    const sent = await office.manager.fills('/emergency-access/new', { reference, ...why });
    assert.equal(sent.headers.location, file);
    assert.doesNotMatch(await office.manager.reads(file), /Emergency access until/);
    assert.match(await officer.reads('/emergency-access'), /Not needed: they could open the case anyway/);
  });

  await t.test('nobody reviews their own', async () => {
    const office = await openOffice(lintel);
    await office.at('2026-11-18T10:00');
    const { reference } = await aKeptCase(office);
    const both = await office.colleague('da_worker', 'data_protection_officer');
    await both.finishes('/emergency-access/new', { reference, ...why });
    const use = await firstUse(both);
    assert.match(await both.reads(use), /Somebody else reviews your own emergency access/);
    const own = { finding: 'appropriate', done: 'I was right' };
    assert.equal((await both.post(`${use}/review`, own)).statusCode, 403);
    await office.at('2026-11-18T11:00');
    assert.match(await both.reads('/emergency-access'), /Nobody has asked yet/);
  });
});
