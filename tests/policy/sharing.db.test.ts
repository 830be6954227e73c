import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintelSite } from '../lintel-site.ts';
import { triedPacks } from '../packs.ts';
import { toThePolice, yesToTheIdva } from '../sharing-lived-in.ts';
import { openOffice, words } from './office.ts';
import { asZip, decidesAllOf } from './sharing-steps.ts';
import { aCase, moment } from './steps.ts';

const toTheIdva = {
  ...{ agency: 'Exampleton Idva Service', role: 'Duty Idva', sort: 'specialist', purpose: 'support' },
  ...{ words: 'She would like somebody to go to court with her.', wordKinds: ['account'], ground: 'consent' },
  ...{ necessity: 'They go to court with people', proportionality: 'Nothing but what she wants from them' },
  ...{ view: 'agrees', told: 'told' },
} as const;
const agreed = { decision: 'approved', why: '' };
const takenBack = { change: 'withdrawn', way: 'phone', ...moment('said', '2026-11-18T10:00') };

test('nothing is shared but as they agree, or where safety needs it and two people say so', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');
  for (const { id: packId, purposes, landlord } of triedPacks)
    await t.test(`under ${packId}`, async (t) => {
      const office = await openOffice(lintel, packId);
      await office.at('2026-11-18T10:00');
      const { worker, manager } = office;
      const clause = new RegExp(`\\(${purposes.sharing?.replaceAll('.', '\\.')}\\)`);

      await t.test(
        'with their agreement to it, it may go; taken back, it may not, and the clause says why',
        async () => {
          const file = await aCase(worker);
          const refused = await worker.fills(`${file}/shares/new`, toTheIdva);
          assert.equal(refused.statusCode, 422);
          assert.match(
            words(refused.body),
            /They were not asked: what happened.* Ask them, or choose another ground/,
          );
          const yes = await worker.finishes(`${file}/consents/new`, yesToTheIdva);
          const share = await worker.finishes(`${file}/shares/new`, toTheIdva);
          const open = await worker.reads(share);
          assert.match(open, /It may leave now They agree to it/);
          assert.match(open, clause);
          assert.match(open, /Who would learn this\?.* Whoever works with it there/);
          await worker.finishes(`${yes}/change`, takenBack);
          const shut = await worker.reads(share);
          assert.match(shut, /It may not leave now They took it back: what happened/);
          assert.match(shut, clause);
        },
      );

      await t.test(
        'without it, a second person decides first: never whoever decided, never alone',
        async () => {
          const file = await aCase(worker);
          const share = await worker.finishes(`${file}/shares/new`, toThePolice);
          assert.match(await worker.reads(share), /It may not leave now .* a second person decides first/);
          assert.match(await worker.reads(share), /Somebody else decides: nobody shares alone/);
          assert.doesNotMatch((await worker.get(share)).body, /name="decision"/);
          assert.match(await manager.reads('/day'), /What would be shared waits for a second person/);
          const blind = await manager.fills(share, agreed);
          assert.equal(blind.statusCode, 422);
          assert.match(words(blind.body), /Read what would leave, as it stands now, before you agree to it/);
          await worker.reads(`${share}/reading`);
          assert.equal((await manager.fills(share, agreed)).statusCode, 422, 'another’s look is not theirs');
          assert.match(await manager.reads(`${share}/reading`), /He has said that he will come back tonight/);
          await manager.finishes(share, agreed);
          assert.match(
            await worker.reads(share),
            /It may leave now It rests on another ground .* a second person agreed/,
          );
          assert.match(await worker.reads(`${file}/entries`), /A second person agreed that this is shared/);
        },
      );

      await t.test(
        'where somebody is in danger now, and it is on record, they look at it afterwards',
        async () => {
          const file = await aCase(worker);
          const share = await worker.finishes(`${file}/shares/new`, toThePolice);
          await worker.finishes(`${file}/danger/new`, { how: 'partner', said: 'He is at the door' });
          assert.match(await worker.reads(share), /It may leave now Somebody is in danger now/);
          await manager.finishes(share, { decision: 'declined', why: 'The police had been told already' });
          assert.match(await worker.reads(share), /It may not leave now .*A second person did not agree/);
        },
      );

      await t.test('an agency knows of whom it reads where that was decided, and only there', async () => {
        const file = await aCase(worker);
        const without = await worker.finishes(`${file}/shares/new`, toThePolice);
        assert.doesNotMatch(await worker.reads(`${without}/reading`), /About:/);
        const named = await worker.finishes(`${file}/shares/new`, { ...toThePolice, who: 'yes' });
        assert.match(await worker.reads(named), /Who it is about: their name and date of birth/);
        assert.match(await worker.reads(`${named}/reading`), /About: \S/);
        for (const share of [without, named])
          await manager.finishes(share, { decision: 'declined', why: 'They were told already' });
      });

      await t.test('a second person who is found to have a conflict is none: it is shut again', async () => {
        const file = await aCase(worker);
        const share = await worker.finishes(`${file}/shares/new`, toThePolice);
        const colleague = await office.colleague('da_manager');
        await colleague.reads(`${share}/reading`);
        await colleague.finishes(share, agreed);
        assert.match(await worker.reads(share), /It may leave now/);
        const cousin = { staffId: colleague.staff, relation: 'relative', reason: 'His cousin' };
        await manager.finishes(`${file}/conflicts/new`, cousin);
        assert.match(await worker.reads(share), /It may not leave now Whoever agreed has a conflict/);
      });

      await t.test('a lawful ground is of that day and of that landlord, and never a tick', async () => {
        const file = await aCase(worker);
        const { body } = await worker.get(`${file}/shares/new`);
        const council = landlord === 'public-authority';
        assert.equal(body.includes('Article 6(1)(ea)'), !council);
        assert.equal(body.includes('Article 6(1)(e)'), council);
        const wrong = [
          [
            { ...toThePolice, condition: 'safeguarding', purpose: 'money' },
            /Choose a condition open for that purpose/,
          ],
          [{ ...toThePolice, necessity: 'x' }, /Say it in a sentence/],
          [{ ...toThePolice, viewWords: '' }, /Say what they say, or why not/],
          [{ ...toThePolice, toldWhy: '' }, /Say when they are told, or why not/],
          [{ ...toThePolice, wordKinds: [] }, /Say what your own words tell of/],
          [{ ...toThePolice, words: '' }, /Choose what is shared, or write it/],
          [{ ...toThePolice, power: 'child-at-risk' }, /This power is not for an agency of that kind/],
        ] as const;
        for (const [given, why] of wrong) {
          const answer = await worker.fills(`${file}/shares/new`, given);
          assert.equal(answer.statusCode, 422);
          assert.match(words(answer.body), why);
        }
        assert.match(
          await worker.reads(`${file}/sharing`),
          /Nothing of this case has been decided to be shared/,
        );
      });

      await t.test('after four weeks, and once the case is closed, it is decided anew', async () => {
        const file = await aCase(worker);
        const share = await worker.finishes(`${file}/shares/new`, toThePolice);
        await manager.reads(`${share}/reading`);
        await manager.finishes(share, agreed);
        await office.at('2026-12-17T10:00');
        assert.match(await worker.reads(share), /It was decided more than 28 days ago/);
        await office.at('2026-11-18T10:00');
      });

      await t.test('all that is missing is said at once, whom it is for as well', async () => {
        const file = await aCase(worker);
        for (const path of ['shares/new', 'consents/new']) {
          const empty = words((await worker.fills(`${file}/${path}`, {})).body);
          for (const missing of [
            /Say which agency/,
            /Say which person, desk or role there/,
            /Say what kind of agency/,
          ])
            assert.match(empty, missing, path);
          assert.match(empty, /Say what it (?:is|would be) shared for/);
        }
        assert.match(await worker.reads(`${file}/shares/new`), /What is not offered, and why/);
      });

      await t.test('of what left no page says that it was not shared', async () => {
        const file = await aCase(worker);
        const share = await worker.finishes(`${file}/shares/new`, toThePolice);
        await manager.reads(`${share}/reading`);
        await manager.finishes(share, { decision: 'approved', why: '' });
        assert.equal((await worker.fills(`${share}/file`, asZip)).statusCode, 200);
        assert.match(await worker.reads(`${share}/dropping`), /Share nothing more by this.*stays with them/);
        await worker.finishes(`${share}/dropping`, { why: 'She tells them the rest herself' });
        for (const page of [share, `${file}/sharing`, `${file}/entries`])
          assert.match(await worker.reads(page), /Nothing more is shared by this/, page);
      });

      await t.test('that it is not shared after all is a decision too, with its reason', async () => {
        const file = await aCase(worker);
        const share = await worker.finishes(`${file}/shares/new`, toThePolice);
        await worker.finishes(`${share}/dropping`, { why: 'She rang, and wants to tell them herself' });
        assert.match(
          await worker.reads(share),
          /It was decided that this is not shared.*wants to tell them herself/,
        );
        assert.doesNotMatch(await manager.reads('/day'), /What would be shared waits/);
      });
    });
});

