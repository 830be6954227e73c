import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintelSite } from '../lintel-site.ts';
import { citing, titleOf, triedPacks } from '../packs.ts';
import { aMarker } from '../security-lived-in.ts';
import { openOffice } from './office.ts';
import { aCase, boardRow } from './steps.ts';

const promising = triedPacks.filter(({ commitments }) =>
  commitments.some(({ id }) => id === 'home-looked-again'),
);

test('both policies promise a safer home', () => {
  assert.ok(promising.length >= 2);
});

for (const pack of promising)
  test(`what makes a home safer is looked at again (${pack.id})`, async (t) => {
    const lintel = await lintelSite(t, '2026-11-18T10:00');
    const office = await openOffice(lintel, pack.id);
    const { worker } = office;
    const file = await aCase(worker);
    const title = titleOf(pack, 'home-looked-again');
    const marker = await aMarker(worker, file);
    const lookOf = async (offer: string) =>
      /href="([^"]+\/support\/looks\/[0-9a-f-]{36})"/.exec((await worker.get(offer)).body)?.[1] ?? '';
    const says = async (offer: string, said: string, more: Record<string, string> = {}) =>
      worker.fills(await lookOf(offer), {
        ...(said !== 'look_not_reached' && { way: 'phone' }),
        ...{ said, words: '“They still have my number.”', ...more },
      });
    const says303 = async (...[offer, said, more]: Parameters<typeof says>) => {
      const { statusCode, body } = await says(offer, said, more);
      assert.equal(statusCode, 303, body);
    };
    const row = async (period = '?period=365') => boardRow(worker, title, period);

    await t.test('it begins as they confirm it, and its day is on the page', async () => {
      assert.match(await worker.reads(marker), /to be looked at again by Thursday 18 February 2027/);
      assert.ok((await worker.get(`${file}/security`)).body.includes(await lookOf(marker)));
    });

    await t.test('one tick is no answer: how they said it, and what, is said', async () => {
      const blank = await worker.fills(await lookOf(marker), { said: 'look_works', words: '' });
      assert.equal(blank.statusCode, 422);
      assert.match(blank.body, /Say how they told us/);
      assert.match(blank.body, /Say how it is in their own words/);
      const day = await says(marker, 'look_works', {
        'again-day': '1',
        'again-month': '3',
        'again-year': '2027',
      });
      assert.match(day.body, /Only where they would rather not/);
    });

    await t.test('to look at once keeps nothing: the look of its day stays owed', async () => {
      await office.at('2026-11-20T10:00');
      const early = await lookOf(marker);
      await says303(marker, 'look_works');
      assert.equal(await lookOf(marker), early);
      assert.match(await worker.reads(early), /It is to be looked at again by Thursday 18 February 2027/);
    });

    await t.test('nobody ends as finished what is still there', async () => {
      const ended = await worker.fills(`${marker}/ending`, {
        ending: 'finished',
        words: 'It has done what it should',
      });
      assert.equal(ended.statusCode, 422);
      assert.match(ended.body, /It is still there/);
    });

    await t.test('on its day it stands in the day of whoever leads, and leads to the form', async () => {
      await office.at('2027-02-17T10:00');
      const { body } = await worker.get('/day');
      assert.ok(body.includes(title));
      assert.ok(body.includes(await lookOf(marker)));
    });

    await t.test('not to have reached them is written down, and settles nothing', async () => {
      const before = await lookOf(marker);
      await says303(marker, 'look_not_reached', { words: 'Rang twice at the agreed hour' });
      assert.equal(await lookOf(marker), before);
      assert.ok((await worker.get('/day')).body.includes(before));
    });

    await t.test('that they say how it is keeps it, and begins the next', async () => {
      const first = await lookOf(marker);
      await says303(marker, 'look_works');
      assert.notEqual(await lookOf(marker), first);
      assert.match(await worker.reads(marker), /to be looked at again by Wednesday 18 August 2027/);
      assert.match(await worker.reads(`${file}/entries`), /They still have my number/);
      const stale = await worker.get(first);
      assert.equal(stale.statusCode, 403);
      assert.match(stale.body, /Somebody has looked at it since/);
      await office.at('2027-02-19T10:00');
      assert.deepEqual((await row()).slice(0, 2), ['100%', '1']);
    });

    await t.test('recorded in error, it is owed as before, and what it began was never owed', async () => {
      const next = await lookOf(marker);
      await worker.finishes(`${marker}/correction`, { reason: 'That was said of another number' });
      assert.notEqual(await lookOf(marker), next);
      assert.ok((await worker.get('/day')).body.includes(await lookOf(marker)));
      assert.ok(!(await worker.get('/day')).body.includes(next));
      await says303(marker, 'look_changed', { 'happened-day': '18' });
    });

    await t.test(
      'what works no more is owed anew, as an offer of its own, under its own promise',
      async () => {
        const other = await aMarker(worker, file);
        await office.at('2027-05-18T10:00');
        const { headers } = await says(other, 'look_broken');
        const anew = String(headers.location).split('?')[0] ?? '';
        assert.notEqual(anew, other);
        assert.match(await worker.reads(other), /Ended/);
        assert.match(await worker.reads(anew), /They would like it/);
        assert.ok((await worker.get(`${file}/support`)).body.includes(anew));
        assert.equal(await lookOf(other), '');
      },
    );

    await t.test('no case is closed while nobody knows who looks then', async () => {
      const why =
        'Something in the home is to be looked at again. Look at it with them, or write down who does from now on.';
      const closing = async () => (await worker.get(`${file}/closings/new`)).body;
      assert.ok((await closing()).includes(citing(pack, why, 'home-security')));
      await says303(marker, 'look_handed_on', { words: 'She rings them herself each summer, she says' });
      assert.ok(!(await closing()).includes(why));
      assert.match(await worker.reads(await lookOf(marker)), /Nobody is asked to look at it again/);
    });

    await t.test('long overdue and then handed on, it stays broken, and nobody is asked for it', async () => {
      const late = await aMarker(worker, file);
      const due = await lookOf(late);
      await office.at('2027-09-20T10:00');
      assert.ok((await worker.get('/day')).body.includes(due));
      const [before] = await row();
      await says303(late, 'look_handed_on', { words: '“My sister tries it with me each month.”' });
      assert.ok(!(await worker.get('/day')).body.includes(due));
      assert.match(await worker.reads(due), /Nobody is asked to look at it again/);
      assert.deepEqual((await row())[0], before);
    });

    await t.test('that they want it no more counts apart: nobody was seen to look', async () => {
      const gone = await aMarker(worker, file);
      const [, , apart, broken] = await row();
      await says303(gone, 'look_gone', { words: '“I asked them to take it off.”' });
      const after = await row();
      assert.deepEqual(after.slice(2, 4), [`${Number(apart) + 1}`, broken]);
      assert.equal(await lookOf(gone), '');
    });

    await t.test('that they would rather not is theirs, and counts apart', async () => {
      const third = await aMarker(worker, file);
      await says303(third, 'look_rather_not', { words: '“Leave it, please.”' });
      assert.match(await worker.reads(await lookOf(third)), /Nobody is asked to look at it again/);
    });
  });
