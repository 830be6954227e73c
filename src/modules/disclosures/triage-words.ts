import type { Typed } from '#kit/forms.ts';
import { keptAll } from '#kit/forms.ts';
import { childInWords } from '#modules/case-file/pure.ts';
import { atTheOffice, type WorkingCalendar } from '#rules/calendar.ts';
import { ownClause } from '#rules/clauses.ts';
import { dayOfWeekInWords } from '#rules/moment.ts';
import type { Pack } from '#rules/pack.ts';
import { childrenIn } from './child-rows.ts';

/** The date on the office's wall, in words. */
export function dayInWords(instant: Temporal.Instant, calendar: WorkingCalendar): string {
  return dayOfWeekInWords(atTheOffice(instant, calendar));
}

/** The clause of the landlord's policy that speaks of safeguarding, or the Act where it has none. */
export function safeguardingClause(pack: Pack): string {
  return ownClause(pack, 'safeguarding') || 'Children Act 1989 s.47';
}

const writtenFields = [
  { name: 'why', label: 'Why' },
  { name: 'join_why', label: 'Why it belongs to that case' },
  { name: 'handover_contact', label: 'Whom you spoke to, and how' },
  { name: 'handover_said', label: 'What you told them' },
  { name: 'safety_step', label: 'What was done today to keep the person safe' },
  { name: 'safeguarding_why', label: 'Why there is no referral of the child' },
  { name: 'adult_safeguarding_why', label: 'Why there is no referral of the adult' },
] as const;

/** Everything that somebody wrote into the form of triage, so that it is not lost when somebody else was first. */
export function writtenIn(typed: Typed): readonly { readonly label: string; readonly value: string }[] {
  const children = childrenIn(typed).map((child) => ({ label: 'A child', value: childInWords(child) }));
  const words = writtenFields.map(({ name, label }) => ({
    label,
    value: keptAll(typed, name).join('\n').trim(),
  }));
  return [...words, ...children].filter(({ value }) => value !== '');
}
