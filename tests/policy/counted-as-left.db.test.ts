import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aFile, aPack } from '../files-lived-in.ts';
import { lintelSite } from '../lintel-site.ts';
import { triedPacks } from '../packs.ts';
import { asks, enough } from './asking.ts';
import { fillIn } from './form.ts';
import { openOffice, words } from './office.ts';
import { aLink, asZip, decidesAllOf, post, theirDomain } from './sharing-steps.ts';
import { aCase } from './steps.ts';

for (const { id: packId } of triedPacks)
  test(`whatever leaves as a file is counted, each once, and a pack holds no second file (${packId})`, async (t) => {
    const lintel = await lintelSite(t, '2026-11-18T10:00');
    post(lintel);
    const office = await openOffice(lintel, packId);
    await office.at('2026-11-18T10:00');
    const { worker, manager } = office;
    const file = await aCase(worker);
    const assessment = await asks(worker, file, enough({ 'answer-1': 'yes' }));
    await worker.finishes(`${assessment}/ending`, { ending: 'finished', dangerNow: 'no' });
    const kept = await aFile(worker, file);
    await office.at('2026-11-18T10:05');
    const left = async () => {
      await office.at('2026-11-18T10:05');
      const { rows } = await lintel.database.owner.query(
        `select coalesce(sum(number), 0)::int n from promise_day
         where organisation_id = $1 and commitment = 'records-taken-away' and wall = $2`,
        [office.landlord.organisation, '00000000-0000-0000-0000-000000000000'],
      );
      return rows[0].n;
    };
    assert.equal(await left(), 0);

    const taken = await worker.fills(`${file}/files/${kept}/taking`, { why: 'The solicitor asks for it' });
    assert.equal(taken.statusCode, 200, words(taken.body));
    assert.equal(await left(), 1, 'an original');

    const { made, pack } = await aPack(worker, file);
    assert.equal(made.statusCode, 200, words(made.body));
    await worker.get(`${pack}/archive`);
    await worker.get(`${pack}/archive`);
    assert.equal(await left(), 2, 'a pack, however often it is downloaded');

    const recipient = await decidesAllOf(office, file, 'specialist');
    assert.equal((await worker.fills(`${file}/shares/${recipient}/file`, asZip)).statusCode, 200);
    assert.equal(await left(), 3, 'a file for an agency');

    for (const asked of [{ purpose: 'file' }, { purpose: 'partner', recipient }]) {
      const preview = await worker.fills(`${file}/exports/new`, asked);
      const { action, fields } = fillIn(preview.body, `${file}/exports`, { format: 'csv' });
      assert.equal((await worker.post(action, fields)).statusCode, 200);
    }
    assert.equal(await left(), 5, 'a chronology, by a decision or for the team');
    await worker.finishes(`${assessment}/copies/new`, { purpose: 'partner', recipient });
    assert.equal(await left(), 6, 'an assessment on paper');

    await manager.finishes('/agencies', { ...theirDomain, agency: 'The refuge' });
    await worker.fills(`${file}/shares/${recipient}/link`, aLink);
    assert.equal(await left(), 6, 'a link is no file, and is counted with what is shared');
    const readers = await manager.reads(`${file}/access/readers`);
    for (const what of [/Downloaded a file of the case/, /Downloaded a pack of evidence, 2 times/])
      assert.match(readers, what);
  });
