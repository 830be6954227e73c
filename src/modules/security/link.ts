import { atTheOffice, type WorkingCalendar } from '#rules/calendar.ts';
import type { Choice } from '#rules/words.ts';

/** What stopped a contractor at the door. None of it goes back to a name: whoever works on the case asks the person. */
export const problems = [
  { value: 'nobody', label: 'Nobody opened' },
  {
    value: 'somebody_else',
    label: 'Somebody opened who did not expect you',
    hint: 'Or somebody was there who asked about it. Say nothing more to them',
  },
  { value: 'not_wanted', label: 'They did not want it done' },
  { value: 'not_possible', label: 'It cannot be done today', hint: 'A part, a tool, or the door itself' },
  { value: 'unsafe', label: 'It did not feel safe, or something there worried you' },
] as const satisfies readonly Choice[];
export type Problem = (typeof problems)[number]['value'];

/** Why a link opens nothing any more. */
export const shutWhys = [
  { value: 'by_us', label: 'One of us ended it' },
  { value: 'anew', label: 'Another link was sent in its place' },
  { value: 'ended', label: 'Nobody is to come any more' },
  { value: 'agreement', label: 'What was agreed about contact has changed, or is not sure any more' },
  { value: 'may_not', label: 'Somebody who must agree to the works does not, or it is not known any more' },
  { value: 'contractor', label: 'Nobody of them may be sent any more' },
  { value: 'case', label: 'The case is closed, or whoever sent it may not see it any more' },
  { value: 'codes', label: 'Five codes were wrong' },
  { value: 'stopped', label: 'They wrote what stopped them' },
  { value: 'done', label: 'They wrote that it is done' },
] as const satisfies readonly Choice[];
export type ShutWhy = (typeof shutWhys)[number]['value'];

/** Shut without anybody having ended it: somebody may be on the way who has read where to. */
export const shutByItself: readonly ShutWhy[] = ['ended', 'agreement', 'may_not', 'contractor', 'case'];

export interface LinkFacts {
  readonly sentAt: Temporal.Instant;
  readonly orderEnded: boolean;
  /** It is still on its way, as they wished. */
  readonly ordered: boolean;
  readonly closed: boolean;
  readonly senderShutOut: boolean;
  readonly mayBeSent: boolean;
  /** Everybody who must agree to the works does. */
  readonly gateOpen: boolean;
  /** Since when what was agreed about contact is another one, or not sure; and when they moved. */
  readonly changes: readonly (Temporal.Instant | null)[];
  /** It is within what was agreed about visits, or went on for a reason that they gave. */
  readonly within: boolean;
}

/** Why a link that was sent stands no more; null: it stands. The same as it is opened and as the program looks. */
export function whyShut(facts: LinkFacts): ShutWhy | null {
  const { sentAt, changes } = facts;
  if (facts.closed || facts.senderShutOut) return 'case';
  if (facts.orderEnded || !facts.ordered) return 'ended';
  if (!facts.mayBeSent) return 'contractor';
  if (!facts.gateOpen) return 'may_not';
  const since = changes.some((at) => at !== null && Temporal.Instant.compare(at, sentAt) > 0);
  return since || !facts.within ? 'agreement' : null;
}

export const jobSteps = ['open', 'accept', 'cannot', 'arrived', 'done', 'problem'] as const;
export type JobStep = (typeof jobSteps)[number];
export type Standing = 'asked' | 'accepted' | 'arrived';

/** How a job stands by what was answered, the first answer first. */
export function standingOf(answers: readonly { readonly outcome: string }[]): Standing {
  if (answers.some(({ outcome }) => outcome === 'arrived')) return 'arrived';
  return answers.some(({ outcome }) => outcome === 'accepted') ? 'accepted' : 'asked';
}

/** May this be answered now? Nobody has arrived, and nothing is done, before its day. */
export function mayAnswer(step: JobStep, standing: Standing, itsDay: boolean): boolean {
  switch (step) {
    case 'open':
      return true;
    case 'accept':
      return standing === 'asked';
    case 'cannot':
      return standing !== 'arrived';
    case 'arrived':
      return standing === 'accepted' && itsDay;
    case 'problem':
      return standing !== 'asked' && itsDay;
    case 'done':
      return standing === 'arrived' && itsDay;
  }
}

/** Where it is, and whom to ask for, is told on the day itself, and only to somebody who said that they come. */
export function tellsWhere(standing: Standing, itsDay: boolean): boolean {
  return standing !== 'asked' && itsDay;
}

/** “EX1” of “7 Example Row, EX1 2AB”: enough to say whether somebody can come; '' where there is no postcode. */
export function districtOf(address: string): string {
  return /\b([a-z]{1,2}\d[a-z\d]?)\s*\d[a-z]{2}\b/i.exec(address)?.[1]?.toUpperCase() ?? '';
}

export function isItsDay(
  { dayOn }: { readonly dayOn: Temporal.PlainDate },
  now: Temporal.Instant,
  calendar: WorkingCalendar,
): boolean {
  return atTheOffice(now, calendar).toPlainDate().equals(dayOn);
}

/** What settles a stop. Where somebody stood at the door, only having spoken with the person does. */
export const lookedSaid = [
  { value: 'spoke', label: 'One of us has spoken with them, in the agreed way' },
  {
    value: 'otherwise',
    label: 'Nobody had come to the home, and it is dealt with',
    hint: 'The contractor was rung; it is ordered anew, or not needed. Say how',
  },
  {
    value: 'not_reached',
    label: 'Tried, and not reached',
    hint: 'It is written down, and stays owed until somebody has',
  },
] as const satisfies readonly Choice[];
export type LookedSaid = (typeof lookedSaid)[number]['value'];

export function maySettle(outcome: string, said: LookedSaid): boolean {
  return said !== 'otherwise' || outcome !== 'problem';
}
