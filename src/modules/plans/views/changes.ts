import { table } from '#kit/components/table.ts';
import { type Html, html } from '#kit/html.ts';
import { answers } from '#modules/support/pure.ts';
import { dayOfWeekInWords } from '#rules/moment.ts';
import { labelOf } from '#rules/words.ts';
import type { Change } from '../changes.ts';
import type { ActionInPlan, OptionInPlan } from '../content.ts';
import { wants } from '../plan.ts';

interface Row {
  readonly what: string;
  readonly before: string;
  readonly now: string;
}

/** What changed, item by item: what it said, and what it says. */
export function changesTable(changes: readonly Change[], caption: string): Html {
  if (changes.length === 0) return html`<p class="govuk-body">Nothing changed.</p>`;
  return table({
    caption,
    captionClasses: 'govuk-table__caption--s',
    classes: 'lintel-table--cards',
    head: [{ text: 'What' }, { text: 'Before' }, { text: 'Now' }],
    rows: changes
      .flatMap(inRows)
      .map(({ what, before, now }) => [
        { text: what },
        { text: before || 'nothing' },
        { text: now || 'nothing' },
      ]),
  });
}

const fields = {
  wants: 'What they want',
  ownWords: 'Their words',
  wishes: 'What matters to them',
  emergency: 'In an emergency',
} as const;

function inRows(change: Change): readonly Row[] {
  if (change.list === 'words') {
    const said = (text: string) => (change.field === 'wants' && text ? labelOf(wants, text) : text);
    return [{ what: fields[change.field], before: said(change.from), now: said(change.to) }];
  }
  switch (change.kind) {
    case 'added':
      return [{ what: change.list === 'actions' ? 'New action' : 'Offered', before: '', now: said(change) }];
    case 'removed':
      return [{ what: 'No longer there', before: said(change), now: '' }];
    case 'reordered':
      return [{ what: 'Order', before: 'As it was', now: 'In another order' }];
    case 'changed':
      return change.list === 'actions'
        ? changedAction(change.from, change.to)
        : [{ what: change.to.what, before: answered(change.from), now: answered(change.to) }];
  }
}

function said(change: Extract<Change, { readonly kind: 'added' | 'removed' }>): string {
  if (change.list === 'options') return `${change.item.what}: ${answered(change.item)}`;
  const { what, by, dueOn } = change.item;
  return [what, by || 'by themselves', dueOn && day(dueOn)].filter(Boolean).join(', ');
}

function answered({ answer }: OptionInPlan): string {
  return labelOf(answers, answer);
}

const names = {
  what: 'What',
  why: 'Why',
  by: 'Who',
  dueOn: 'By',
  safety: 'Keeps somebody safe',
  state: 'Stands',
  copyWords: 'Words for their copy',
} as const satisfies Partial<Record<keyof ActionInPlan, string>>;

const states = { open: 'Open', done: 'Done', dropped: 'No longer needed' } as const;

function changedAction(from: ActionInPlan, to: ActionInPlan): readonly Row[] {
  const was = inWords(from);
  const is = inWords(to);
  return (Object.keys(names) as readonly (keyof typeof names)[])
    .filter((field) => was[field] !== is[field])
    .map((field) => ({ what: `${to.what}: ${names[field]}`, before: was[field], now: is[field] }));
}

function inWords({ what, why, by, owner, dueOn, safety, state, copyWords }: ActionInPlan) {
  return {
    what,
    why,
    by: owner === 'person' ? 'The person themselves' : by,
    dueOn: dueOn ? day(dueOn) : 'Whenever they like',
    safety: safety ? 'Yes' : 'No',
    state: states[state],
    copyWords,
  };
}

function day(iso: string): string {
  return dayOfWeekInWords(Temporal.PlainDate.from(iso));
}
