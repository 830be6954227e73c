import assert from 'node:assert/strict';
import { test } from 'node:test';
import { furnished } from '../furnished.ts';
import { triedPacks } from '../packs.ts';
import type { Colleague } from './office.ts';

interface Way {
  readonly href: string;
  readonly says: string;
}

/** The way on of each line of a list, by its last link; a link says first what is done there. */
function waysOn(body: string, lines: RegExp): readonly Way[] {
  return [...body.matchAll(lines)].flatMap(([line]) => {
    const [, href = '', says = ''] = [...line.matchAll(/<a[^>]*href="([^"]+)"[^>]*>([^<]*)/g)].at(-1) ?? [];
    return href === '' ? [] : [{ href: href.replaceAll('&amp;', '&'), says: says.trim() }];
  });
}

/** Ways on that promise that something is done there: there is a form, or a button that leads to it. */
const does = /^(Decide|Choose|Record|Write down|Ring, then|Review|Give it|Send|Look whether)/;

const inMiddle = (body: string) => /<main[^>]*>([\s\S]*)<\/main>/.exec(body)?.[1] ?? '';

/** A browser goes on by itself where an address only knows the page, as that of something put right does. */
async function arrives(by: Colleague, href: string) {
  const answer = await by.get(href);
  return answer.statusCode === 303 ? by.get(String(answer.headers.location)) : answer;
}

async function deadEnds(by: Colleague, page: string, lines: RegExp): Promise<readonly string[]> {
  const ways = waysOn(inMiddle((await by.get(page)).body), lines);
  const ends: string[] = [];
  for (const { href, says } of new Map(ways.map((way) => [way.href, way])).values()) {
    const { statusCode, body } = await arrives(by, href);
    const main = inMiddle(body);
    const acts = /<form[^>]*method="post"/.test(main) || /class="govuk-button[ "]/.test(main);
    if (statusCode !== 200 || (does.test(says) && !acts))
      ends.push(`${page}: ${says}: ${href} ${statusCode}`);
    if (/Choose who leads/.test(says) && !/name="staffId"/.test(main)) ends.push(`${page}: ${says}: ${href}`);
  }
  return ends;
}

for (const { id: packId } of triedPacks)
  test(`each way on of a day, of triage and of notices leads to where its reader can do it (${packId})`, async (t) => {
    const { world } = await furnished(t, packId);
    const { worker, manager, deputy } = world.office;
    for (const by of [worker, manager, deputy, world.everybody]) {
      assert.deepEqual(await deadEnds(by, '/day', /<tr[\s\S]*?<\/tr>/g), []);
      assert.deepEqual(await deadEnds(by, '/disclosures', /<tr[\s\S]*?<\/tr>/g), []);
      assert.deepEqual(await deadEnds(by, '/notifications', /<li[\s\S]*?<\/li>/g), []);
    }
  });
