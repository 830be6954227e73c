import { capitalised } from '#rules/words.ts';

/** One thing that was opened or done, as the record tells of it: nothing of what it was about. */
export interface Opened {
  readonly at: Temporal.Instant;
  readonly name: string;
  /** Which part of the case was looked at; '' for anything else. */
  readonly part: string;
}

/** "Opened: Chronology"; "Contact attempted". */
export function openedInWords({ name, part }: Opened): string {
  if (part !== '') return `Opened: ${part}`;
  return capitalised(name.replaceAll(/[.-]/g, ' '));
}
