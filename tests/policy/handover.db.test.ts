import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintelSite } from '../lintel-site.ts';
import { openOffice } from './office.ts';
import { boardRow, findsOnBoard, neighbours, writesDown } from './steps.ts';

test('where somebody else helps better', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');

  await t.test('the handover is warm: somebody was spoken to, and she is safe tonight', async () => {
    const { worker, manager } = await openOffice(lintel);
    const { reference } = await writesDown(worker);
    const disclosure = await findsOnBoard(worker, reference);
    for (const missing of ['handover_contact', 'handover_said', 'safety_step']) {
      const cold = await worker.fills(`${disclosure}/triage`, { ...neighbours, [missing]: '' });
      assert.equal(cold.statusCode, 422, missing);
      assert.match(cold.body, /She stays with a friend tonight|Mr Stone/, 'what was typed is kept');
    }
    assert.match(await worker.reads('/disclosures'), new RegExp(reference), 'it still waits');
    await worker.finishes(`${disclosure}/triage`, neighbours);
    const page = await worker.reads(disclosure);
    for (const kept of [
      /Anti-social behaviour team/,
      /Mr Stone/,
      /The noise at night/,
      /She stays with a friend/,
    ])
      assert.match(page, kept);
    assert.doesNotMatch(await worker.reads('/disclosures'), new RegExp(reference));
    assert.match(await worker.reads('/disclosures?show=triaged'), new RegExp(reference));
    assert.deepEqual(
      await boardRow(worker),
      ['none ended', '0', '0', '0', '1', '0'],
      'nobody reached her yet',
    );
    await manager.finishes(`${disclosure}/handover`, { decision: 'approved' });
    assert.deepEqual(await boardRow(worker), ['none ended', '0', '0', '0', '0', '0'], 'no contact is owed');
  });

  await t.test('domestic abuse that is handed over still owes contact the same day', async () => {
    const office = await openOffice(lintel);
    const { worker } = office;
    const { reference } = await writesDown(worker);
    const disclosure = await findsOnBoard(worker, reference);
    const elsewhere = {
      ...neighbours,
      connection: 'married',
      definition: 'meets',
      handover_to: 'other_landlord',
    };
    assert.equal((await worker.fills(`${disclosure}/triage`, elsewhere)).statusCode, 422, 'without a reason');
    await worker.finishes(`${disclosure}/triage`, { ...elsewhere, why: 'She moved there last week' });
    assert.deepEqual(await boardRow(worker), ['none ended', '0', '0', '0', '1', '0']);
    await office.at('2026-11-18T17:30');
    assert.deepEqual(await boardRow(worker), ['0%', '1', '0', '1', '0', '1']);
  });
});
