import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { opened } from '#modules/sharing/store/send.ts';
import { atLeaving, liftedFor } from '#rules/conditions-at-leaving.ts';
import { lintelSite } from '../lintel-site.ts';
import { titleOf, triedPacks } from '../packs.ts';
import { fillIn } from './form.ts';
import { type Colleague, type Office, openOffice, words } from './office.ts';
import { aLink, asZip, decidesAllOf, post, theirDomain, toldByThePolice } from './sharing-steps.ts';
import { boardRow } from './steps.ts';

const doNotDisclose = { saidBy: 'Exampleshire Police', words: 'Do not disclose before the trial' };
const allowedIt = { because: 'allowed', why: 'The sergeant allowed it on the phone' };

/** Taken away as a file: for whoever the decision names, or as the team's own. */
async function takes(by: Colleague, file: string, asked: object, format = 'csv') {
  const preview = await by.fills(`${file}/exports/new`, asked as never);
  const { action, fields } = fillIn(preview.body, `${file}/exports`, { format });
  const answer = await by.post(action, fields);
  assert.equal(answer.statusCode, 200, words(answer.body));
  return answer;
}

const days: Record<string, number> = {};
/** The next morning, when all of the day before is counted. */
async function nextDay(office: Office) {
  const { slug } = office.landlord;
  days[slug] = (days[slug] ?? 18) + 1;
  await office.at(`2026-11-${days[slug]}T10:00`);
}

