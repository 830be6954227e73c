import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintelSite } from '../lintel-site.ts';
import { triedPacks } from '../packs.ts';
import { safely } from './asking.ts';
import { openOffice } from './office.ts';
import { decidesAllOf } from './sharing-steps.ts';
import { aCase } from './steps.ts';

const why = 'She had to stop: ring 07700 900456 after school';

for (const { id } of triedPacks)
  test(`an assessment for others holds what was decided, and nothing that was typed beside it (${id})`, async (t) => {
    const office = await openOffice(await lintelSite(t, '2026-11-18T10:00'), id);
    const { worker } = office;
    const file = await aCase(worker);
    const asked = { ...safely, askedBy: 'Morwenna at the refuge' };
    const questions = await worker.finishes(`${file}/risk/assessments/new`, asked);
    await worker.finishes(questions, { 'answer-1': 'yes' });
    const finished = questions.replace(/\/answers$/, '');
    await worker.finishes(`${finished}/ending`, { ending: 'finished', dangerNow: 'no', fewWhy: why });
    const form = `${finished}/copies/new`;

    const ours = await worker.reads(await worker.finishes(form, { purpose: 'file', leftOut: 'sources' }));
    for (const said of [why, 'Morwenna at the refuge', 'Level of risk']) assert.ok(ours.includes(said), said);

    for (const [purpose, to] of [
      ['partner', 'marac'],
      ['court', 'court'],
    ] as const) {
      const recipient = await decidesAllOf(office, file, to);
      const sheet = await worker.reads(await worker.finishes(form, { purpose, recipient }));
      assert.match(sheet, /1 of 24 answered/);
      assert.doesNotMatch(sheet, /07700 900456|She had to stop/, 'a text that nobody decided on');
      assert.doesNotMatch(sheet, /Morwenna/, 'who asked is typed as well');
      assert.doesNotMatch(sheet, /Level of risk/, 'nobody decided that they learn how we judge it');
    }
  });
