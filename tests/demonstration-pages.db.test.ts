import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OrganisationId, StaffId } from '#rules/facts.ts';
import { loadDemonstration } from '../demonstration/index.ts';
import { landlords } from '../demonstration/script/landlords.ts';
import { type Lintel, lintelSite } from './lintel-site.ts';
import { triedPacks } from './packs.ts';
import { addSession, browser, type TestBrowser } from './site.ts';

const begin = ['/day', '/board?period=90', '/cases', '/disclosures', '/policy', '/policy/hours', '/checks'];
/** Files, and what changes who is signed in. */
const leaves = /\.(?:svg|ics|csv|pdf|docx)|^\/(?:sign-out|hide|assets)|\/opened\b/;
const atMost = 60;

/** What is read, and not the tokens of a form, whose letters are drawn by chance. */
function wordsOf(body: string): string {
  return body.replaceAll(/<(script|style)[\s\S]*?<\/\1>/g, '').replaceAll(/<[^>]+>/g, ' ');
}

/** Every page that somebody comes to from there by its links, as far as so many of them go. */
async function walk(reader: TestBrowser, saw: (path: string, words: string) => void): Promise<number> {
  const waiting = [...begin];
  const known = new Set(waiting);
  let pages = 0;
  for (let path = waiting.shift(); path !== undefined && pages < atMost; path = waiting.shift()) {
    const { statusCode, body } = await reader.get(path);
    if (statusCode !== 200) continue;
    pages += 1;
    saw(path, wordsOf(body));
    for (const [, href = ''] of body.matchAll(/href="(\/[^"#]*)"/g)) {
      const link = href.replaceAll('&amp;', '&');
      if (known.has(link) || leaves.test(link)) continue;
      known.add(link);
      waiting.push(link);
    }
  }
  return pages;
}

async function readersOf(lintel: Lintel, slug: string): Promise<readonly TestBrowser[]> {
  const { rows } = await lintel.database.owner.query<{ org: OrganisationId; id: StaffId; role: string }>(
    `select distinct on (role) o.organisation_id as org, s.id, role
      from staff s join organisation o using (organisation_id), unnest(s.roles) role
      where slug = $1 and role in ('da_manager', 'director', 'administrator') and cardinality(s.roles) = 1`,
    [slug],
  );
  assert.equal(rows.length, 3);
  const open = rows.map(async ({ org, id }) =>
    browser(lintel.app, id, await addSession(lintel.services, org, id)),
  );
  return Promise.all(open);
}

// Over 20 s: the demonstration is played, and some hundreds of its pages are read.
test('no page of the demonstration cites the other’s clauses, or counts what was kept at birth', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T11:00');
  await loadDemonstration(lintel.services, () => {});
  for (const { slug, packId } of landlords) {
    const pack = lintel.services.packs.find(packId);
    const own = new Set(pack.clauses.map(({ id }) => id));
    const others = triedPacks
      .flatMap(({ clauses }) => clauses.map(({ id }) => id))
      .filter((id) => !own.has(id));
    const cites = new RegExp(
      `(?<![\\w.])(?:${others.map((id) => RegExp.escape(id)).join('|')})(?![\\w.]*\\w)`,
      'g',
    );
    const found = new Set<string>();
    const saw = (path: string, words: string) => {
      for (const [clause] of words.matchAll(cites)) found.add(`${path}: ${clause}`);
      if (/kept at birth/i.test(words)) found.add(`${path}: kept at birth`);
    };
    for (const reader of await readersOf(lintel, slug)) {
      assert.ok((await walk(reader, saw)) > 20);
      for (const { id } of pack.clauses)
        saw(`/board/${id}`, wordsOf((await reader.get(`/board/${id}?period=90`)).body));
    }
    for (const path of [`/${slug}`, `/${slug}/tell-us`, `/${slug}/thanks`, `/${slug}/safety`])
      saw(path, wordsOf((await lintel.help.inject(path)).body));
    assert.deepEqual([...found], [], slug);
  }
});
