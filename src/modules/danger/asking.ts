import type { DangerHow } from './danger.ts';

/** What came of asking whether there is danger now. */
export const dangerAnswers = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No: they were asked' },
  { value: 'not_safe', label: 'It was not safe to ask' },
  { value: 'not_asked', label: 'Not asked' },
] as const;
export type DangerAnswer = (typeof dangerAnswers)[number]['value'];

/** The answer, with what the danger is or why it was not asked about. Null: nobody was there to be asked. */
export type AskedAboutDanger = { readonly answer: DangerAnswer; readonly words: string } | null;

/** What the record tells of it: that it was asked, that it was not, or that to ask was not safe. */
export const askingEvents = {
  yes: 'danger.asked',
  no: 'danger.asked',
  not_safe: 'danger.not-safe-to-ask',
  not_asked: 'danger.not-asked',
} as const satisfies Readonly<Record<DangerAnswer, string>>;

/** Asked and answered: only that says anything about danger. */
export function wasAsked(answer: DangerAnswer): boolean {
  return answer === 'yes' || answer === 'no';
}

/** As the chronology tells it; what the danger is stands in an entry of its own. */
export function askedInWords(asked: NonNullable<AskedAboutDanger>): string {
  const said = {
    yes: 'They were asked whether there is danger now: there is.',
    no: 'They were asked whether there is danger now, and said no.',
    not_safe: 'It was not safe to ask whether there is danger now.',
    not_asked: 'Nobody asked whether there is danger now.',
  }[asked.answer];
  return asked.answer === 'not_asked' ? `${said} Why: ${asked.words}` : said;
}

/** At what it was asked. */
export type AskedAt = Extract<DangerHow, 'disclosure' | 'contact' | 'assessment' | 'reopened'>;

/** One time at which it was asked or not, as it was written down. */
export interface Asking {
  readonly how: AskedAt;
  readonly answer: DangerAnswer;
  readonly why: string;
  readonly askedAt: Temporal.Instant;
  readonly recordedAt: Temporal.Instant;
  readonly recordedByName: string | null;
}
