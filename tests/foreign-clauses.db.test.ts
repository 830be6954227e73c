import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Pack } from '#rules/pack.ts';
import { staffRoutes } from '../src/app.ts';
import { filledIn } from './filled-in.ts';
import { furnished } from './furnished.ts';
import type { LivedIn } from './lived-in.ts';
import { triedPacks } from './packs.ts';
import type { Colleague } from './policy/office.ts';

/** Where two policies stand side by side: each clause is cited with whose it is. */
const sideBySide: readonly string[] = [
  '/policy/changes/:change',
  '/policy/changes/:change/decision',
  // Once another policy has held: what is still owed under it.
  '/board',
  '/board.csv',
];
/** A clause with its policy before it is not taken for the landlord’s own. */
const withWhose = new RegExp(
  triedPacks
    .flatMap(({ publisher, clauses }) => clauses.map(({ id }) => `${publisher} ${id}`))
    .toSorted((one, other) => other.length - one.length)
    .map((cited) => `${RegExp.escape(cited)}(?![\\w.]*\\w)`)
    .join('|'),
  'g',
);
/** Answered by a file or by being sent elsewhere; what stands in a file stands on a page too. */
const noPage = /\.(?:svg|ics|csv|pdf|docx)$|^\/exit$/;
/** Where a page says something else, asked for in its address. */
const states: Readonly<Record<string, readonly string[]>> = {
  '/board': ['?period=30', '?period=90'],
  '/board.csv': ['?period=90'],
  '/board/what-if': triedPacks.map(({ id }) => `?policy=${id}`),
};

/** Whatever page cites a clause that is not of this policy as if it were, with the clause. */
async function foreignIn(pack: Pack, { everybody, ids }: LivedIn, readers: readonly Colleague[]) {
  const own = new Set(pack.clauses.map(({ id }) => id));
  const others = triedPacks
    .flatMap(({ clauses }) => clauses.map(({ id }) => id))
    .filter((id) => !own.has(id));
  const alternatives = others.map((id) => RegExp.escape(id)).join('|');
  const cites = new RegExp(`(?<![\\w.])(?:${alternatives})(?![\\w.]*\\w)`, 'g');
  const paths = staffRoutes
    .filter(({ method, path }) => method === 'GET' && (!noPage.test(path) || path === '/board.csv'))
    .flatMap(({ path }) => ['', ...(states[path] ?? [])].map((query) => ({ path, query })));
  let pages = 0;
  const foreign = new Set<string>();
  const look = (where: string, body: string, labelled: boolean) => {
    const words = body.replaceAll(/<[^>]+>/g, ' ');
    const shown = labelled ? words.replaceAll(withWhose, '') : words;
    for (const [clause] of shown.matchAll(cites)) foreign.add(`${where}: ${clause}`);
    if (/kept at birth/i.test(words)) foreign.add(`${where}: kept at birth`);
  };
  // Whoever may not see a page is refused with a clause: that one too is the landlord's own.
  for (const { path, query } of paths)
    for (const reader of readers) {
      const { statusCode, headers, body } = await reader.get(filledIn(path, ids) + query);
      // A sealed file says nothing that could be read here.
      if (!/^text\//.test(String(headers['content-type']))) continue;
      if (statusCode === 200) pages += 1;
      look(path + query, body, sideBySide.includes(path));
    }
  for (const { id } of pack.clauses)
    look(`/board/${id}`, (await everybody.get(`/board/${id}?period=90`)).body, false);
  assert.ok(pages > 80, `${pages} pages were there to be read`);
  return [...foreign];
}

for (const pack of triedPacks)
  test(`no page of ${pack.publisher} cites a clause of another landlord’s policy`, async (t) => {
    const { world } = await furnished(t, pack.id);
    const { everybody, office } = world;
    const readers = [everybody, await office.colleague('colleague'), await office.colleague('director')];
    assert.deepEqual(await foreignIn(pack, world, readers), []);
  });

test('no page cites a clause of the policy before as if it were of the one in force', async (t) => {
  const { lintel, world } = await furnished(t, 'livv-2024');
  const { everybody, office, ids } = world;
  await everybody.finishes(`/policy/changes/${ids['/policy/changes/:change']}`, { decision: 'approved' });
  await office.at('2027-01-04T10:00');
  const now = lintel.services.packs.find('vivid-2023');
  const board = await everybody.reads('/board?period=90');
  assert.match(board, /Promised by an earlier policy/);
  assert.match(board, /Livv L2\.\d/);
  assert.deepEqual(await foreignIn(now, world, [everybody]), []);
});
