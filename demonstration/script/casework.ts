import { saysReached } from '#modules/contact/pure.ts';
import type { AskedAboutDanger } from '#modules/danger/pure.ts';
import type { Chance, Deal } from '#modules/simulator/pure.ts';
import type { WorkingCalendar } from '#rules/calendar.ts';
import { agreedWay, mailboxOf } from './agreements.ts';
import { type Cast, wordsFor } from './cast.ts';
import { chronicle, correction, lateEntry, type Written } from './chronicle.ts';
import { filled } from './names.ts';
import {
  attemptNotes,
  firstContacts,
  firstMeeting,
  laterContacts,
  meetings,
  replies,
  slipNotes,
} from './notes.ts';
import type { Action, SafeContact, Step } from './steps.ts';
import type { Post } from './team.ts';
import { atTheDesk } from './timing.ts';

/** A case once somebody works on it. */
export interface Working {
  readonly story: string;
  readonly cast: Cast;
  readonly lead: Post;
  readonly calendar: WorkingCalendar;
  /** Where the simulated months end: what would come after it has not happened. */
  readonly present: Temporal.Instant;
  readonly chance: Chance;
  readonly deal: Deal;
  /** What is to happen in it whatever chance says: so few stories must show something of everything. */
  readonly turn?: Turn | undefined;
}

export type Turn =
  | 'reopened'
  | 'rests'
  | 'unsafe-plan'
  | 'more-time'
  | 'high'
  | 'changed'
  | 'factor'
  | 'acted';

/** The first safe, two-way contact, and what is asked and agreed in it. */
export function firstContact(work: Working, at: Temporal.Instant, before?: SafeContact): readonly Step[] {
  const { cast, lead, chance, deal } = work;
  const spoken = deal(firstContacts);
  const met = chance.yes(0.12) || cast.person.phone === null;
  const note = filled(met ? firstMeeting : spoken, wordsFor(cast).other);
  const contact = contacted(work, at, met ? 'in_person' : 'phone', met ? 'met_safely' : 'spoke_safely', note);
  const after = contact.at;
  const way = agreedWay(cast, chance, before);
  const agreed: Action = {
    does: 'safe-contact',
    by: lead,
    agreed: way,
    also: before ? undefined : mailboxOf(way),
  };
  const answer = cast.children.length > 0 ? 'yes' : 'no';
  const asked = chance.yes(0.9);
  return [
    contact,
    step(work, after.add({ minutes: 3 }), agreed),
    ...(asked ? [step(work, after.add({ minutes: 5 }), { does: 'children', by: lead, answer })] : []),
    ...(asked
      ? cast.children.map((child) => childStep(work, after.add({ minutes: 6 }), child.reference))
      : []),
  ];
}

function childStep(work: Working, at: Temporal.Instant, person: string): Step {
  return step(work, at, {
    does: 'add-person',
    by: work.lead,
    part: 'child_victim',
    person,
    describedAs: '',
    connection: 'Child',
  });
}

/** A try that reached nobody: evidence, never a contact. */
export function attempt(
  work: Working,
  at: Temporal.Instant,
  differences: Partial<Extract<Action, { does: 'contact' }>> = {},
): Step {
  const outcome = work.chance.weighted<keyof typeof attemptNotes>([
    ['no_answer', 70],
    ['line_busy', 20],
    ['call_dropped', 10],
  ]);
  const tried = contacted(work, at, 'phone', outcome, work.deal(attemptNotes[outcome]));
  const action = { ...tried.action, ...differences } as Extract<Action, { does: 'contact' }>;
  return { ...tried, action: { ...action, withWhom: whoWas(action.outcome) } };
}

/** The months after: contacts every week or two, what was written down, and asking again how to reach somebody. */
export function followUp(work: Working, from: Temporal.Instant, agreed: SafeContact): readonly Step[] {
  return [...contactsAfter(work, from, agreed), ...entriesAfter(work, from)];
}

/** The last that was agreed among these steps; undefined: nothing was. */
export function lastAgreed(steps: readonly Step[]): SafeContact | undefined {
  return steps.flatMap(({ action }) => (action.does === 'safe-contact' ? [action.agreed] : [])).at(-1);
}

const contactsAtMost = 7;

function contactsAfter(work: Working, from: Temporal.Instant, first: SafeContact): readonly Step[] {
  const { cast, lead, calendar, present, chance, deal } = work;
  const notes = chance.shuffled(laterContacts);
  const steps: Step[] = [];
  let at = from;
  let asked = from;
  let way = first;
  for (let nth = 0; nth < contactsAtMost; nth += 1) {
    at = atTheDesk(at, chance.whole(6 + 3 * nth, 14 + 5 * nth), calendar, chance);
    if (Temporal.Instant.compare(at, present) >= 0) break;
    if (chance.yes(0.22)) {
      const slips = chance.yes(0.15) && !way.mayLeaveVoicemail && way.channel === 'phone';
      steps.push(...(slips ? slip(work, at) : [attempt(work, at)]));
      continue;
    }
    const reached = chance.weighted([
      ['spoke_safely', 70],
      ['met_safely', 18],
      ['replied_safely', 12],
    ] as const);
    const outcome = byAgreedWay(reached, way);
    const met = outcome === 'met_safely' ? deal(meetings) : null;
    const said = met ?? (outcome === 'replied_safely' ? nthOf(replies, nth) : nthOf(notes, nth));
    const note = filled(said, wordsFor(cast).other);
    const channel = { spoke_safely: 'phone', met_safely: 'in_person', replied_safely: 'text' } as const;
    const contact = contacted(work, at, channel[outcome], outcome, note);
    steps.push(contact);
    if (at.since(asked).total('hours') < 24 * 24 || chance.yes(0.2)) continue;
    asked = contact.at;
    way = agreedWay(cast, chance, way);
    steps.push(step(work, contact.at.add({ minutes: 2 }), { does: 'safe-contact', by: lead, agreed: way }));
  }
  return steps;
}

