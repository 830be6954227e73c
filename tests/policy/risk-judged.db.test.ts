import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintelSite } from '../lintel-site.ts';
import { triedPacks } from '../packs.ts';
import { openOffice } from './office.ts';
import { answersSome, assesses, contacted, first, level, states } from './risk-steps.ts';
import { boardRow } from './steps.ts';

for (const { id: packId, purposes } of triedPacks)
  test(`nothing but a named person judges a risk (${packId}, ${purposes['risk-assessed']})`, async (t) => {
    const lintel = await lintelSite(t, '2026-11-18T10:00');

    await t.test(
      'a score raises the level at once, signed by nobody, until a named person judges it',
      async () => {
        const office = await openOffice(lintel, packId);
        const { worker } = office;
        const file = await contacted(office);
        assert.equal(await level(worker, file), 'Not rated yet');
        await assesses(worker, file, first(14));
        assert.equal(await level(worker, file), 'High, proposed');
        const proposed = await worker.reads(`${file}/risk`);
        assert.match(proposed, /Somebody judges this today.*signed by nobody/);
        assert.match(proposed, /Strangulation, suffocation or drowning|A weapon or an object used \(13\)/);
        assert.match(proposed, /Proposed on .* Nobody has judged it yet/);
        assert.match(
          await worker.reads(`${file}/entries`),
          /Level of risk proposed: high\. Nobody has judged it yet/,
        );
        assert.match(await worker.reads(file), /High risk proposed, not judged yet.*Judge it today/);
        assert.match(await worker.reads('/cases'), /High risk proposed, not judged yet/);
        const promise = 'A proposed level of risk is judged by a named person the same working day';
        assert.match(await worker.reads('/day'), new RegExp(promise));
        assert.deepEqual((await boardRow(worker, promise)).slice(1), ['0', '0', '0', '1', '0'], 'owed');
        await states(worker, file, 'high', 'She believes that he will do it');
        assert.deepEqual((await boardRow(worker, promise)).slice(1), ['1', '0', '0', '0', '0'], 'kept');
        assert.equal(await level(worker, file), 'High');
        const page = await worker.reads(`${file}/risk`);
        assert.match(page, /Judged on .* by /);
        assert.match(page, /Score: 14 yes, with 24 of 24 answered: high/);
        assert.match(page, /Separation, control and violence are there together: high/);
        assert.match(page, /A common local convention/);
        assert.match(page, /Looked at again … Due Wednesday 25 November by 17:00 \(5 working days\)/);
        assert.match(await worker.reads(file), /Risk/);
      },
    );

    await t.test('what is grave counts although the assessment is never ended', async () => {
      const office = await openOffice(lintel, packId);
      const { worker } = office;
      const file = await contacted(office);
      await answersSome(worker, file, { 'answer-15': 'yes' });
      assert.equal(await level(worker, file), 'Medium, proposed');
      const page = await worker.reads(`${file}/risk`);
      assert.match(page, /Strangulation, suffocation or drowning \(15\)/);
      assert.match(page, /23 of 24 questions are unanswered/);
    });

    await t.test('one answer of 24 is no assessment: it says why, and is counted apart', async () => {
      const office = await openOffice(lintel, packId);
      const { worker } = office;
      const file = await contacted(office);
      const questions = await answersSome(worker, file, { 'answer-1': 'no' });
      const assessment = questions.replace(/\/answers$/, '');
      for (const fewWhy of ['', 'x', '-'])
        assert.equal(
          (await worker.fills(`${assessment}/ending`, { ending: 'finished', dangerNow: 'no', fewWhy }))
            .statusCode,
          422,
        );
      const fewWhy = 'The line broke off, and she does not answer';
      await worker.finishes(`${assessment}/ending`, { ending: 'finished', dangerNow: 'no', fewWhy });
      const promise = 'Risk is assessed within 2 working days of the first contact';
      const apart = ['0%', '1', '1', '0', '0', '0'];
      assert.deepEqual(await boardRow(worker, promise), apart, 'it never looks kept');
      assert.match(
        await worker.reads(`${file}/risk`),
        /1 of 24 answered Finished with few answered: The line broke/,
      );
      assert.match(await worker.reads(assessment), /1 of 24 answered.*Why few were answered The line broke/);
    });

    await t.test('a case is not closed while nobody has judged its risk', async () => {
      const office = await openOffice(lintel, packId);
      const { worker } = office;
      const file = await contacted(office);
      await assesses(worker, file, first(3));
      assert.match(await worker.reads(`${file}/closing`), /only proposed: nobody has judged it/);
    });
  });
