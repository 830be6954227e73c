import assert from 'node:assert/strict';
import { test } from 'node:test';
import { render } from '#kit/html.ts';
import type { Pack } from '#rules/pack.ts';
import { triedPacks } from '../../../../tests/packs.ts';
import { boardOf } from '../board.ts';
import type { Known } from '../measures.ts';
import { choosePeriod } from '../period.ts';
import { clauseByClause } from './clause-tables.ts';

const today = Temporal.PlainDate.from('2026-11-18');
const nothing: Known = { period: new Map(), before: new Map(), now: new Map() };
const shown = (pack: Pack, asked: Parameters<typeof choosePeriod>[0]) =>
  render(clauseByClause(pack, boardOf(pack, nothing, today), choosePeriod(asked, today, false).period));

test('clauses that were made once are those of this policy, and lead to the period that is looked at', () => {
  for (const round of ['made', 'kept'])
    for (const pack of triedPacks)
      for (const period of ['30', '90', '365', 'month']) {
        const page = shown(pack, { period });
        const links = [...page.matchAll(/href="\/board\/([^"?]+)\?([^"]*)"/g)];
        const ids = links.map(([, id]) => id);
        assert.deepEqual(
          ids,
          pack.clauses.map(({ id }) => id),
          `${round}: ${pack.id}`,
        );
        assert.ok(
          links.every(([, , query]) => query === `period=${period}`),
          `${round}: ${period}`,
        );
      }
  for (const from of ['2026-01-01', '2026-02-01']) {
    const page = shown(triedPacks[0] as Pack, { period: 'custom', from, to: '2026-03-31' });
    assert.ok(page.includes(`from=${from}&amp;to=2026-03-31`), 'days of one’s own are made anew');
  }
});
