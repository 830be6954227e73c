import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintelSite } from '../lintel-site.ts';
import { citing, triedPacks } from '../packs.ts';
import { type Colleague, openOffice, words } from './office.ts';
import { aCall, anAgreedCase } from './planning-steps.ts';
import { moment, weekdaysBetween } from './steps.ts';

const atWork = {
  ...{ channel: 'phone', name: 'her phone at work', value: '07700 900456', shared: 'no' },
  ...{ ...weekdaysBetween('14:30', '16:00'), doNot: 'Never say who we are', agreed: 'yes' },
};

/** What stands above the page as well. */
function whole({ body }: { readonly body: string }): string {
  return body.replaceAll(/<[^>]+>|\s+/g, ' ').replaceAll(/ +/g, ' ');
}

/** The further number was agreed. @returns its id */
async function addsWork(worker: Colleague, file: string): Promise<string> {
  await worker.finishes(`${file}/contact/ways/new`, atWork);
  const { body } = await worker.get(`${file}/contact`);
  return /\/contact\/ways\/([0-9a-f-]{36})"/.exec(body)?.[1] ?? '';
}

for (const pack of triedPacks)
  test(`more than one number is agreed, each with its own terms (${pack.id})`, async (t) => {
    const office = await openOffice(await lintelSite(t, '2026-11-18T10:00'), pack.id);
    const { worker, manager } = office;
    const file = await anAgreedCase(office);
    const over = await addsWork(worker, file);
    let planned = '';

    await t.test(
      'every page of the case names each way with whether it may be used now, and when next',
      async () => {
        for (const part of ['', '/entries', '/entries/new', '/contacts/new', '/risk'])
          assert.match(
            whole(await worker.get(`${file}${part}`)),
            /1 of 2 ways open now: first choice .*, until 14:00\. Not now: her phone at work, from 14:30/,
            part,
          );
        const twice = await worker.fills(`${file}/contact/ways/new`, {
          ...atWork,
          name: 'Her phone  at work',
        });
        assert.equal(twice.statusCode, 422, 'two of one name are taken for each other');
      },
    );

    await t.test(
      'the earliest safe moment is over the one that may be used first, and says which',
      async () => {
        assert.match(
          await worker.reads(file),
          /Earliest safe moment: now, until 14:00 , .*over the first choice/,
        );
        await office.at('2026-11-18T14:10');
        assert.match(
          await worker.reads(file),
          /safe moment(?: after it)?: today 14:30 to 16:00 , .*over her phone at work/,
        );
      },
    );

    await t.test(
      'where the first may not be used now and another may, every page of the case says so',
      async () => {
        await office.at('2026-11-18T14:40');
        const page = whole(await worker.get(`${file}/entries`));
        assert.match(
          page,
          /Mind which way: 1 of 2 ways open now: her phone at work, withhold number, until 16:00\./,
        );
        assert.match(page, /Not now: first choice \(phone call\), from tomorrow 10:00/);
        assert.match(page, /Do not \(her phone at work\) Never say who we are/);
        assert.doesNotMatch(page, /07700 900456/, 'by its name, not by its number');
        const form = await worker.reads(`${file}/contacts/new`);
        assert.match(form, /Warning.* 1 of 2 ways open now: her phone at work.* Not now: first choice/);
      },
    );

    await t.test('a call is planned over one of them, and only its own hours count', async () => {
      const early = aCall('2026-11-19T10:30', { over });
      const refused = await worker.fills(`${file}/diary/new`, early);
      assert.ok(
        words(refused.body).includes(
          citing(pack, 'This is outside the times that were agreed.', 'access-needs'),
        ),
      );
      const unknown = { ...early, staffId: worker.staff, over: 'nonsense' };
      assert.equal((await worker.post(`${file}/diary/new`, unknown)).statusCode, 422);
      planned = await worker.finishes(`${file}/diary/new`, aCall('2026-11-19T14:45', { over }));
      assert.match(await worker.reads(planned), /Over her phone at work/);
      const form = (await worker.get(`${file}/contacts/new?channel=phone&over=${over}`)).body;
      assert.match(form, new RegExp(`value="${over}" selected`));
    });

    await t.test(
      'a message over another number is told, dealt with, and puts every way in doubt',
      async () => {
        const sent = await worker.post(`${file}/contacts/new`, {
          ...{ channel: 'text', outcome: 'message_sent', begunBy: 'us', over: 'another', notes: 'Texted' },
          ...{ doNow: 'Ask her whose number it is', ...moment('happened', '2026-11-18T14:35') },
        });
        assert.equal(sent.statusCode, 303, words(sent.body));
        const page = await worker.reads(`${file}/contact`);
        assert.match(
          page,
          /Over another way than was agreed .*Against what was agreed: This way was not agreed/,
        );
        assert.match(page, /Her phone at work\. Phone call: Somebody may suspect something: make sure first/);
        assert.match(await manager.reads('/notifications'), /Something did not go as agreed/);
      },
    );

    await t.test(
      'one that was ended is not offered any more, and what is planned over it says so',
      async () => {
        await worker.finishes(`${file}/contact/ways/${over}/ending`, { because: 'not_safe' });
        assert.doesNotMatch((await worker.get(`${file}/diary/new`)).body, /her phone at work/);
        const [, planned = ''] =
          /href="(\/cases\/[^"]+\/diary\/[0-9a-f-]{36})"/.exec((await worker.get(`${file}/diary`)).body) ??
          [];
        assert.match(await worker.reads(planned), /It has been ended since: do not use it, plan it anew/);
      },
    );
  });
