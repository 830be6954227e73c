import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { dayFields } from '#kit/typed-day.ts';
import { lintelSite } from '../lintel-site.ts';
import { triedPacks } from '../packs.ts';
import { aContractor, anOrder, holdsAlone, orderOf, wants } from '../security-lived-in.ts';
import { sends, sendsLink } from '../works-link-lived-in.ts';
import { openOffice } from './office.ts';
import { anAgreedCase } from './planning-steps.ts';
import { post } from './sharing-steps.ts';

const photo = new File([readFileSync(new URL('../photo-of-a-phone.heic', import.meta.url))], 'IMG_1.heic');

for (const pack of triedPacks)
  test(`a contractor has one job over a link, and the person alone says that it is done (${pack.id})`, async (t) => {
    const lintel = await lintelSite(t, '2026-11-18T10:00');
    const sent = post(lintel);
    const office = await openOffice(lintel, pack.id);
    const { worker, landlord } = office;
    const administrator = await office.colleague('administrator');
    await aContractor(administrator);
    // Each link has two working days of its own: nobody goes back in time.
    let day = Temporal.PlainDate.from('2026-11-18');
    const twoDays = () => {
      const first = day;
      day = first.add({ days: 2 });
      if (day.dayOfWeek >= 5) day = day.add({ days: 8 - day.dayOfWeek });
      return { first, second: first.add({ days: 1 }) };
    };

    /** A broken lock that is mended tomorrow between 10 and 12, sent as a link. */
    const aLink = async () => {
      const { first, second } = twoDays();
      await office.at(`${first}T10:00`);
      const file = await anAgreedCase(office, { visit: 'yes' });
      await worker.finishes(`${file}/security/rights`, holdsAlone);
      const offer = await wants(worker, file, 'make_safe');
      const order = await worker.finishes(
        orderOf(offer),
        await anOrder(worker, orderOf(offer), { askFor: 'Rowan', ...dayFields('happens', second) }),
      );
      const { url, code } = await sendsLink(worker, order, sent);
      const answers = async (
        step: string,
        more: Record<string, string> = {},
        photos: readonly File[] = [],
      ) => {
        lintel.clock.set(lintel.clock.now().add({ minutes: 2 }));
        return sends(lintel, url, { reader: 'Sam Larch', code, step, ...more }, photos);
      };
      const itsDay = () => office.at(`${second}T09:05`);
      return { file, offer, order, url, code, answers, itsDay, second };
    };
    type Link = Awaited<ReturnType<typeof aLink>>;
    const nothing = /Nothing opens with this/;
    const promised = pack.commitments.some(({ id }) => id === 'works-stopped');
    /** How the promises of that kind stand in that case; null: it is owed. */
    const outcomesOf = async (file: string, begins: string): Promise<readonly (string | null)[]> => {
      const { rows } = await lintel.database.owner.query(
        'select outcome from obligation where case_id = $1 and commitment like $2',
        [file.split('/').at(-1), `${begins}%`],
      );
      return rows.map(({ outcome }) => outcome);
    };
    const nobodyVisits = (file: string) =>
      worker.finishes(`${file}/contact/new`, { doNot: 'Nobody comes to the door for now', agreed: 'yes' });

    await t.test('it goes to their own domain alone, and not to whoever wrote that down', async () => {
      const { order } = await aLink();
      const elsewhere = { address: 'larch@gmail.com', codeTold: 'On the telephone' };
      assert.match((await worker.fills(`${order}/link`, elsewhere)).body, /This is not at larch\.example/);
      assert.equal(sent.at(-1)?.to, 'works@larch.example');
    });

    await t.test(
      'before its day it says what and when; where, only on the day, once they said that they come',
      async () => {
        const { answers, itsDay } = await aLink();
        const first = await answers('open');
        assert.equal(first.statusCode, 200);
        assert.match(first.body, /Mend a lock, a door or a window/);
        assert.match(first.body, /In EX1\./);
        assert.doesNotMatch(first.body, /Example Row|Rowan/);
        assert.doesNotMatch((await answers('accept')).body, /Example Row|Rowan/);
        await itsDay();
        const day = await answers('open');
        assert.match(day.body, /7 Example Row/);
        assert.match(day.body, /Ask for Rowan\./);
      },
    );

    await t.test(
      'they arrive, fit it and show it; the offer is delivered, and kept only once the person says so',
      async () => {
        const { answers, file, offer, order, itsDay } = await aLink();
        await answers('accept');
        const early = await answers('done', { words: 'A new lock' });
        assert.doesNotMatch(early.body, /Thank you/, 'nothing is done before its day');
        await itsDay();
        await answers('arrived');
        const empty = await answers('done', { words: '' }, [photo]);
        assert.equal(empty.statusCode, 422);
        assert.match(empty.body, /Say what was fitted/);
        const done = await answers('done', { words: 'A new lock in the front door' }, [photo]);
        assert.match(done.body, /You wrote that it is done/);
        assert.match((await answers('open')).body, nothing, 'and shows nothing any more');
        assert.match(await worker.reads(order), /They are there, wrote Sam Larch/);
        for (const place of [offer, `${file}/support`, `${file}/security`, `${file}/entries`, '/owed'])
          assert.match(await worker.reads(place), /Delivered, as the contractor says/, place);
        assert.doesNotMatch(await worker.reads(offer), /as we say/);
        assert.match(await worker.reads(`${file}/files`), /A new lock in the front door/);
        const owed = () => outcomesOf(file, 'home-made-safe');
        assert.deepEqual(await owed(), promised ? [null] : []);
        await worker.finishes(`${offer}/confirmation`, {
          said: 'confirmed',
          way: 'phone',
          words: 'It locks',
        });
        assert.deepEqual(await owed(), promised ? ['met'] : []);
      },
    );

    await t.test('what is no picture is not kept, and what was typed is', async () => {
      const { answers, file, itsDay } = await aLink();
      await answers('accept');
      await itsDay();
      await answers('arrived');
      const refused = await answers('done', { words: 'A new lock' }, [new File(['MZ\u0090'], 'lock.jpg')]);
      assert.equal(refused.statusCode, 422);
      assert.match(refused.body, /A new lock/);
      assert.doesNotMatch(await worker.reads(`${file}/files`), /A new lock/);
    });

    await t.test(
      'who opened who did not expect them is owed at once, and settled by the person’s word alone',
      async () => {
        const { answers, file, order, itsDay } = await aLink();
        await answers('accept');
        await itsDay();
        assert.match((await answers('problem')).body, /Say what stopped you/);
        const told = await answers('problem', {
          problem: 'somebody_else',
          words: 'A man who asked who sent us',
        });
        assert.match(told.body, /ring nobody at the home/);
        assert.doesNotMatch(told.body, /Example Row|Rowan/);
        const owed = () => outcomesOf(file, 'works-stopped');
        assert.deepEqual(await owed(), promised ? [null] : []);
        assert.match(await worker.reads('/notifications'), /Something that was ordered does not go on/);
        const { body } = await worker.get(order);
        const stop = /href="(\/cases\/[^"]+\/security\/stops\/[^"]+)"/.exec(body)?.[1] ?? '';
        assert.match(
          await worker.reads(stop),
          /Somebody opened who did not expect you.*A man who asked who sent us/s,
        );
        const words = 'Rung twice, nobody answered';
        assert.equal((await worker.post(stop, { said: 'otherwise', words })).statusCode, 422);
        await worker.finishes(stop, { said: 'not_reached', words });
        assert.deepEqual(await owed(), promised ? [null] : [], 'not reached keeps nothing');
        await worker.finishes(stop, { said: 'spoke', words: 'She is at her sister’s and well' });
        assert.deepEqual(await owed(), promised ? ['met'] : []);
      },
    );

    await t.test(
      'it opens nothing any more as soon as what let it leave stands no more, and somebody rings them',
      async () => {
        const ways = {
          'the order is withdrawn': async ({ order }: Link) =>
            worker.finishes(`${order}/ending`, { why: 'She stays with her sister' }),
          'one of us ends it': async ({ order }: Link) => worker.post(`${order}/link/ending`, {}),
          'what was agreed about contact changes': async ({ file }: Link) => nobodyVisits(file),
          'somebody there may know whom they fear': async ({ offer, second }: Link) => {
            const who = { conflict: 'yes', conflictSaid: 'His cousin works there' };
            const cousin = { ...who, ...dayFields('happens', second) };
            await worker.finishes(orderOf(offer), await anOrder(worker, orderOf(offer), cousin));
          },
          'they do not want it any more': async ({ offer }: Link) =>
            worker.finishes(`${offer}/answer`, { answer: 'declined', ownWords: 'No', way: 'phone' }),
        };
        for (const [what, shuts] of Object.entries(ways)) {
          const link = await aLink();
          assert.equal((await link.answers('accept')).statusCode, 200);
          await shuts(link);
          assert.match((await link.answers('open')).body, nothing, what);
        }
      },
    );

    await t.test('of what shut by itself somebody is told without anybody opening it', async () => {
      const { answers, file, order } = await aLink();
      await answers('accept');
      await nobodyVisits(file);
      await lintel.work(landlord.organisation);
      assert.match(await worker.reads(order), /The link was shut: What was agreed about contact has changed/);
      assert.deepEqual(await outcomesOf(file, 'works-stopped'), promised ? [null] : []);
      assert.match(await worker.reads(`${file}/closing`), /A contractor may be on the way, or was stopped/);
    });

    await t.test(
      'whoever is found to know whom they fear keeps no order: another has it before anybody calls it settled',
      async () => {
        const { first, second } = twoDays();
        await office.at(`${first}T10:00`);
        const file = await anAgreedCase(office, { visit: 'yes' });
        await worker.finishes(`${file}/security/rights`, holdsAlone);
        const lock = await wants(worker, file, 'make_safe');
        const onDay = dayFields('happens', second);
        const order = await worker.finishes(orderOf(lock), await anOrder(worker, orderOf(lock), onDay));
        assert.match(await worker.reads(order), /The front door opens inwards/);
        const cousin = { conflict: 'yes', conflictSaid: 'His cousin works there', ...onDay };
        await worker.finishes(orderOf(lock), await anOrder(worker, orderOf(lock), cousin));
        const after = await worker.reads(order);
        assert.match(after, /Nobody of Larch Repairs may be sent any more/);
        assert.doesNotMatch(
          after,
          /The front door opens inwards|read it out/,
          'nothing more is read out to them',
        );
        assert.notEqual((await worker.get(`${order}/link`)).statusCode, 200, 'and nothing is sent to them');
        await lintel.work(landlord.organisation);
        await lintel.work(landlord.organisation);
        const owed = () => outcomesOf(file, 'works-stopped');
        assert.deepEqual(await owed(), promised ? [null] : [], 'once, however often it is looked at');
        assert.match(await worker.reads('/notifications'), /Something that was ordered does not go on/);
        const stop =
          /href="(\/cases\/[^"]+\/security\/stops\/[^"]+)"/.exec((await worker.get(order)).body)?.[1] ?? '';
        if (promised) assert.ok((await worker.get('/day')).body.includes(stop));
        assert.match(await worker.reads(stop), /say that nobody is to come, never why/i);
        const words = 'Rang Mr Larch, who has no other job from us';
        const refused = await worker.post(stop, { said: 'otherwise', words });
        assert.equal(refused.statusCode, 422);
        assert.match(refused.body, /first give it to another, or end it/);
        await worker.finishes(stop, { said: 'not_reached', words });
        assert.deepEqual(await owed(), promised ? [null] : []);
        await aContractor(administrator, 'Birch Locks');
        await worker.finishes(orderOf(lock), await anOrder(worker, orderOf(lock), onDay));
        await worker.finishes(stop, { said: 'otherwise', words });
        assert.deepEqual(await owed(), promised ? ['met'] : []);
        await lintel.work(landlord.organisation);
        assert.equal((await owed()).length, promised ? 1 : 0);
        const list = (await administrator.get('/contractors')).body.split('>Looked into again');
        const birch = list.find((each) => each.includes(': Birch Locks')) ?? '';
        const ending = /href="(\/contractors\/[^"]+\/ending)"/.exec(birch)?.[1] ?? '';
        await administrator.finishes(ending, { why: 'They have closed' });
        await lintel.work(landlord.organisation);
        assert.deepEqual(
          await owed(),
          promised ? ['met', null] : [],
          'nor does one that is sent to nobody any more',
        );
      },
    );

    await t.test(
      'after its day, and after five wrong codes, the right one opens nothing either',
      async () => {
        const over = await aLink();
        await office.at(`${over.second.add({ days: 1 })}T00:01`);
        assert.match((await over.answers('open')).body, nothing);
        const guessed = await aLink();
        const wrong = guessed.code === '00000000' ? '11111111' : '00000000';
        for (let each = 0; each < 5; each += 1)
          assert.match((await guessed.answers('open', { code: wrong })).body, nothing);
        assert.match((await guessed.answers('open')).body, nothing);
        assert.match(await worker.reads(guessed.order), /The link was shut: Five codes were wrong/);
      },
    );
  });
