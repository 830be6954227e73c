import assert from 'node:assert/strict';
import { test } from 'node:test';
import { harbour } from '#modules/assessments/instruments/harbour.fixture.ts';
import { lintelSite } from '../lintel-site.ts';
import { triedPacks } from '../packs.ts';
import { type Office, openOffice, words } from './office.ts';
import { answersSome, assesses, contacted, first, level, states } from './risk-steps.ts';
import { boardRow } from './steps.ts';

const assessed = 'Risk is assessed within 2 working days of the first contact';
const judgedWhy = 'He waits for her at work, and has a key to the flat';
const ended = { ending: 'finished', dangerNow: 'no' };

/** A case at high risk, judged by whoever leads it. */
async function aHighRisk(office: Office): Promise<string> {
  const file = await contacted(office);
  await assesses(office.worker, file, first(14));
  await states(office.worker, file, 'high', judgedWhy);
  return file;
}

for (const { id: packId, purposes } of triedPacks)
  test(`nobody looks good at risk without doing good (${packId}, ${purposes['risk-assessed']})`, async (t) => {
    const lintel = await lintelSite(t, '2026-11-18T09:00');

    await t.test('by few answers: a letter is no reason, and the same one again is none either', async () => {
      const office = await openOffice(lintel, packId);
      const { worker } = office;
      const file = await contacted(office);
      const few = async (fewWhy: string) => {
        const questions = await answersSome(worker, file, { 'answer-1': 'no' });
        return worker.fills(questions.replace(/answers$/, 'ending'), { ...ended, fewWhy });
      };
      for (const fewWhy of ['', 'x', '-', 'no no no', '….'])
        assert.equal((await few(fewWhy)).statusCode, 422, fewWhy);
      const why = 'The line broke off, and she does not answer';
      assert.equal((await few(why)).statusCode, 303);
      assert.equal((await few(` ${why.toUpperCase()}.`)).statusCode, 422, 'word for word the last one');
      assert.equal((await boardRow(worker, assessed))[0], '0%', 'nor does it ever look kept');
    });

    await t.test('by a newer assessment: blanks, all no, or gentler questions lower nobody', async () => {
      const office = await openOffice(lintel, packId);
      const { worker, manager } = office;
      const file = await aHighRisk(office);
      await assesses(worker, file, []);
      assert.match(String(await level(worker, file)), /^High/, 'all no');
      const questions = await answersSome(worker, file, { 'answer-1': 'no' });
      const why = 'She wished to come back to the others on Friday';
      await worker.finishes(questions.replace(/answers$/, 'ending'), { ...ended, fewWhy: why });
      assert.match(String(await level(worker, file)), /^High/, 'with blanks');
      const from = { 'from-day': '18', 'from-month': '11', 'from-year': '2026' };
      const harmless = harbour.items.map((item) => ({ ...item, weights: undefined, scale: undefined }));
      const gentle = {
        ...harbour,
        items: harmless,
        levels: [harbour.levels[0], { ...harbour.levels[3], from: 13 }],
      };
      await manager.finishes('/risk/instruments/new', { file: JSON.stringify(gentle), ...from });
      const own = await worker.finishes(`${file}/risk/assessments/new`, {
        ...{ company: 'alone', overheard: 'no', instrument: 'own-1', how: 'face_to_face' },
      });
      await worker.finishes(own, Object.fromEntries(harbour.items.map(({ id }) => [`answer-${id}`, 'no'])));
      await worker.finishes(own.replace(/answers$/, 'ending'), ended);
      assert.match(String(await level(worker, file)), /^High/, 'by a tool that finds nothing');
      const lax = {
        ...from,
        instrument: 'dash',
        area: '',
        highFrom: '24',
        mediumFrom: '23',
        source: 'Our own idea',
      };
      assert.equal((await manager.fills('/risk/thresholds/new', lax)).statusCode, 422, 'without a reason');
      await manager.finishes('/risk/thresholds/new', { ...lax, why: 'Fewer of ours should be high risks' });
      await assesses(worker, file, [2]);
      assert.match(String(await level(worker, file)), /^High/, 'by a threshold that nobody reaches');
    });

    await t.test('by judging: alone, in no words, or in last time’s', async () => {
      const office = await openOffice(lintel, packId);
      const { worker, manager } = office;
      const file = await aHighRisk(office);
      const page = `${file}/risk/level`;
      for (const reason of ['', 'x', judgedWhy])
        assert.equal((await worker.fills(page, { level: 'high', reason })).statusCode, 422, reason);
      const proposal = await states(worker, file, 'standard', 'She says that it is much better now');
      assert.equal(await level(worker, file), 'High', 'one person lowers nothing');
      assert.notEqual(
        (await worker.post(proposal, { decision: 'confirmed', why: '', _version: '1' })).statusCode,
        303,
        'nor is anybody their own second person',
      );
      assert.equal(await level(manager, file), 'High');
    });

    await t.test(
      'by what others sent: without a level or words, in a letter, or as their “standard”',
      async () => {
        const office = await openOffice(lintel, packId);
        const { worker } = office;
        const file = await aHighRisk(office);
        const sent = { tool: 'merit', receivedFrom: 'The Idva service' };
        for (const more of [
          { levelStated: '' },
          { levelStated: '', words: 'x' },
          { levelStated: 'other', levelWords: '' },
          { levelStated: 'other', levelWords: 'x' },
        ]) {
          const answer = await worker.fills(`${file}/risk/received/new`, { ...sent, ...more });
          assert.equal(answer.statusCode, 422, JSON.stringify(more));
          assert.match(words(answer.body), /The Idva service|There is a problem/);
        }
        await worker.finishes(`${file}/risk/received/new`, {
          ...sent,
          tool: 'dash',
          levelStated: 'standard',
        });
        assert.equal(await level(worker, file), 'High');
      },
    );

    await t.test('by not asking: no blank, no letter, and nobody said no who was not reached', async () => {
      const office = await openOffice(lintel, packId);
      const { worker } = office;
      const file = await contacted(office);
      const questions = await answersSome(worker, file, { 'answer-1': 'yes' });
      const ending = questions.replace(/answers$/, 'ending');
      for (const danger of [{}, { dangerNow: 'not_asked' }, { dangerNow: 'not_asked', dangerWhy: 'x' }])
        assert.equal((await worker.fills(ending, { ending: 'not_safe', ...danger })).statusCode, 422);
      const nobody = {
        channel: 'phone',
        outcome: 'no_answer',
        whom: 'person',
        begunBy: 'us',
        dangerNow: 'no',
      };
      const refused = await worker.fills(`${file}/contacts/new`, nobody);
      assert.match(words(refused.body), /They were not reached, so nobody could say no/);
    });
  });