for (const pack of triedPacks)
  test(`how what others asked us to keep was respected is counted from what left (${pack.id})`, async (t) => {
    const lintel = await lintelSite(t, '2026-11-18T10:00');
    const sent = post(lintel);
    const office = await openOffice(lintel, pack.id);
    await office.at('2026-11-18T10:00');
    const { worker, manager, deputy } = office;
    const [inTime, atLeavingTitle, lifted] = [
      'conditions-in-time',
      'conditions-at-leaving',
      'conditions-lifted',
    ].map((id) => titleOf(pack, id)) as [string, string, string];
    const [clause = ''] = pack.commitments.find(({ id }) => id === 'conditions-in-time')?.clauses ?? [];
    const told = async (reader: Colleague, title: string, period = '?period=30') =>
      words((await reader.get(`/board${period}`)).body.split(title)[1]?.split('</tr>')[0] ?? '');
    const counts = (said: string, what: string) => Number(new RegExp(`${what}: (\\d+)`).exec(said)?.[1] ?? 0);

    await t.test('where none was written down nothing is kept: the board says so', async () => {
      assert.deepEqual((await boardRow(worker, inTime))[0], 'no condition was written down');
      assert.match(await told(worker, atLeavingTitle), /0 times something left/);
    });

    const one = await toldByThePolice(office);
    const other = await toldByThePolice(office);
    await manager.finishes('/agencies', { ...theirDomain, agency: 'The refuge' });

    await t.test('known before it left, and kept back from what left: a file and a share', async () => {
      await worker.finishes(`${one.entry}/condition/new`, doNotDisclose);
      const decided = await decidesAllOf(office, one.file, 'specialist');
      await worker.fills(`${one.file}/shares/${decided}/file`, asZip);
      await takes(worker, one.file, { purpose: 'partner', recipient: decided });
      await nextDay(office);
      assert.deepEqual((await boardRow(worker, inTime, '?period=30')).slice(0, 2), ['100%', '1']);
      assert.equal(counts(await told(worker, atLeavingTitle), atLeaving['kept-back']), 2);
    });

    await t.test('asked for after it had left, it counts against us, and not as respected', async () => {
      const decided = await decidesAllOf(office, other.file, 'specialist', '2026-11-19T09:50');
      await worker.fills(`${other.file}/shares/${decided}/file`, asZip);
      await worker.finishes(`${other.entry}/condition/new`, doNotDisclose);
      await nextDay(office);
      assert.deepEqual((await boardRow(worker, inTime, '?period=30')).slice(0, 2), ['50%', '2']);
      assert.equal(counts(await told(worker, atLeavingTitle), atLeaving['none-stood']), 1);
    });

    await t.test('over a link that nobody opened it was in time: it opens nothing any more', async () => {
      const third = await toldByThePolice(office);
      const decided = await decidesAllOf(office, third.file, 'specialist', '2026-11-20T09:50');
      await worker.fills(`${third.file}/shares/${decided}/link`, aLink);
      assert.ok(sent.length > 0);
      await worker.finishes(`${third.entry}/condition/new`, doNotDisclose);
      await nextDay(office);
      assert.deepEqual((await boardRow(worker, inTime, '?period=30')).slice(0, 2), ['66%', '3']);
    });

    await t.test(
      'nobody looks good by lifting a condition and sending it, or by the team’s own file',
      async () => {
        await worker.finishes(`${other.entry}/condition/lifting`, allowedIt);
        const mine = await decidesAllOf(office, other.file, 'specialist', '2026-11-21T09:50');
        await worker.fills(`${other.file}/shares/${mine}/file`, asZip);
        await manager.fills(`${other.file}/shares/${mine}/file`, asZip);
        await takes(worker, one.file, { purpose: 'file' });
        await deputy.finishes(`${one.entry}/condition/lifting`, {
          ...{ because: 'in_error', why: 'They meant another case, as they say now' },
        });
        await nextDay(office);
        const left = await told(worker, atLeavingTitle);
        assert.equal(counts(left, atLeaving['lifted-by-sender']), 1);
        assert.equal(counts(left, atLeaving.lifted), 1);
        assert.equal(counts(left, atLeaving['own-file']), 1);
        const freed = await told(worker, lifted);
        assert.equal(counts(freed, liftedFor['allowed-by-setter']), 1);
        assert.equal(counts(freed, liftedFor['error-by-another']), 1);
      },
    );

    await t.test('whoever sees no case is told no small number, of any of it', async () => {
      const director = await office.colleague('director');
      for (const title of [atLeavingTitle, lifted])
        assert.doesNotMatch(await told(director, title, '?period=month'), /: [1-4]\b|\b[1-4] times/, title);
      assert.match(
        await told(director, lifted, '?period=month'),
        new RegExp(`${liftedFor['allowed-by-setter']}: fewer than 5`),
      );
      const page = words((await director.get(`/board/${clause}?period=month`)).body);
      assert.doesNotMatch(page, /C-[A-Z2-9]{4}-[A-Z2-9]{4}|Counted in/);
    });

    await t.test('the clause leads to the cases behind it, and nobody past the wall of one', async () => {
      const blocked = await office.colleague('da_manager');
      const page = async () => words((await blocked.get(`/board/${clause}?period=30`)).body);
      const reference = /C-[A-Z2-9]{4}-[A-Z2-9]{4}/.exec((await worker.get(other.file)).body)?.[0] ?? 'none';
      assert.match(await page(), new RegExp(`${reference} [^.]*${inTime}[^.]*Counts as not kept`));
      assert.match(await page(), new RegExp(atLeaving['lifted-by-sender']));
      await manager.finishes(`${other.file}/conflicts/new`, {
        ...{ staffId: blocked.staff, relation: 'relative', reason: 'His sister' },
      });
      await office.at('2026-11-23T10:00');
      assert.doesNotMatch(await page(), new RegExp(`${reference}|Counts as not kept`));
      assert.equal((await boardRow(blocked, inTime, '?period=30'))[0], '100%');
    });

    await t.test('what was taken away is kept sealed as it left, and stands with its decision', async () => {
      const again = await decidesAllOf(office, one.file, 'specialist', '2026-11-23T09:50');
      const csv = await takes(worker, one.file, { purpose: 'partner', recipient: again });
      const paper = await takes(worker, one.file, { purpose: 'partner', recipient: again }, 'paper');
      const { rows } = await lintel.database.owner.query(
        `select id, way, name, sealed, sha256, cardinality(entries) as entries, sent_by from share_sent
          where share_id = $1 order by sent_at, id`,
        [again],
      );
      assert.deepEqual(
        rows.map(({ way, sent_by }) => [way, sent_by]),
        [
          ['taken', worker.staff],
          ['paper', worker.staff],
        ],
      );
      const [file, sheet] = rows;
      assert.deepEqual(opened(lintel.services.secret, file.id, file.sealed), csv.rawPayload);
      assert.deepEqual(createHash('sha256').update(csv.rawPayload).digest(), file.sha256);
      assert.ok(file.entries > 0);
      assert.ok(
        paper.body.includes(opened(lintel.services.secret, sheet.id, sheet.sealed)?.toString() ?? '…'),
      );
      const shown = await worker.reads(`${one.file}/shares/${again}`);
      for (const { sha256 } of rows) assert.ok(shown.includes(sha256.toString('hex')));
      assert.match(shown, /Taken away as a file/);
      assert.match(await worker.reads(`${one.file}/exports`), new RegExp(file.sha256.toString('hex')));
    });
  });
