import { casePaths } from '#modules/case-file/pure.ts';
import { type Danger, dangerPaths } from '#modules/danger/pure.ts';
import { dueAt } from '#rules/clock.ts';
import { dueRuleOf } from '#rules/closed-since.ts';
import { dangerOwed, dangerOwedInWords } from '#rules/danger-asked.ts';
import type { CaseId } from '#rules/facts.ts';
import { momentInWords } from '#rules/moment.ts';
import type { DueRule, Pack } from '#rules/pack.ts';
import type { DayItem } from './day.ts';
import type { DayReader } from './day-items.ts';
import type { HighRiskAsked } from './store/day-cases.ts';

/** By what rule the policy says that something is done about a danger; undefined where it promises no time. */
export function dangerRule(pack: Pack): DueRule | undefined {
  return dueRuleOf(
    pack.commitments.find(({ measure }) => measure.kind === 'clock' && measure.starts === 'danger.raised'),
  );
}

/** Danger that nobody has dealt with: due within the time that is promised, and told since then. */
export function dangerItem(
  { id, caseId, reference, raisedAt }: Danger,
  { calendar }: DayReader,
  rule: DueRule | undefined,
): DayItem {
  return {
    kind: 'danger',
    caseId: caseId as CaseId | null,
    reference,
    what: 'Somebody is in danger: act, and write down what was done',
    at: rule ? dueAt(rule, raisedAt, calendar) : null,
    rule,
    waits: { words: `Told ${momentInWords(raisedAt, calendar)}`, today: true },
    appointment: false,
    danger: true,
    standsInFor: null,
    href: dangerPaths.deal(id),
    way: 'Write down what was done',
  };
}

/** High risk, and nobody has asked about danger when they could: today, at the next safe contact, by no set time. */
export function unaskedItem(
  asked: HighRiskAsked,
  { calendar, standIn }: DayReader,
  now: Temporal.Instant,
): readonly DayItem[] {
  const owed = dangerOwed({ ...asked, high: true }, now);
  if (!owed) return [];
  const { caseId, reference, danger, leadId } = asked;
  return [
    {
      kind: 'danger_unasked',
      ...{ caseId, reference, danger, appointment: false },
      what: dangerOwedInWords(owed, calendar),
      ...{ at: null, waits: { words: 'At the next safe contact', today: true } },
      standsInFor: standIn.get(leadId) ?? null,
      href: casePaths.newContact(caseId),
      way: 'Record a contact',
    },
  ];
}
