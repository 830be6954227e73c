import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintelSite } from '../lintel-site.ts';
import { openOffice } from './office.ts';
import { findsOnBoard, opensCase, writesDown } from './steps.ts';

test('what is told of her by name is not read in triage by whoever has a conflict with her case', async (t) => {
  const office = await openOffice(await lintelSite(t, '2026-11-18T10:00'));
  const { worker, manager } = office;
  const involved = await office.colleague('administrator', 'da_manager', 'da_worker');
  const tells = (person_name: string) => writesDown(worker, { person_name });
  const first = await tells('Zelda Quince');
  const named = { given_name: 'Zelda', family_name: 'Quince' };
  const file = await opensCase(worker, await findsOnBoard(worker, first.reference), worker, named);
  const before = await tells('Mrs Quince');
  assert.match(await involved.reads('/disclosures'), new RegExp(before.reference));
  const conflict = { staffId: involved.staff, relation: 'relative', reason: 'His cousin' };
  await manager.finishes(`${file}/conflicts/new`, conflict);
  await office.at('2026-11-18T10:04');
  const after = await tells('ZELDA QUINCE');
  const another = await tells('Ada Moss');
  const board = await involved.reads('/disclosures');
  assert.doesNotMatch(board, new RegExp(`${before.reference}|${after.reference}`));
  assert.match(board, new RegExp(another.reference));
  const path = await findsOnBoard(manager, after.reference);
  await findsOnBoard(manager, before.reference);
  for (const page of [path, `${path}/triage`]) assert.equal((await involved.get(page)).statusCode, 404);
});
