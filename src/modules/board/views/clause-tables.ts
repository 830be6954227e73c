import { tag } from '#kit/components/tag.ts';
import { type Html, html } from '#kit/html.ts';
import type { Pack } from '#rules/pack.ts';
import type { Board, ClauseLine, Extent, Measured } from '../board.ts';
import { type Period, periodQuery } from '../period.ts';
import { plainTable } from './promise-table.ts';

const made = new WeakMap<Pack, Map<Period['key'], Html>>();

/**
 * Every clause below its heading. No figure stands in it, and nothing that depends on who asks: it is made once for a
 * policy and a period of the list.
 */
export function clauseByClause(pack: Pack, board: Board, period: Period): Html {
  const kept = made.get(pack) ?? new Map<Period['key'], Html>();
  made.set(pack, kept);
  const known = period.key === 'custom' ? undefined : kept.get(period.key);
  if (known) return known;
  const query = periodQuery(period);
  const tables = html`${board.headings.map(({ heading, lines }) => clauseTable(heading, lines, query))}`;
  if (period.key !== 'custom') kept.set(period.key, tables);
  return tables;
}

/** Each clause in the policy's order: what it says, and how far it is measured and by what. No figure stands twice. */
function clauseTable(heading: string, lines: readonly ClauseLine[], query: string): Html {
  return plainTable(
    heading,
    lines.map((line) => [
      {
        html: html`<a class="govuk-link lintel-board__id" href="/board/${line.clause.id}${query}">${line.clause.id}</a>
          <span>${line.clause.says}</span>${(line.clause.forReview ?? []).length > 0 && forReview}`,
      },
      { html: html`${extent(line)}${by(line)}${unmeasured(line)}` },
    ]),
  );
}

const forReview = html` ${tag({ text: 'Something for the review', classes: 'govuk-tag--yellow' })}`;

/** How far a clause is measured. */
export function extent({ extent: how }: ClauseLine): Html {
  if (how === 'statement') return statement;
  return tag({ text: extentWords[how], classes: colours[how] });
}

function by({ commitments }: ClauseLine): Html | false {
  const measured = commitments.filter(({ standing }) => standing.kind !== 'unmeasured');
  return measured.length > 0 && html`<span class="lintel-clause">By: ${titles(measured)}.</span>`;
}

/** What a clause promises and nobody measures, and why. */
export function unmeasured({ commitments }: ClauseLine): readonly (Html | false)[] {
  return commitments.map(
    ({ commitment, standing }) =>
      standing.kind === 'unmeasured' &&
      html`<span class="lintel-clause"><strong>Not measured yet:</strong> ${commitment.title}.
        ${standing.because}</span>`,
  );
}

function titles(measured: readonly Measured[]): string {
  return measured.map(({ commitment }) => commitment.title).join('; ');
}

const extentWords: Readonly<Record<Exclude<Extent, 'statement'>, string>> = {
  whole: 'Measured',
  part: 'Measured in part',
  none: 'Not measured yet',
};
const colours: Readonly<Record<Exclude<Extent, 'statement'>, string>> = {
  whole: 'govuk-tag--green',
  part: 'govuk-tag--yellow',
  none: 'govuk-tag--grey',
};

export const statement = html`${tag({ text: 'Statement', classes: 'govuk-tag--grey' })} It promises
  nothing, so nothing is measured.`;
