import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintelSite } from '../lintel-site.ts';
import { triedPacks } from '../packs.ts';
import { type Fields, fillIn } from './form.ts';
import { type Colleague, openOffice, words } from './office.ts';
import { decidesAllOf } from './sharing-steps.ts';
import { aCase, moment } from './steps.ts';

/**
 * V4.1e: clear and current records of what was disclosed, when, and what
 * was done. V3.2: confidential unless shared to keep people safe.
 */
test('the record of a case, as it was known and as it may be shown', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');

  async function aCaseIn(packId?: string) {
    const office = await openOffice(lintel, packId);
    await office.at('2026-11-18T10:00');
    const file = await aCase(office.worker);
    const write = (words: string, happened: string, known: string, more: Fields = {}) =>
      office.worker.finishes(`${file}/entries/new`, {
        kind: 'note',
        source: 'colleague',
        words,
        ...moment('happened', happened),
        ...moment('known', known),
        ...more,
      });
    return { office, file, write, worker: office.worker };
  }

  for (const { id: packId } of triedPacks)
    await t.test(`what was told, what was seen and what was decided stand apart (${packId})`, async () => {
      const { file, write, worker } = await aCaseIn(packId);
      await write('She says that he has a key.', '2026-11-18T09:00', '2026-11-18T09:00', {
        kind: 'decision',
        observed: 'The lock is new, and scratched.',
        decision: 'A second lock today',
        decisionWhy: 'He came back twice this week',
      });
      const record = await worker.reads(`${file}/entries`);
      assert.match(
        record,
        /What was said She says that he has a key\. What was seen or noticed The lock is new/,
      );
      assert.match(record, /What was decided A second lock today Why He came back twice/);
    });

  await t.test('a review asks what was known on Monday, and gets that and no more', async () => {
    const { file, write, worker } = await aCaseIn();
    await write('He was seen at the gate.', '2026-11-16T08:00', '2026-11-16T08:30');
    await write('He had been there on Sunday too.', '2026-11-15T08:00', '2026-11-18T09:00');
    const monday = await worker.reads(`${file}/entries?asAt=2026-11-16T17:00`);
    assert.match(monday, /seen at the gate/);
    assert.doesNotMatch(monday, /on Sunday too/);
    assert.match(monday, /Recorded late/, 'and that it was written down on Wednesday is not hidden');
  });

  await t.test(
    'nothing is overwritten: the correction stands beside the mistake, in the list and in the file',
    async () => {
      const { file, write, worker } = await aCaseIn();
      await write('It was the front door.', '2026-11-18T09:00', '2026-11-18T09:00', {
        audience: ['person', 'agencies'],
      });
      const path = await entryWith(worker, file, 'front door');
      await worker.finishes(`${path}/correction`, { words: 'It was the back door.' });
      assert.match(await worker.reads(path), /Corrected since.*It was the front door/s);
      const sheet = await asSpreadsheet(worker, file, {
        ...{ purpose: 'court', recipient: await decidesAllOf({ worker }, file, 'court') },
      });
      assert.match(sheet, /It was the front door\..*corrected by entry \d/);
      assert.match(sheet, /It was the back door\..*corrects entry \d/);
    },
  );

  await t.test(
    'what a neighbour confided reaches no court, and the neighbour’s agreement changes that',
    async () => {
      const { file, write, worker } = await aCaseIn();
      await write('He shouts until two.', '2026-11-18T09:00', '2026-11-18T09:00', { source: 'informant' });
      const court = async () => ({
        purpose: 'court',
        recipient: await decidesAllOf({ worker }, file, 'court'),
      });
      const first = await court();
      assert.doesNotMatch(await asSpreadsheet(worker, file, first), /shouts until two/);
      const path = await entryWith(worker, file, 'shouts');
      await worker.finishes(`${path}/audience`, {
        audience: ['agencies'],
        reason: 'The neighbour agrees to speak',
      });
      assert.doesNotMatch(await asSpreadsheet(worker, file, first), /shouts until two/, 'not decided yet');
      assert.match(await asSpreadsheet(worker, file, await court()), /shouts until two/);
      assert.match(await worker.reads(path), /The neighbour agrees to speak/);
    },
  );

  await t.test(
    'nothing leaves for an agency or a court on one person’s word: it is decided first, and asked as it leaves',
    async () => {
      const { office, file, worker } = await aCaseIn();
      for (const purpose of ['partner', 'court']) {
        const typed = {
          purpose,
          recipient: 'The refuge',
          agreed: 'no',
          why: 'He said that he will find her',
        };
        const refused = await worker.post(`${file}/exports/new`, { ...typed, reaches: '', from: '', to: '' });
        assert.equal(refused.statusCode, 422);
        assert.match(words(refused.body), /only by a decision about sharing that stands now.*\((V|L)\d/);
        assert.match(refused.body, new RegExp(`href="${file}/sharing"`));
        const made = { ...typed, format: 'csv', reaches: '', from: '', to: '', _version: '1' };
        assert.equal((await worker.post(`${file}/exports`, made)).statusCode, 422);
      }
      const share = await decidesAllOf({ worker }, file, 'specialist');
      const asked = { purpose: 'partner', recipient: share };
      assert.match(await asSpreadsheet(worker, file, asked), /He says I may not see my sister/);
      assert.match(await worker.reads(`${file}/exports`), /The refuge: Worker.*The person agreed/s);
      const { rows } = await office.lintel.database.owner.query(
        `select count(*)::int as n from event where name = 'share.sent-as-agreed' and subject_id = $1`,
        [share],
      );
      assert.deepEqual(rows, [{ n: 1 }], 'it is counted as what is shared');
      const preview = await worker.fills(`${file}/exports/new`, asked);
      const { action, fields } = fillIn(preview.body, `${file}/exports`, { format: 'csv' });
      await worker.finishes(`${file}/shares/${share}/dropping`, { why: 'She changed her mind about it' });
      assert.equal((await worker.post(action, fields)).statusCode, 422, 'dropped while somebody looked');
    },
  );
});

async function entryWith(worker: Colleague, file: string, words: string): Promise<string> {
  const { body } = await worker.fills(`${file}/entries`, { text: words });
  const id = /id="entry-([0-9a-f-]{36})"/.exec(body)?.[1];
  assert.ok(id, `no entry holds “${words}”`);
  return `${file}/entries/${id}`;
}

/** Looks at who would learn what, and takes it away as it is proposed there. */
async function asSpreadsheet(worker: Colleague, file: string, asked: Fields): Promise<string> {
  const preview = await worker.fills(`${file}/exports/new`, asked);
  assert.equal(preview.statusCode, 200, preview.body);
  const { action, fields } = fillIn(preview.body, `${file}/exports`, { format: 'csv' });
  const made = await worker.post(action, fields);
  assert.equal(made.statusCode, 200);
  return made.body;
}
