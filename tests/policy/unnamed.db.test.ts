import assert from 'node:assert/strict';
import { test } from 'node:test';
import { officeUnder } from '#kit/office.ts';
import { importRegister, textSource } from '#modules/register/index.ts';
import { lintelSite } from '../lintel-site.ts';
import { triedPacks } from '../packs.ts';
import { type Office, openOffice } from './office.ts';
import { findsOnBoard, meets, moment, opensCase, writesDown } from './steps.ts';

const files = {
  homes: 'reference,address_line_1,address_line_2,postcode\nH1,1 Bluebell Lane,Exampleton,EX1 2AB\n',
  people: `reference,given_name,family_name,phones
P1,Zelda,Quince,07700 900123;07700 900555
P2,Mia,Quince,07700 900555
`,
  residents:
    'home_reference,person_reference,relation,from\nH1,P1,tenant,2019-04-01\nH1,P2,daughter,2019-04-01\n',
} as const;

/** Zelda and Mia live in one home, and there is a case about Zelda. */
async function twoWomenInOneHome(office: Office) {
  const { lintel, landlord, worker } = office;
  const who = { organisation: landlord.organisation, staff: null, now: lintel.clock.now() };
  const sources = Object.entries(files).map(([name, text]) => textSource(`${name}.csv`, text));
  const author = officeUnder(lintel.services.packs, landlord.packId, who);
  await importRegister(lintel.services.db, author, { files: sources, dryRun: false });
  const { rows } = await lintel.database.owner.query(
    `select reference, id from person where organisation_id = $1
      union all select reference, id from property where organisation_id = $1`,
    [landlord.organisation],
  );
  const { P1, H1 } = Object.fromEntries(rows.map(({ reference, id }) => [reference, id]));
  const first = await writesDown(worker, { person_name: 'Zelda Quince' });
  const asked = `?person=${P1}&property=${H1}`;
  const file = await opensCase(worker, await findsOnBoard(worker, first.reference), worker, {}, asked);
  /** As somebody does who thinks that it is hers: her, her home and her case are chosen. */
  const joins = {
    ...meets,
    outcome: 'existing_case',
    person_id: P1,
    property_id: H1,
    case_id: file.split('/').at(-1) ?? '',
  };
  return { file, asked, joins };
}

for (const { id: packId } of triedPacks) {
  test(`what names nobody joins no case by the home alone, whoever is chosen (${packId})`, async (t) => {
    const office = await openOffice(await lintelSite(t, '2026-11-18T10:00'), packId);
    const { worker, manager } = office;
    const { file, asked, joins } = await twoWomenInOneHome(office);
    const { reference } = await writesDown(worker, { told_by: 'neighbour', address: '1 Bluebell Lane' });
    const at = await findsOnBoard(worker, reference);
    const alone = await worker.fills(`${at}/triage${asked}`, joins);
    assert.equal(alone.statusCode, 422);
    assert.match(alone.body, /the same home may be somebody else’s too/);
    const to = await worker.finishes(`${at}/triage${asked}`, {
      ...joins,
      join_why: 'Her neighbour has rung before',
    });
    assert.equal(to, at, 'it waits for a second person');
    assert.match(await manager.reads(at), /Her neighbour has rung before/);
    assert.doesNotMatch(await worker.reads(`${file}/entries`), /told_by neighbour|1 Bluebell Lane/);
  });

  test(`a number that is hers alone says who it is, one of the household does not (${packId})`, async (t) => {
    const office = await openOffice(await lintelSite(t, '2026-11-18T10:00'), packId);
    const { worker } = office;
    const { file, asked, joins } = await twoWomenInOneHome(office);
    const tells = async (contact_value: string) => {
      const { reference } = await writesDown(worker, { contact_channel: 'phone', contact_value });
      return `${await findsOnBoard(worker, reference)}/triage${asked}`;
    };
    const shared = await worker.fills(await tells('07700 900555'), joins);
    assert.equal(shared.statusCode, 422, 'her daughter has that number too');
    const digits = await worker.fills(await tells('0123'), joins);
    assert.equal(digits.statusCode, 422, 'the last digits are nobody’s');
    assert.equal(await worker.finishes(await tells('+44 7700 900 123'), joins), file);
  });

  test(`danger at night, told without a name, wakes nobody who has a conflict (${packId})`, async (t) => {
    const office = await openOffice(await lintelSite(t, '2026-11-20T10:00'), packId);
    const { worker, manager, deputy } = office;
    await office.at('2026-11-20T10:00');
    const { file } = await twoWomenInOneHome(office);
    const involved = await office.colleague('da_worker');
    const conflict = { staffId: involved.staff, relation: 'relative', reason: 'His cousin' };
    await manager.finishes(`${file}/conflicts/new`, conflict);
    await manager.finishes('/rota/on-call/new', {
      staffId: involved.staff,
      secondId: deputy.staff,
      reach: '07700 900777',
      ...moment('from', '2026-11-20T17:00'),
      ...moment('until', '2026-11-23T09:00'),
    });
    await office.at('2026-11-21T19:00');
    const caretaker = await office.colleague('colleague');
    const danger = { immediate_danger: 'yes', danger_response: 'Rang 999' };
    const { reference, receipt } = await writesDown(caretaker, { ...danger, address: '1 Bluebell Ln' });
    assert.doesNotMatch(receipt, /07700 900777/, 'whoever passes it on is not told to ring them');
    assert.doesNotMatch(await involved.reads('/notifications'), /on call|danger|at once/i);
    for (const page of ['/day', '/disclosures', '/rota/on-call'])
      assert.doesNotMatch(await involved.reads(page), new RegExp(`${reference}|Somebody is in danger`), page);
    assert.match(await deputy.reads('/notifications'), /You are on call/, 'it goes to the next');
    assert.ok((await worker.reads('/disclosures')).includes(reference));
  });
}
