import type { WorkingCalendar } from '#rules/calendar.ts';
import { allowed, type Verdict } from '#rules/facts.ts';
import { repeats } from '#rules/handling.ts';
import { dayOfWeekInWords } from '#rules/moment.ts';
import { mayGivePaper, type PaperFacts } from '#rules/own-paper.ts';
import { type Choice, labelOf } from '#rules/words.ts';
import type { OptionInPlan, PlanContent } from './content.ts';
import { givenAwayBy } from './neutral.ts';

/** How the person is given their plan. */
export const copyWays = [
  { value: 'read_aloud', label: 'Read aloud together', hint: 'Nothing is left behind' },
  {
    value: 'handed_over',
    label: 'On paper, handed over in person',
    hint: 'At a place that was agreed as safe',
  },
  { value: 'posted', label: 'On paper, by post' },
  { value: 'none', label: 'No copy', hint: 'They do not want one, or cannot keep one safely' },
] as const satisfies readonly Choice[];
export type CopyWay = (typeof copyWays)[number]['value'];

export const copySections = ['want', 'matters', 'mine', 'others', 'offered', 'home', 'quickly'] as const;
export type CopySection = (typeof copySections)[number];

/** Headings on the paper: they say nothing to whoever finds it. */
export const sectionHeadings: Readonly<Record<CopySection, string>> = {
  want: 'What I want',
  matters: 'What matters to me',
  mine: 'What I do',
  others: 'What others do for me',
  offered: 'What I said to what there is',
  home: 'What there is for my home',
  quickly: 'If I need to act quickly',
};

export interface CopyLine {
  readonly section: CopySection;
  readonly text: string;
}

/** A line that may stand on the paper, and what it would give away to somebody who finds it. */
export interface OfferedLine extends CopyLine {
  /** Its field in the form: `want`, or the action's id. */
  readonly key: string;
  readonly givesAway: readonly string[];
}

/** Reading aloud and giving none are always open; paper needs a safe way and place that were agreed. */
export function mayGive(
  way: CopyWay,
  facts: PaperFacts,
  now: Temporal.Instant,
  calendar: WorkingCalendar,
): Verdict {
  return way === 'read_aloud' || way === 'none' ? allowed : mayGivePaper(way, facts, now, calendar);
}

/** What they said to an offer, as they would; what they were only told of is not theirs to have answered. */
const saidTo: Readonly<Record<OptionInPlan['answer'], string>> = {
  taken: 'yes',
  thinking: 'later, or I am thinking about it',
  declined: 'not for me',
  not_asked: '',
};

/**
 * What can stand on the person's copy: their words, the actions that are open, in neutral words where there are any,
 * and what they said to what was offered. Each line is chosen by itself, and one that tells is said to.
 * @param names of the landlord and of people who must not be found on it
 */
export function copyLines(
  { words, actions, options }: PlanContent,
  names: readonly string[] = [],
): readonly OfferedLine[] {
  const offered = (key: string, section: CopySection, text: string): OfferedLine => ({
    key,
    section,
    text,
    givesAway: givenAwayBy(text, names),
  });
  const open = actions.filter((action) => action.state === 'open');
  return [
    offered('want', 'want', words.ownWords),
    offered('matters', 'matters', words.wishes),
    ...open.map(({ id, owner, copyWords, what, dueOn }) => {
      const by = dueOn && ` (by ${dayOfWeekInWords(Temporal.PlainDate.from(dueOn))})`;
      return offered(id, owner === 'person' ? 'mine' : 'others', `${copyWords || what}${by}`);
    }),
    ...options
      .filter(({ answer }) => saidTo[answer] !== '')
      .map(({ id, what, answer }) => offered(`said-${id}`, 'offered', `${what}: ${saidTo[answer]}`)),
    offered('quickly', 'quickly', words.emergency),
  ].filter((line) => line.text.trim() !== '');
}

/**
 * What was gone through about their home, as it may be read on paper (V4.3, L2.7e). Each line tells whoever finds it,
 * whatever its words: none stands there by itself.
 */
export function homeOffered(
  lines: readonly { readonly option: string; readonly text: string }[],
): readonly OfferedLine[] {
  return lines.map(({ option, text }) => ({
    ...{ key: `home-${option}`, section: 'home', text },
    givesAway: [...givenAwayBy(text), 'that they think about their home'],
  }));
}

/**
 * The lines that may stand on a paper, without those of ours that repeat what somebody asked us to keep (V3.2). Their
 * own words are theirs.
 */
export function withoutConfidence<L extends CopyLine>(
  lines: readonly L[],
  confidential: readonly string[],
): readonly L[] {
  return lines.filter(
    ({ section, text }) => (section !== 'mine' && section !== 'others') || !repeats(text, confidential),
  );
}

/**
 * What stands on a paper unless somebody leaves it out. What they said to offers never does by itself: that somebody
 * thinks of moving is told by plain words, and whoever finds the paper reads it.
 */
export function chosenAtFirst(lines: readonly OfferedLine[]): readonly string[] {
  return lines
    .filter(({ section, givesAway }) => section !== 'offered' && givesAway.length === 0)
    .map(({ key }) => key);
}

/** Is a paper about their home alone? It says so, and is no copy of the plan. */
export function isOfHomeAlone(lines: readonly Pick<CopyLine, 'section'>[]): boolean {
  return lines.length > 0 && lines.every(({ section }) => section === 'home');
}

/** What the chronology says of it. */
export function copyInWords(copy: {
  readonly way: CopyWay;
  readonly place: string;
  readonly ownWords: string;
  readonly lines: readonly CopyLine[];
}): string {
  const what = isOfHomeAlone(copy.lines) ? 'What there is for their home' : 'Their plan';
  const way =
    copy.way === 'none' ? 'They keep no copy of the plan.' : `${what}: ${labelOf(copyWays, copy.way)}.`;
  const home = copy.lines.filter(({ section }) => section === 'home').map(({ text }) => text);
  return [way, copy.place, home.join('\n'), copy.ownWords].filter((part) => part.trim() !== '').join('\n\n');
}