type Reached = 'spoke_safely' | 'met_safely' | 'replied_safely';

/** Nobody answers a text who may not be sent one, and whoever agreed to be met is met. */
function byAgreedWay(reached: Reached, { channel, mayText }: SafeContact): Reached {
  if (channel === 'in_person') return 'met_safely';
  return reached === 'replied_safely' && !mayText ? 'spoke_safely' : reached;
}

function nthOf(list: readonly string[], nth: number): string {
  return list[nth % list.length] as string;
}

function entriesAfter(work: Working, from: Temporal.Instant): readonly Step[] {
  const { calendar, present, chance } = work;
  const days = Math.floor(present.since(from).total('hours') / 24);
  const written = chance.shuffled(chronicle).slice(0, Math.min(chance.whole(3, 7), 1 + Math.floor(days / 6)));
  return written.flatMap((entry) => {
    const recorded = atTheDesk(from, chance.whole(0, Math.max(0, days)), calendar, chance);
    if (Temporal.Instant.compare(recorded, from) <= 0) return [];
    return entrySteps(work, recorded, entry);
  });
}

function entrySteps(work: Working, recorded: Temporal.Instant, entry: Written): readonly Step[] {
  const { cast, lead, chance } = work;
  const late = chance.yes(0.08);
  const corrected = !late && chance.yes(0.08);
  const knownAt = late
    ? recorded.subtract({ hours: 24 * chance.whole(2, 6) })
    : recorded.subtract({ minutes: chance.whole(4, 90) });
  const happenedAt = entry.kind === 'incident' ? knownAt.subtract({ hours: chance.whole(3, 60) }) : knownAt;
  const { other, own } = wordsFor(cast);
  const words = filled(entry.words, entry.words.startsWith('“') ? own : other);
  const text = late ? `${words}\n\n${lateEntry}` : words;
  const { kind, source } = entry;
  const first = step(work, recorded, {
    does: 'entry',
    by: lead,
    kind,
    source,
    happenedAt,
    knownAt,
    words: text,
  });
  if (!corrected) return [first];
  const at = recorded.add({ hours: chance.whole(1, 3) });
  return [
    first,
    step(work, at, {
      does: 'entry',
      by: lead,
      kind,
      source,
      happenedAt: happenedAt.subtract({ hours: 24 }),
      knownAt,
      words: `${words}\n\n${filled(correction, other)}`,
      correctsLast: true,
    }),
  ];
}

/** A voicemail that nobody had agreed to, said so at once; and what a manager did about it that day. */
function slip(work: Working, at: Temporal.Instant): readonly Step[] {
  const { chance, present, lead } = work;
  const left = contacted(work, at, 'phone', 'voicemail_left', slipNotes.left);
  const action = { ...left.action, doNow: slipNotes.doNow } as Action;
  const dealt = left.at.add({ minutes: chance.whole(12, 40) });
  if (Temporal.Instant.compare(dealt, present) >= 0) return [{ ...left, action }];
  const by = lead === 'manager' ? 'deputy' : 'manager';
  const done = { does: 'deal-with-breach', by, done: slipNotes.done, stillSafe: 'yes' } as const;
  return [{ ...left, action }, step(work, dealt, done)];
}

function whoWas(
  outcome: Extract<Action, { does: 'contact' }>['outcome'],
): 'person' | 'somebody_else' | 'nobody' {
  if (outcome === 'someone_else_answered') return 'somebody_else';
  return saysReached(outcome) || outcome === 'call_dropped' || outcome === 'not_safe_to_talk'
    ? 'person'
    : 'nobody';
}

/** Most are asked about danger, and say no; some cannot be asked safely, and now and then nobody thought of it. */
function askedAbout(chance: Chance): NonNullable<AskedAboutDanger> {
  const answer = chance.weighted([
    ['no', 88],
    ['not_safe', 7],
    ['not_asked', 5],
  ] as const);
  return { answer, words: answer === 'not_asked' ? 'The call was about the locks, and was short' : '' };
}

/** Written down a few minutes after it happened. */
export function contacted(
  work: Working,
  happenedAt: Temporal.Instant,
  channel: Extract<Action, { does: 'contact' }>['channel'],
  outcome: Extract<Action, { does: 'contact' }>['outcome'],
  notes: string,
): Step {
  const recorded = happenedAt.add({ minutes: work.chance.whole(2, 9) });
  const withWhom = whoWas(outcome);
  return step(work, recorded, {
    does: 'contact',
    by: work.lead,
    happenedAt,
    channel,
    outcome,
    withWhom,
    danger: saysReached(outcome) ? askedAbout(work.chance) : null,
    notes,
  });
}

export function step({ story }: Pick<Working, 'story'>, at: Temporal.Instant, action: Action): Step {
  return { at, story, action };
}
