import { summaryList } from '#kit/components/summary-list.ts';
import { type Html, html } from '#kit/html.ts';
import type { WorkingCalendar } from '#rules/calendar.ts';
import { momentInWords } from '#rules/moment.ts';
import { labelOf } from '#rules/words.ts';
import { type Definition, definitions } from '../definition.ts';
import { reachedChannels } from '../handing-over.ts';
import { handovers } from '../handovers.ts';
import type { Triage } from '../store/read.ts';
import {
  type AdultSafeguarding,
  adultSafeguardingAnswers,
  type Safeguarding,
  safeguardingAnswers,
} from '../triage-form.ts';
import { written } from './written.ts';

/** A decision of triage, with the moment in words. */
export interface DecisionLine {
  readonly decided: string;
  readonly decidedByName: string | null;
  readonly definition: Definition;
  readonly reasons: readonly string[];
  readonly outcome: 'new_case' | 'existing_case' | 'handover';
  readonly handoverTo: string;
  readonly handoverContact: string;
  readonly handoverSaid: string;
  readonly safetyStep: string;
  /** Who reached the person, how and when, in words; '' where nobody did. */
  readonly reached: string;
  readonly safeguarding: Safeguarding;
  readonly safeguardingWhy: string;
  readonly adultSafeguarding: AdultSafeguarding;
  readonly adultSafeguardingWhy: string;
  readonly why: string;
}

export function decisionLine(triage: Triage, calendar: WorkingCalendar): DecisionLine {
  const { reachedAt, reachedByName, reachedChannel } = triage;
  const reached = reachedAt
    ? `${reachedByName ?? 'A former colleague'} spoke with the person: ` +
      `${labelOf(reachedChannels, reachedChannel).toLowerCase()}, ${momentInWords(reachedAt, calendar)}`
    : '';
  return { ...triage, reached, decided: momentInWords(triage.decidedAt, calendar) };
}

/** What was decided, by whom and on what grounds, the latest first. */
export function decisions(lines: readonly DecisionLine[]): Html | undefined {
  if (lines.length === 0) return undefined;
  return html`<h2 class="govuk-heading-m">What was decided</h2>${lines.map(decision)}`;
}

const outcomes = {
  new_case: 'A new case',
  existing_case: 'Added to a case',
  handover: 'Handed over',
} as const;

function decision(line: DecisionLine): Html {
  const rows = [
    ['Outcome', outcomes[line.outcome]],
    ['Definition', labelOf(definitions, line.definition)],
    ['Grounds', line.reasons.join('\n')],
    ['Why', line.why],
    ['Handed over to', line.handoverTo && labelOf(handovers, line.handoverTo)],
    ['How', line.handoverContact],
    ['What was said', line.handoverSaid],
    ['Safety step that day', line.safetyStep],
    ['Who was reached', line.reached],
    [
      'Safeguarding of a child',
      line.safeguarding === 'not_needed' ? '' : labelOf(safeguardingAnswers, line.safeguarding),
    ],
    ['Why no referral of the child', line.safeguardingWhy],
    [
      'Safeguarding of an adult',
      line.adultSafeguarding === 'not_asked' ? '' : labelOf(adultSafeguardingAnswers, line.adultSafeguarding),
    ],
    ['Why no referral of the adult', line.adultSafeguardingWhy],
  ] as const;
  return html`<p class="govuk-body-s">${line.decided}${line.decidedByName && ` by ${line.decidedByName}`}</p>
    ${summaryList({
      rows: rows.map(([key, value]) =>
        value === '' ? null : { key: { text: key }, value: { html: written(value) } },
      ),
    })}`;
}
