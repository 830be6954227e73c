import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import type { Pack } from '#rules/pack.ts';
import { packs } from './index.ts';

const file = new URL('./editions.json', import.meta.url);
/** The content of each version of each pack that was released, or is about to be. */
const recorded: Readonly<Record<string, string>> = JSON.parse(readFileSync(file, 'utf8'));

const nameOf = ({ id, version }: Pack) => `${id} ${version}`;

function contentOf({ editions: _, ...pack }: Pack): string {
  return createHash('sha256').update(JSON.stringify(pack)).digest('hex').slice(0, 32);
}

if (process.env.UPDATE) {
  const changeLog = readFileSync(new URL('../../CHANGELOG.md', import.meta.url), 'utf8');
  const [, released = ''] = /^## [\d.]+ – (.+)$/m.exec(changeLog) ?? [];
  const anew = packs.filter((pack) => {
    const last = pack.editions?.at(-1);
    // An edition of the last release's day, or of a day since, is still being written.
    const written = last !== undefined && Date.parse(last.on) >= Date.parse(`${released} UTC`);
    return !(nameOf(pack) in recorded) || written;
  });
  const contents = {
    ...recorded,
    ...Object.fromEntries(anew.map((pack) => [nameOf(pack), contentOf(pack)])),
  };
  writeFileSync(file, `${JSON.stringify(contents, null, 2)}\n`);
}

describe('a pack that comes with Lintel', () => {
  for (const pack of packs) {
    test(`${pack.publisher}: what it says does not change without a new version that says what changed`, () => {
      const contents: typeof recorded = JSON.parse(readFileSync(file, 'utf8'));
      // One that nobody was given yet has said nothing that could change.
      const isNew = !Object.keys(contents).some((name) => name.startsWith(`${pack.id} `));
      assert.equal(
        isNew ? contentOf(pack) : contents[nameOf(pack)],
        contentOf(pack),
        `The content of ${nameOf(pack)} changed: give it a new version, say under editions what changed and from ` +
          'when, then UPDATE=1 npx node --test src/packs/editions.test.ts. The version of a release that is out stays.',
      );
    });

    test(`${pack.publisher}: its last edition is its version, and each says what changed and from when`, () => {
      const { editions = [] } = pack;
      assert.equal(editions.at(-1)?.version ?? pack.version, pack.version);
      assert.ok(editions.every(({ changes }) => changes.length > 0));
      const days = editions.map(({ on }) => on);
      assert.deepEqual(days, days.toSorted());
    });
  }

  test('another word or another number is another content', () => {
    const [pack] = packs;
    assert.ok(pack);
    const [first, ...others] = pack.commitments;
    assert.ok(first);
    const changed = { ...pack, commitments: [{ ...first, title: `${first.title}.` }, ...others] };
    assert.notEqual(contentOf(changed), contentOf(pack));
    assert.notEqual(contentOf({ ...pack, calendar: { ...pack.calendar, closes: '17:30' } }), contentOf(pack));
  });
});
