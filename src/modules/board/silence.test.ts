import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Pack } from '#rules/pack.ts';
import { titleOf, triedPacks } from '../../../tests/packs.ts';
import { boardOf } from './board.ts';
import type { Viewer } from './discretion.ts';
import { figuresOf } from './figures.ts';
import { publishedTally } from './published.ts';
import { noTally, plus, type Tally, tallyOf } from './tally.ts';

const today = Temporal.PlainDate.from('2026-11-18');

/** What the board says of a promise that so much is told of. */
function said(pack: Pack, commitment: string, endings: Readonly<Record<string, number>>, viewer: Viewer) {
  const tell = viewer === 'sees-cases' ? tallyOf : publishedTally;
  const tally = Object.entries(endings).reduce<Tally>(
    (sum, [ending, number]) => plus(sum, tell(ending, number)),
    viewer === 'sees-cases' ? noTally : { ...noTally, unsure: {} },
  );
  const known = { period: new Map([[commitment, tally]]), before: new Map(), now: new Map() };
  const title = titleOf(pack, commitment);
  const { promises } = boardOf(pack, known, today);
  const standing = promises.find((each) => each.commitment.title === title)?.standing;
  assert.ok(standing?.kind === 'promise', title);
  return figuresOf(standing, viewer).shareWords;
}

for (const pack of triedPacks)
  describe(`where nothing was shared (${pack.id})`, () => {
    for (const commitment of ['sharing', 'shared-as-agreed']) {
      test(`the board says so, and whether anybody was asked, and never that it was kept: ${commitment}`, () => {
        const nothing = said(pack, commitment, {}, 'sees-cases');
        assert.equal(nothing, 'nothing was shared; 0 times asked what they agree to');
        const asked = { 'otherwise:consent.given': 1, 'otherwise:consent.refused': 2 };
        assert.equal(
          said(pack, commitment, asked, 'sees-cases'),
          'nothing was shared; 3 times asked what they agree to',
        );
        assert.equal(
          said(pack, commitment, { 'otherwise:consent.doubted': 1 }, 'sees-cases'),
          'nothing was shared; 1 time asked what they agree to',
        );
        assert.doesNotMatch(said(pack, commitment, { 'share.dropped': 1 }, 'sees-cases'), /none ended/);
      });

      test(`whoever sees figures only is told no small number by it: ${commitment}`, () => {
        const few = [1, 2, 3, 4].map((number) =>
          said(pack, commitment, { 'otherwise:consent.given': number }, 'figures-only'),
        );
        assert.deepEqual(
          [...new Set(few)],
          ['nothing was shared; fewer than 5 times asked what they agree to'],
        );
        const many = { 'otherwise:consent.given': 21, 'otherwise:consent.refused': 3 };
        assert.match(
          said(pack, commitment, many, 'figures-only'),
          /^nothing was shared; (?:\d+ to|about) \d+ times asked/,
        );
      });
    }

    test('as soon as something is shared the share is told', () => {
      assert.equal(said(pack, 'sharing', { met: 1, 'otherwise:consent.given': 1 }, 'sees-cases'), '100%');
      assert.equal(said(pack, 'shared-as-agreed', { breached: 1 }, 'sees-cases'), '0%');
    });

    test('where nobody took anything back, nothing is said to be in time', () => {
      assert.equal(said(pack, 'taken-back-in-time', {}, 'sees-cases'), 'nobody took anything back');
    });
  });
