import { type Html, html } from '../html.ts';
import { button } from './button.ts';
import { type FormState, kept } from './form-state.ts';
import { radios } from './radios.ts';
import { submission } from './submission.ts';
import { textarea } from './textarea.ts';
import { verbatim } from './verbatim.ts';

/** A moment as people read it. */
type When = (instant: Temporal.Instant) => string;

/** One proposes, another decides: who proposed it and when, as a row of a summary list. */
export function proposedRow(
  proposal: { readonly proposedAt: Temporal.Instant; readonly proposedByName: string | null },
  when: When,
  key = 'Proposed',
) {
  const { proposedAt, proposedByName } = proposal;
  return { key: { text: key }, value: { text: `${when(proposedAt)} by ${proposedByName ?? 'Lintel'}` } };
}

interface Decided<D extends string> {
  readonly decision: D | null;
  readonly decidedAt: Temporal.Instant | null;
  readonly decidedByName: string | null;
  readonly decidedWhy: string;
}
const notApproved = { declined: 'Declined', withdrawn: 'Taken back' } as const;

/** How it was decided, when, by whom and why; nothing while it waits. `words` as the kind has them. */
export function decidedRow<D extends string>(
  { decision, decidedAt, decidedByName, decidedWhy }: Decided<D>,
  when: When,
  words: Readonly<Record<Exclude<D, keyof typeof notApproved>, string>> &
    Partial<Readonly<Record<keyof typeof notApproved, string>>>,
) {
  if (decision === null || decidedAt === null) return false;
  const said: Readonly<Record<string, string>> = { ...notApproved, ...words };
  return {
    key: { text: said[decision] ?? decision },
    value: {
      html: html`${when(decidedAt)} by ${decidedByName ?? 'Lintel'}${decidedWhy !== '' && verbatim(decidedWhy)}`,
    },
  };
}

export interface DecisionWords {
  readonly legend?: string;
  /** What comes first. */
  readonly first?: string;
  readonly ways: readonly { readonly value: string; readonly text: string }[];
  readonly label?: string;
  readonly hint: string;
}

/** The fields of a decision: which, and why. */
export function decisionFields(form: FormState, words: DecisionWords, names = { why: 'why' }): Html {
  const { legend = 'Your decision', first, ways, label = 'Why', hint } = words;
  return html`${radios({
    ...kept(form, 'decision'),
    fieldset: { legend: { text: legend, classes: 'govuk-fieldset__legend--s' } },
    ...(first !== undefined && { hint: { text: first } }),
    items: ways,
  })}${textarea({
    ...kept(form, names.why),
    label: { text: label, classes: 'govuk-label--s' },
    hint: { text: hint },
    rows: 4,
  })}`;
}

/** Taking back what was proposed, for as long as nobody has decided. */
export function withdrawal(
  action: string,
  form: {
    readonly csrf: string;
    readonly submissionId: string;
    readonly version?: number | string | undefined;
  },
): Html {
  const { csrf, submissionId, version } = form;
  return html`<form method="post" action="${action}" novalidate>${submission(csrf, submissionId, version)}${button(
    { text: 'Take it back', classes: 'govuk-button--secondary', preventDoubleClick: true },
  )}</form>`;
}
