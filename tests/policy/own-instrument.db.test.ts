import assert from 'node:assert/strict';
import { test } from 'node:test';
import { harbour } from '#modules/assessments/instruments/harbour.fixture.ts';
import { lintelSite } from '../lintel-site.ts';
import { triedPacks } from '../packs.ts';
import { contacted, safely } from './asking.ts';
import { type Colleague, openOffice } from './office.ts';
import { level, states } from './risk-steps.ts';

const today = { 'from-day': '18', 'from-month': '11', 'from-year': '2026' };
const no = Object.fromEntries(
  harbour.items.map(({ id, scale }) => [
    `answer-${id}`,
    scale === 'grade' ? 'none' : scale === 'trend' ? 'less' : 'no',
  ]),
);
/** 24 points: Silver. */
const hurt = { 'answer-1': 'yes', 'answer-2': 'high', 'answer-3': 'more' };

async function asks(worker: Colleague, file: string, answers: Readonly<Record<string, string>>) {
  const questions = await worker.finishes(`${file}/risk/assessments/new`, { ...safely, instrument: 'own-1' });
  await worker.finishes(questions, answers);
  return questions.replace(/\/answers$/, '');
}

const finished = { ending: 'finished', dangerNow: 'no' };

for (const { id: packId } of triedPacks)
  test(`a landlord asks with a weighted tool of its own, by its own levels (${packId}, V4.1c)`, async (t) => {
    const lintel = await lintelSite(t, '2026-11-18T09:00');
    const office = await openOffice(lintel, packId);
    const { worker, manager } = office;
    const file = await contacted(office);
    const loads = (changed: object = {}, on: Readonly<Record<string, string>> = today) =>
      manager.fills('/risk/instruments/new', { file: JSON.stringify({ ...harbour, ...changed }), ...on });

    await t.test(
      'what is wrong with its file is said before it is loaded, and what was pasted is kept',
      async () => {
        const wrong = JSON.stringify({ ...harbour, enough: 1 });
        const checked = await manager.post('/risk/instruments/check', { file: wrong });
        assert.match(checked.body, /Enough is 1, which is fewer than half of the 13 questions/);
        const refused = await loads({ enough: 1 });
        assert.equal(refused.statusCode, 422);
        assert.match(refused.body, /Has anybody held your throat/);
        assert.doesNotMatch((await worker.get(`${file}/risk/assessments/new`)).body, /Harbour matrix/);
      },
    );

    await t.test(
      'it is asked, scored and named as it says; a blank is not a no, and nothing is below medium',
      async () => {
        assert.equal((await loads()).statusCode, 303);
        assert.equal((await loads()).statusCode, 422, 'a version is loaded once, and never changed');
        assert.match(
          await manager.reads('/risk/instruments/101'),
          /40 and more Gold \(high\).*Yes 8, don’t know 2/s,
        );
        const few = await asks(worker, file, { ...hurt });
        assert.match(
          await worker.reads(few),
          /24 points \(Silver or higher\), 3 of 13 answered. A blank scores nothing/,
        );
        assert.equal((await worker.fills(`${few}/ending`, finished)).statusCode, 422, 'three are not enough');
        await worker.finishes(`${few}/ending`, { ending: 'stopped_by_person', dangerNow: 'no' });
        assert.equal(await level(worker, file), 'Medium, proposed');
      },
    );

    await t.test('finished, its level is proposed, with the score and the name on every page', async () => {
      const whole = await asks(worker, file, { ...no, ...hurt });
      await worker.finishes(`${whole}/ending`, finished);
      assert.equal(await level(worker, file), 'Medium, proposed');
      const page = await worker.reads(`${file}/risk`);
      assert.match(page, /Harbour matrix, score: 24 points \(Silver\) from 1 yes, with 13 of 13 answered/);
      assert.match(page, /20 to 39 Silver \(medium\), 40 and more Gold \(high\)/);
      assert.match(
        await worker.reads(file),
        /Harbour matrix, score: 24 points \(Silver\)/,
        'on the case itself',
      );
      assert.match(
        await worker.reads(`${file}/entries`),
        /Harbour matrix: 24 points \(Silver\), 13 of 13 answered/,
      );
      await states(worker, file, 'medium', 'He shouts more than he did, and she is thinking of leaving');
      const copy = await worker.reads(`${whole}/copies/new`);
      assert.match(copy, /learns every answer of Harbour matrix/);
    });

    await t.test('a flagged yes that weighs nothing is for a named person to judge', async () => {
      const throat = await asks(worker, file, { ...no, 'answer-12': 'yes' });
      await worker.finishes(`${throat}/ending`, finished);
      assert.match(await worker.reads(`${file}/risk`), /Strangulation, suffocation or drowning \(12\)/);
    });

    await t.test(
      'an area weighs it in its own way, from a day on, by a score or by the name of a level',
      async () => {
        const threshold = {
          ...today,
          instrument: 'own-1',
          area: '',
          source: 'Protocol of the harbour, 2026',
        };
        const sets = (more: Readonly<Record<string, string>>) =>
          manager.fills('/risk/thresholds/new', { ...threshold, ...more });
        const wrong = await sets({
          highFrom: 'Platinum',
          mediumFrom: 'Gold',
          nameHigh: 'Red',
          callOuts: '3',
        });
        assert.equal(wrong.statusCode, 422);
        for (const said of [
          /Enter a score, or one of its levels: Pebble, Bronze, Silver, Gold/,
          /Name all three levels, or none/,
          /call-outs are told with the threshold of the Dash/,
        ])
          assert.match(wrong.body, said);
        assert.match(
          (await sets({ highFrom: 'Silver', mediumFrom: 'gold' })).body,
          /Medium must begin below high/,
        );
        const names = { nameHigh: 'Red', nameMedium: 'Amber', nameStandard: 'Green' };
        assert.equal(
          (await sets({ highFrom: 'Silver', mediumFrom: 'score from 12', ...names })).statusCode,
          303,
        );
        const settings = await manager.reads('/risk/thresholds');
        assert.match(
          settings,
          /Harbour matrix: up to 11 standard \(Green\), 12 to 19 medium \(Amber\), 20 and more high/,
        );
        assert.match(settings, /since 18 November 2026/);
        const again = await asks(worker, file, { ...no, ...hurt });
        await worker.finishes(`${again}/ending`, finished);
        assert.equal(await level(worker, file), 'High, proposed');
        assert.match(
          await worker.reads(file),
          /24 points \(Red\).*20 and more high \(Red\), since 18 November 2026\. Protocol of the harbour, 2026/,
        );
      },
    );

    await t.test('nobody alone loads a version by whose levels fewer people are high or medium', async () => {
      const levels = harbour.levels.map((each) => (each.means === 'high' ? { ...each, from: 45 } : each));
      const refused = await loads({ version: '2026-2', levels });
      assert.equal(refused.statusCode, 422);
      assert.match(refused.body, /\(high from 45, not from 40\), and nobody alone decides that/);
      assert.match(refused.body, /Has anybody held your throat/, 'what was pasted is kept');
      assert.doesNotMatch(await manager.reads('/risk/instruments/101'), /2026-2/, 'nothing was loaded');
    });

    await t.test('a next version takes its place from its day on; what was asked keeps its own', async () => {
      const next = { 'from-day': '19', 'from-month': '11', 'from-year': '2026' };
      const light = harbour.items.map((item) => (item.id === '1' ? { ...item, weights: { yes: 1 } } : item));
      assert.equal((await loads({ version: '2026-2', items: light }, next)).statusCode, 303);
      await office.at('2026-11-19T10:00');
      const after = await asks(worker, file, { ...no, ...hurt });
      assert.match(await worker.reads(after), /17 points .* version 2026-2/);
      assert.match(await worker.reads(`${file}/risk`), /24 points \(Silver\), 13 of 13 answered/);
      await worker.finishes(`${after}/ending`, finished);
      assert.equal(await level(worker, file), 'High, proposed', 'lighter weights lower nobody’s level');
    });

    await t.test(
      'withdrawn from a day on, with a reason, it is offered no more and stays to be read',
      async () => {
        const open = await worker.finishes(`${file}/risk/assessments/new`, {
          ...safely,
          instrument: 'own-1',
        });
        const path = '/risk/instruments/101/withdrawal';
        const from = { 'from-day': '20', 'from-month': '11', 'from-year': '2026' };
        assert.equal((await worker.get(path)).statusCode, 403);
        const short = await manager.fills(path, { ...from, reason: 'x' });
        assert.equal(short.statusCode, 422);
        assert.match(short.body, /Say it in a sentence/);
        assert.match(
          (await manager.fills(path, { ...from, 'from-day': '18', reason: 'Our licence ends' })).body,
          /This must be today or later/,
        );
        await manager.finishes(path, { ...from, reason: 'Our licence for these questions ends' });
        const settings = await manager.reads('/risk/instruments');
        assert.match(
          settings,
          /Withdrawn .*Harbour matrix, 2026-2 20 November 2026 \w+ \w+ Our licence for these/,
        );
        const begin = `${file}/risk/assessments/new`;
        assert.match(await worker.reads(begin), /Harbour matrix/, 'until that day');
        await office.at('2026-11-20T10:00');
        assert.doesNotMatch((await worker.get(begin)).body, /value="own-1"/);
        assert.equal((await worker.post(begin, { ...safely, instrument: 'own-1' })).statusCode, 422);
        assert.match(
          await worker.reads(open),
          /These questions are withdrawn.*Our licence for these questions ends/,
        );
        await worker.finishes(open, { ...no, ...hurt });
        await worker.finishes(open.replace(/answers$/, 'ending'), finished);
        assert.match(await worker.reads(open.replace(/\/answers$/, '')), /17 points .* version 2026-2/);
        assert.match(
          await manager.reads('/risk/instruments/101'),
          /Not offered from 20 November 2026 on, by .*Not in use: Harbour matrix/,
        );
        assert.equal((await manager.get(path)).statusCode, 404, 'it is withdrawn once');
        const back = { 'from-day': '21', 'from-month': '11', 'from-year': '2026' };
        assert.equal((await loads({ version: '2026-3' }, back)).statusCode, 303);
        await office.at('2026-11-21T10:00');
        assert.match((await worker.get(begin)).body, /value="own-1"/, 'what is loaded afterwards is offered');
      },
    );
  });