test('what somebody told us in confidence cannot be chosen, nor be written again in our own words', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');
  const office = await openOffice(lintel);
  const { worker } = office;
  const file = await aCase(worker);
  const secret = 'The neighbour at number 9 hears him through the wall every Friday night.';
  const told = {
    kind: 'note',
    source: 'informant',
    words: secret,
    ...moment('happened', '2026-11-18T09:30'),
  };
  await worker.finishes(`${file}/entries/new`, told);
  const { body } = await worker.get(`${file}/shares/new`);
  assert.doesNotMatch(body, /hears him through the wall/);
  assert.match(words(body), /not offered: they may not go to an agency/);
  const again = {
    ...toThePolice,
    words: `We know that the neighbour at number 9 hears him through the wall.`,
  };
  const answer = await worker.fills(`${file}/shares/new`, again);
  assert.equal(answer.statusCode, 422);
  assert.match(words(answer.body), /This repeats what somebody asked us to keep/);
});

test('what somebody asked us to keep leaves by no way, whatever is decided of it, until they allow it', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');
  const office = await openOffice(lintel);
  const { worker } = office;
  const file = await aCase(worker);
  const told = { kind: 'agency', source: 'police', words: 'He is to be arrested on Friday at his work.' };
  await worker.finishes(`${file}/entries/new`, { ...told, ...moment('happened', '2026-11-18T09:30') });
  const { body } = await worker.get(`${file}/entries`);
  const links = [...body.matchAll(/href="(\/cases\/[^"]+\/entries\/[0-9a-f-]{36})"/g)].map(
    ([, path = '']) => path,
  );
  const pages = await Promise.all(links.map(async (path) => ({ path, said: await worker.reads(path) })));
  const entry = pages.find(({ said }) => said.includes('arrested on Friday'))?.path ?? '';
  await worker.finishes(`${entry}/audience`, {
    audience: ['agencies', 'person'],
    reason: 'The Idva has to know it',
  });
  assert.match((await worker.get(`${file}/shares/new`)).body, /arrested on Friday/);
  const kept = { saidBy: 'Exampleshire Police', words: 'Do not disclose before Friday' };
  await worker.finishes(`${entry}/condition/new`, kept);
  assert.match(await worker.reads(entry), /Nobody: they asked that it goes no further/);
  assert.doesNotMatch((await worker.get(`${file}/shares/new`)).body, /arrested on Friday/);
  const asked = { purpose: 'court', recipient: await decidesAllOf({ worker }, file, 'court') };
  const preview = await worker.fills(`${file}/exports/new`, asked);
  assert.match(words(preview.body), /police/i);
  assert.doesNotMatch(preview.body, /arrested on Friday/);
  await worker.finishes(`${entry}/condition/lifting`, {
    because: 'allowed',
    why: 'The sergeant allowed it on the phone',
  });
  assert.match((await worker.get(`${file}/shares/new`)).body, /arrested on Friday/);
});
