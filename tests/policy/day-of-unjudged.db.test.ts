import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintelSite } from '../lintel-site.ts';
import { triedPacks } from '../packs.ts';
import { openOffice } from './office.ts';
import { answersSome, states } from './risk-steps.ts';
import { aCase, recordsContact } from './steps.ts';

const unjudged = 'A level of risk that nobody judged, in a case that nobody leads: choose somebody';
const highOne = 'A high risk that nobody leads: choose somebody';

for (const { id: packId } of triedPacks)
  test(`a level that nobody judged, in a case that nobody leads, is on the day of managers (${packId})`, async (t) => {
    const lintel = await lintelSite(t, '2026-11-18T10:00');
    const office = await openOffice(lintel, packId);
    const { worker, manager } = office;
    await office.at('2026-11-18T10:00');
    const file = await aCase(worker, {}, { lead_id: '' });
    await office.at('2026-11-18T10:30');
    await recordsContact(worker, file, 'spoke_safely', '2026-11-18T10:10');
    assert.doesNotMatch(await manager.reads('/day'), new RegExp(unjudged), 'nothing is proposed yet');

    const questions = await answersSome(worker, file, { 'answer-15': 'yes' });
    assert.match(await worker.reads(`${file}/risk`), /Medium, proposed/);
    const day = await manager.get('/day');
    assert.match(day.body, new RegExp(unjudged));
    assert.match(day.body, new RegExp(`href="${file}/allocation"`), 'with the one way on: who leads it');
    assert.doesNotMatch(
      await worker.reads('/day'),
      new RegExp(unjudged),
      'a worker gives no case to anybody',
    );

    await states(manager, file, 'medium', 'He held her throat once, and she has gone to her sister');
    assert.doesNotMatch(await manager.reads('/day'), new RegExp(unjudged), 'a named person judged it');

    await worker.finishes(questions, { 'answer-14': 'yes', 'answer-6': 'yes', 'answer-12': 'yes' });
    assert.match(
      await manager.reads('/day'),
      new RegExp(`${highOne}|${unjudged}`),
      'raised again, by nobody',
    );

    await manager.finishes(`${file}/allocation`, { staffId: worker.staff, reason: 'She knows the family' });
    assert.doesNotMatch(
      await manager.reads('/day'),
      new RegExp(`${highOne}|${unjudged}`),
      'somebody leads it',
    );
  });
