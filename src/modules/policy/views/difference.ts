import { fold } from '#kit/components/fold.ts';
import { table } from '#kit/components/table.ts';
import { type Html, html } from '#kit/html.ts';
import type { Cite } from '#rules/cite.ts';
import type { Clause, Commitment } from '#rules/pack.ts';
import { type Altered, type Difference, isSame, type SaidOtherwise } from '../difference.ts';
import { termsOf } from '../terms.ts';

/** All that would be different, part by part; what is the same is not shown. */
export function differenceParts(found: Difference): Html {
  if (isSame(found)) return html`<p class="govuk-body">Nothing would be different.</p>`;
  const { promises, clauses, words, officeHours, gates, cited, head, cites } = found;
  const facts = (heading: string, said: readonly SaidOtherwise[]) =>
    said.length > 0 &&
    fold({ heading, about: `${said.length} changed`, html: beforeAndAfter(heading, said) });
  const promised: InWords<Commitment> = {
    name: ({ title }) => title,
    says: (each) => html`${termsOf(each).Due && html`Due ${termsOf(each).Due}. `}${each.definition}`,
  };
  const said = (cite: Cite): InWords<Clause> => ({
    name: ({ id }) => cite(id),
    says: ({ says }) => html`${says}`,
  });
  const clausesOf = { before: said(cites.before), after: said(cites.after) };
  return html`${part('Promises', promises, { before: promised, after: promised }, true)}${part(
    'Clauses',
    clauses,
    clausesOf,
    false,
  )}${[
    facts('Words', words),
    facts('Office hours and closures', officeHours),
    facts('Gates and breathing space', gates),
    facts('What refusals rest on', cited),
    facts('Title and reviews', head),
  ]}`;
}

interface InWords<T> {
  readonly name: (each: T) => string;
  readonly says: (each: T) => Html;
}

function part<T extends Commitment | Clause>(
  heading: string,
  { added, removed, altered }: { added: readonly T[]; removed: readonly T[]; altered: readonly Altered<T>[] },
  inWords: { readonly before: InWords<T>; readonly after: InWords<T> },
  open: boolean,
): Html | false {
  if (added.length + removed.length + altered.length === 0) return false;
  const reworded = termsFirst(altered.filter(({ differs }) => !onlyMoved(differs)));
  const moved = altered.flatMap(({ before, differs }) =>
    onlyMoved(differs) ? differs.map((each) => ({ ...each, what: inWords.before.name(before) })) : [],
  );
  const about = [
    reworded.length > 0 && `${reworded.length} changed`,
    moved.length > 0 && `${moved.length} under other clauses`,
    added.length > 0 && `${added.length} new`,
    removed.length > 0 && `${removed.length} gone`,
  ].filter((each) => each !== false);
  return fold({
    heading,
    about: about.join(', '),
    open,
    html: [
      ...reworded.map(({ before, differs }) => beforeAndAfter(inWords.before.name(before), differs)),
      moved.length > 0 && beforeAndAfter(`Under other clauses (${moved.length})`, moved),
      listed('New', added, inWords.after),
      listed('Gone', removed, inWords.before),
    ],
  });
}

/** Everything is as it was, but where in the policy it stands. */
function onlyMoved(differs: readonly SaidOtherwise[]): boolean {
  return differs.every(({ what }) => what === 'Clauses');
}

const wording: readonly string[] = ['Promise', 'What the figure means', 'Clauses'];

/** What is due otherwise, or kept by something else, before what is only said otherwise. */
function termsFirst<T>(altered: readonly Altered<T>[]): readonly Altered<T>[] {
  const onlySaid = ({ differs }: Altered<T>) => Number(differs.every(({ what }) => wording.includes(what)));
  return altered.toSorted((one, other) => onlySaid(one) - onlySaid(other));
}

function listed<T extends { readonly id: string }>(
  caption: string,
  items: readonly T[],
  { name, says }: InWords<T>,
): Html | false {
  return (
    items.length > 0 &&
    table({
      caption: `${caption} (${items.length})`,
      captionClasses: 'govuk-table__caption--s',
      classes: 'lintel-table--dense lintel-table--cards',
      firstCellIsHeader: true,
      rows: items.map((each) => [{ text: name(each) }, { html: says(each) }]),
    })
  );
}

function beforeAndAfter(caption: string, said: readonly SaidOtherwise[]): Html {
  return table({
    caption,
    captionClasses: 'govuk-table__caption--s',
    classes: 'lintel-table--dense lintel-table--cards lintel-compared',
    firstCellIsHeader: true,
    head: [{ text: 'What' }, { text: 'Before' }, { text: 'After' }],
    rows: said.map(({ what, before, after }) => [
      { text: what },
      { text: before ?? '–' },
      { text: after ?? '–' },
    ]),
  });
}
