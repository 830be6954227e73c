import { allowed, refused, type StaffId, type Verdict } from '#rules/facts.ts';
import { type Opened, openedInWords } from './openings.ts';

export const readersPerPage = 20;

/** Looking, and what leaves the house: changes stand in the chronology. */
export const openings: readonly string[] = [
  'case.viewed',
  'disclosure.viewed',
  'needs.viewed',
  'contact-detail.shown',
  'case.exported',
  'case.printed-again',
  'file.viewed',
  'file.exported',
  'evidence.exported',
  'share.viewed',
  'share.exported',
  'share.sent-as-agreed',
  'share.sent-by-two',
  'share.sent-in-danger',
  'share.sent-to-safeguard',
  'plan.copy-given',
  'housing.copy-given',
  'plan.looked-at-together',
  'break-glass.used',
  'case-readers.viewed',
];

/** What one colleague opened of a case on one day, each part once. */
export interface DayOfReader {
  readonly day: Temporal.PlainDate;
  readonly staffId: StaffId;
  readonly name: string;
  /** Why they see the case at all: the reason of a grant by name; '' where their role lets them in. */
  readonly grantedBecause: string;
  readonly opened: readonly OpenedOften[];
}

export interface OpenedOften extends Opened {
  readonly times: number;
  /** What they said it was for: a number that was shown, an export; '' where nothing is asked. */
  readonly why: string;
}

/** Whoever leads the case and its managers read who opened it; nobody who is in it by emergency alone. */
export function mayReadReaders(
  {
    leadId,
    emergencyUntil,
  }: { readonly leadId: StaffId | null; readonly emergencyUntil: Temporal.Instant | null },
  who: { readonly staff: StaffId; readonly manages: boolean },
): Verdict {
  if (emergencyUntil === null && (who.manages || leadId === who.staff)) return allowed;
  return refused('Whoever leads this case and managers read who opened it.', 'need-to-know');
}

/** "Opened: Risk, 3 times"; "Exported". */
export function readingInWords(opened: OpenedOften): string {
  const often = opened.times > 1 ? `, ${opened.times} times` : '';
  return `${own[opened.name] ?? openedInWords(opened)}${often}`;
}

const own: Readonly<Record<string, string>> = {
  'case.exported': 'Took words of the case away',
  'case.printed-again': 'Printed a sheet again',
  'file.viewed': 'Looked at a picture',
  'file.exported': 'Downloaded a file of the case, or put it into a pack',
  'evidence.exported': 'Downloaded a pack of evidence',
  'share.viewed': 'Read what would leave by a decision',
  'share.exported': 'Downloaded what leaves by a decision',
  'share.sent-as-agreed': 'Let something leave by a decision',
  'share.sent-by-two': 'Let something leave by a decision',
  'share.sent-in-danger': 'Let something leave by a decision',
  'share.sent-to-safeguard': 'Sent a referral',
  'plan.copy-given': 'Made a copy of the plan',
  'housing.copy-given': 'Put on their paper what there is for their home',
  'plan.looked-at-together': 'Opened the plan to look at together',
  'contact-detail.shown': 'Had a number or an address shown',
  'break-glass.used': 'Used emergency access',
  'case-readers.viewed': 'Looked who opened this case',
};
