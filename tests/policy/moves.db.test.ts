import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintelSite } from '../lintel-site.ts';
import { isOffered, lesserIsPut, lessSecure, wishesToMove } from '../moves-lived-in.ts';
import { triedPacks } from '../packs.ts';
import { openOffice } from './office.ts';
import { aCase } from './steps.ts';

const on = (name: string, day: string) => ({
  [`${name}-day`]: day,
  [`${name}-month`]: '11',
  [`${name}-year`]: '2026',
});

for (const { id: packId } of triedPacks)
  test(`moves (${packId})`, async (t) => {
    const lintel = await lintelSite(t, '2026-11-18T10:00');
    const office = await openOffice(lintel, packId);
    const { worker, manager } = office;
    const file = await aCase(worker);
    const page = () => worker.reads(`${file}/moves`);

    await t.test(
      'to stay is as right as to go, and blank is not that there is no place to avoid',
      async () => {
        const shown = await page();
        assert.match(shown, /To stay is as right as to go/);
        assert.match(shown, /Nobody has asked them yet/);
      },
    );

    const move = await wishesToMove(worker, file, on('wished', '2'));

    await t.test(
      'the time is counted from the day on which she said it, not from when it was typed',
      async () => {
        assert.match(await page(), /Wished for on 2 November 2026/);
        const later = await worker.fills(`${file}/moves/new`, {
          kind: 'refuge',
          words: 'Now',
          ...on('wished', '19'),
        });
        assert.equal(later.statusCode, 422);
        assert.match(later.body, /This day is still to come/);
      },
    );

    await t.test('who does what by when stands on the page, and lies ahead', async () => {
      const next = { step: 'next', who: 'Lettings', words: 'Ask the two councils she named' };
      const past = await worker.fills(`${move}/step`, { ...next, ...on('day', '17') });
      assert.match(past.body, /By when it is done lies ahead/);
      await worker.finishes(`${move}/step`, { ...next, ...on('day', '25') });
      assert.match(await worker.reads(move), /Lettings does it, by 25 November 2026/);
    });

    await t.test('a refusal for safety asks for no proof, and counts against no limit', async () => {
      const offer = await isOffered(worker, move);
      await worker.finishes(`${offer}/answer`, { answer: 'refused_safety', words: '' });
      const shown = await worker.reads(move);
      assert.match(shown, /1 refused for safety: counts against no limit/);
      assert.doesNotMatch(shown, /refused for another reason/);
      const other = await worker.fills(`${offer}/answer`, { answer: 'refused_other', words: '' });
      assert.match(other.body, /Write down their reason, or that they did not say/);
    });

    const offer = await isOffered(worker, move, lessSecure);

    await t.test('a home that is less secure is not accepted by a tick', async () => {
      const refused = await worker.fills(`${offer}/answer`, { answer: 'accepted', words: 'Yes' });
      assert.equal(refused.statusCode, 422);
      assert.match(refused.body, /not known to be as secure as what they hold/);
      const unadvised = await worker.fills(`${offer}/lesser`, {
        words: 'I know what I lose',
        why: 'None is free',
      });
      assert.match(unadvised.body, /Offer independent advice first/);
    });

    await t.test('what nobody knows is not the same either', async () => {
      const unknown = await isOffered(worker, move, {
        ...lessSecure,
        home: 'A flat',
        offeredType: 'not_known',
      });
      const refused = await worker.fills(`${unknown}/answer`, { answer: 'accepted' });
      assert.equal(refused.statusCode, 422);
      await worker.finishes(`${unknown}/answer`, { answer: 'taken_back' });
    });

    await t.test('whoever puts it to a manager decides it never, and a manager says why', async () => {
      const decision = await lesserIsPut(worker, move, offer);
      const own = await worker.post(decision, { decision: 'approved', why: 'It is right', _version: '1' });
      assert.notEqual(own.statusCode, 303);
      const unsaid = await manager.fills(decision, { decision: 'approved', why: '' });
      assert.match(unsaid.body, /why lesser security is right here/);
      await manager.finishes(decision, {
        decision: 'approved',
        why: 'She knows, and nothing else is near her sister',
      });
      await worker.finishes(`${offer}/answer`, { answer: 'accepted', words: 'Yes' });
    });

    await t.test('where the home is stands in no chronology', async () => {
      const chronology = await worker.reads(`${file}/entries`);
      assert.match(chronology, /A home was offered/);
      assert.doesNotMatch(chronology, /Fore Street|Quay Row/);
    });

    await t.test(
      'once they have moved the risk is looked at again, and they are asked whether they feel safe',
      async () => {
        const early = await worker.fills(`${move}/felt`, { feeling: 'safe' });
        assert.notEqual(early.statusCode, 303);
        await worker.finishes(`${move}/step`, { step: 'moved' });
        const shown = await worker.reads(move);
        assert.match(shown, /moved after 16 days/);
        assert.match(shown, /Less secure than what they hold/);
        await worker.finishes(`${move}/felt`, { feeling: 'not_said', words: '' });
        assert.match(await worker.reads(move), /They would rather not say/);
        assert.match(await worker.reads(`${file}/risk`), /A move/);
      },
    );

    await t.test('what was written down in error stays, struck out, and the move goes on', async () => {
      const another = await wishesToMove(worker, file, { kind: 'exchange' });
      await worker.finishes(`${another}/step`, { step: 'ended', words: 'Nobody to exchange with' });
      const over = await worker.fills(`${another}/step`, { step: 'applied' });
      assert.match(over.body, /This move is over/);
      await worker.finishes(`${another}/step`, { step: 'corrected', words: 'That was another case' });
      assert.match(await worker.reads(another), /Wished for/);
    });

    await t.test('not to want it any more is theirs to decide, in their words', async () => {
      const another = await wishesToMove(worker, file, { kind: 'homelessness', withWhom: 'Any council' });
      const unsaid = await worker.fills(`${another}/step`, { step: 'not_wanted', words: '' });
      assert.match(unsaid.body, /Write down what they said/);
      await worker.finishes(`${another}/step`, {
        step: 'not_wanted',
        words: 'I would like to stay with Teo',
      });
      assert.match(await page(), /Not wanted any more: their decision/);
    });

    await t.test('where they must not be housed is for the team, and stays on record', async () => {
      const wrong = await worker.fills(`${file}/moves/places/new`, {
        kind: 'postcode',
        place: 'Exeter',
        why: 'He lives there',
      });
      assert.match(wrong.body, /Enter a postcode or the beginning of one/);
      await worker.finishes(`${file}/moves/places/new`, {
        kind: 'postcode',
        place: 'ex12ab',
        why: 'He works there',
      });
      assert.match(await page(), /EX1 2AB/);
      assert.doesNotMatch(await worker.reads(`${file}/entries`), /EX1 2AB|He works there/);
      const { body } = await worker.get(`${file}/moves`);
      const ending = /href="([^"]+places[^"]+ending)"/.exec(body)?.[1] ?? '';
      await worker.finishes(ending, { why: 'He moved to Leeds, says the police' });
      assert.match(await page(), /No longer so.*EX1 2AB.*He moved to Leeds/s);
      assert.equal((await worker.get(ending)).statusCode, 404);
    });

    await t.test('whoever is in a refuge keeps the home until somebody says otherwise', async () => {
      await worker.finishes(`${file}/moves/away/new`, { whereabouts: 'refuge' });
      assert.match(await page(), /They keep their tenancy while they are away/);
      const twice = await worker.fills(`${file}/moves/away/new`, { whereabouts: 'hospital' });
      assert.notEqual(twice.statusCode, 303);
      const { body } = await worker.get(`${file}/moves`);
      const ending = /href="([^"]+away[^"]+ending)"/.exec(body)?.[1] ?? '';
      await worker.finishes(ending, { how: 'back', why: 'She told us on the phone' });
      assert.match(await page(), /They are back at home/);
    });
  });
