import assert from 'node:assert/strict';
import { test } from 'node:test';
import { staffRoutes } from '../src/app.ts';
import { filledIn } from './filled-in.ts';
import { furnished } from './furnished.ts';
import { triedPacks } from './packs.ts';

/** The page on which two policies stand side by side: each clause is cited with whose it is. */
const sideBySide: readonly string[] = ['/policy/changes/:change', '/policy/changes/:change/decision'];
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
  '/board/what-if': [''],
};

for (const pack of triedPacks)
  test(`no page of ${pack.publisher} cites a clause of another landlord’s policy`, async (t) => {
    const own = new Set(pack.clauses.map(({ id }) => id));
    const others = triedPacks
      .flatMap(({ clauses }) => clauses.map(({ id }) => id))
      .filter((id) => !own.has(id));
    const cites = new RegExp(
      `(?<![\\w.])(?:${others.map((id) => RegExp.escape(id)).join('|')})(?![\\w.]*\\w)`,
      'g',
    );
    const { world } = await furnished(t, pack.id);
    const { everybody, office, ids } = world;
    const readers = [everybody, await office.colleague('colleague'), await office.colleague('director')];
    const paths = staffRoutes
      .filter(({ method }) => method === 'GET')
      .filter(({ path }) => !noPage.test(path) || path === '/board.csv')
      .flatMap(({ path }) => ['', ...(states[path] ?? [])].map((query) => ({ path, query })));
    let pages = 0;
    const foreign: string[] = [];
    for (const { path, query } of paths) {
      // Whoever may not see a page is refused with a clause: that one too is the landlord's own.
      for (const reader of readers) {
        const { statusCode, body } = await reader.get(filledIn(path, ids) + query);
        if (statusCode === 200) pages += 1;
        const words = body.replaceAll(/<[^>]+>/g, ' ');
        const shown = sideBySide.includes(path) ? words.replaceAll(withWhose, '') : words;
        for (const [clause] of shown.matchAll(cites)) foreign.push(`${path}${query}: ${clause}`);
      }
    }
    for (const { id } of pack.clauses) {
      const { body } = await everybody.get(`/board/${id}?period=90`);
      for (const [clause] of body.replaceAll(/<[^>]+>/g, ' ').matchAll(cites))
        foreign.push(`${id}: ${clause}`);
    }
    assert.ok(pages > 80, `${pages} pages were there to be read`);
    assert.deepEqual([...new Set(foreign)], []);
  });
