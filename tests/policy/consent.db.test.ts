import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql, transact } from '#kit/sql.ts';
import { lintelSite } from '../lintel-site.ts';
import { triedPacks } from '../packs.ts';
import { noToThePolice, yesToTheIdva } from '../sharing-lived-in.ts';
import { openOffice, words } from './office.ts';
import { aCase, moment } from './steps.ts';

const takenBack = { change: 'withdrawn', way: 'phone', ...moment('said', '2026-11-18T10:00') };

test('what they agree to share is asked of them, kept as they said it, and theirs to take back', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');
  for (const { id: packId } of triedPacks)
    await t.test(`under ${packId}`, async (t) => {
      const office = await openOffice(lintel, packId);
      await office.at('2026-11-18T10:00');
      const { worker } = office;
      const file = await aCase(worker);
      assert.match(await worker.reads(`${file}/sharing`), /Not asked is not agreed/);
      const yes = await worker.finishes(`${file}/consents/new`, yesToTheIdva);

      await t.test('a yes says to whom, for what, about what, from whom it came and until when', async () => {
        const said = await worker.reads(yes);
        assert.match(said, /Agreed until 16 February 2027.*Exampleton Idva Service: Duty Idva/);
        assert.match(said, /From them, in their own words.*Nobody else/);
        assert.match(
          await worker.reads(`${file}/entries`),
          /They agree to sharing with Exampleton Idva Service/,
        );
      });

      await t.test('a no is written down, and blames nobody', async () => {
        await worker.finishes(`${file}/consents/new`, noToThePolice);
        assert.match(
          await worker.reads(`${file}/sharing`),
          /Exampleshire Police: Officer in the case .* Not agreed/,
        );
      });

      await t.test(
        'a relative’s yes, or one beside whoever they fear, is none: nothing is saved',
        async () => {
          for (const [wrong, why] of [
            [{ by: 'family' }, /A relative or friend cannot agree for them/],
            [{ by: 'other' }, /Only they can agree/],
            [{ heard: 'feared' }, /they could not say no/],
            [{ heard: 'not_known' }, /Nobody knows who could hear/],
            [{ by: 'authority', authority: '' }, /Say who decides for them, and by what/],
            [{ agency: '' }, /Say which agency/],
            [{ kinds: [] }, /Choose what they were asked about/],
          ] as const) {
            const answer = await worker.fills(`${file}/consents/new`, { ...yesToTheIdva, ...wrong });
            assert.equal(answer.statusCode, 422);
            assert.match(words(answer.body), why);
            assert.match(answer.body, /She may know all of it\./, 'what was typed is kept');
          }
          const { body } = await worker.get(`${file}/sharing`);
          assert.equal(body.match(/Duty Idva<\/a>/g)?.length, 1);
        },
      );

      await t.test('taken back, it is at once of no force, and stands where everybody sees it', async () => {
        await worker.finishes(`${yes}/change`, takenBack);
        assert.match(await worker.reads(yes), /Taken back/);
        const again = await worker.fills(`${yes}/change`, takenBack);
        assert.equal(again.statusCode, 409, 'nobody takes back twice');
        assert.match(await worker.reads(`${file}/entries`), /They took back that they agree/);
      });

      await t.test(
        'asked again, a new answer stands beside the old one; after 90 days they are asked anew',
        async () => {
          await office.at('2026-11-18T11:00');
          const asked = { answer: 'given', way: 'phone', by: 'person', heard: 'nobody' };
          const before = yes.split('/').at(-1);
          const anew = await worker.finishes(`${file}/consents/new?again=${before}`, {
            ...asked,
            ...moment('asked', '2026-11-18T10:30'),
          });
          assert.match(
            await worker.reads(anew),
            /Agreed until 16 February 2027.*Support, advice or counselling/,
          );
          await office.at('2027-02-17T10:00');
          assert.match(await worker.reads(anew), /Ask again They were asked more than 90 days ago/);
        },
      );
    });

  await t.test('another landlord, and a colleague with a conflict, find nothing of it', async () => {
    const office = await openOffice(lintel);
    await office.at('2027-03-01T10:00');
    const other = await openOffice(lintel);
    const { worker, manager } = office;
    const file = await aCase(worker);
    const asked = moment('asked', '2027-03-01T09:50');
    const yes = await worker.finishes(`${file}/consents/new`, { ...yesToTheIdva, ...asked });
    const shutOut = await office.colleague('da_worker');
    const neighbour = { staffId: shutOut.staff, relation: 'neighbour', reason: 'Lives across the road' };
    await manager.finishes(`${file}/conflicts/new`, neighbour);
    for (const stranger of [shutOut, other.worker]) {
      assert.equal((await stranger.get(yes)).statusCode, 404);
      assert.equal((await stranger.get(`${file}/sharing`)).statusCode, 404);
    }
    for (const table of [sql`consent`, sql`consent_change`, sql`share_recipient`]) {
      const scope = {
        organisation: office.landlord.organisation,
        staff: shutOut.staff,
        roles: ['da_worker'] as const,
      };
      const seen = await transact(lintel.services.db, scope, (tx) =>
        tx.run(sql`select from ${table} where organisation_id = ${office.landlord.organisation}`),
      );
      assert.equal(seen, 0);
    }
  });
});
