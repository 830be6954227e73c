import {
  type HoldAnswer,
  type HoldContact,
  type HoldFacts,
  holdAnswer,
  strictest,
} from '#rules/hold-answer.ts';
import type { MoveAnswer } from '#rules/move-check.ts';

/** One letter for each answer: it says what the answer says, and nothing besides. */
export const codes = { no: 'A', call_first: 'B', yes: 'C' } as const satisfies Record<HoldAnswer, string>;
export type Code = (typeof codes)[HoldAnswer];

export const means = {
  no: 'There is no hold.',
  call_first:
    'Ask the office that keeps the holds before anything is sent or anybody gets in touch. Do not ask them.',
  yes: 'There is a hold. Send nothing, and do not ring or visit.',
} as const satisfies Record<HoldAnswer, string>;

/** The strictest answer for what somebody means to do. */
export function answerFor(
  facts: HoldFacts,
  contacts: readonly HoldContact[],
  now: Temporal.Instant,
): HoldAnswer {
  return strictest(contacts.map((contact) => holdAnswer(facts, contact, now)));
}

const moves = {
  safe: 'We know of nothing against it. It holds for a day.',
  ask: 'Ask the lead of the team before it is offered.',
} as const satisfies Record<MoveAnswer, string>;

/** Whether a home may be offered: each answer as long as the other. */
export function moveAnswered(answer: MoveAnswer): string {
  const text = (each: MoveAnswer) => `"answer":"${each}","means":"${moves[each].trim()}"`;
  const longest = Math.max(text('safe').length, text('ask').length);
  return `{${text(answer).padEnd(longest)}}`;
}

const fields = asLongAsEachOther((answer) => `"answer":"${answer}","code":"${codes[answer]}"`);
const whole = asLongAsEachOther(
  (answer) => `"answer":"${answer}","code":"${codes[answer]}","means":"${means[answer]}"`,
);

/** One answer as JSON: each as long as the others, so that who sees only lengths learns nothing. */
export function oneAnswer(answer: HoldAnswer): string {
  return `{${whole[answer]}}`;
}

/** One of many, with the reference that was asked about. */
export function answerOf(named: 'reference' | 'tenancy', reference: string, answer: HoldAnswer): string {
  return `{"${named}":${JSON.stringify(reference)},${fields[answer]}}`;
}

/** White space within JSON says nothing, and takes its room. */
function asLongAsEachOther(text: (answer: HoldAnswer) => string): Readonly<Record<HoldAnswer, string>> {
  const texts = { no: text('no'), call_first: text('call_first'), yes: text('yes') };
  const longest = Math.max(...Object.values(texts).map(({ length }) => length));
  return {
    no: texts.no.padEnd(longest),
    call_first: texts.call_first.padEnd(longest),
    yes: texts.yes.padEnd(longest),
  };
}

/** One answer to every change of a tenancy, to the byte: nothing of it follows from what is on record. */
export const heldAnswer = {
  answer: 'held',
  means:
    'It is held. The team that checks changes of tenancies will answer. Change nothing, and tell nobody of it.',
} as const;
export const heldAsJson = JSON.stringify(heldAnswer);

/** What a system reads back of a change that it said itself: what whoever entered one reads, and never why. */
export const toldOfEvents = {
  held: heldAnswer.means,
  go_on: 'It may be changed as was asked.',
  ask: 'Do nothing yet. Ask the team that checks changes of tenancies, and never the tenants.',
  do_not: 'Nothing is changed. If somebody asks, say that it is being looked at, and tell the team.',
  not_said: 'Your system said no such change. Say it before anything is done.',
} as const;
export type ToldOfEvent = keyof typeof toldOfEvents;
export const toldOfEventNames = Object.keys(toldOfEvents) as readonly ToldOfEvent[];

/** As long as each other: white space within JSON says nothing, and takes its room. */
export function toldOfEvent(answer: ToldOfEvent): string {
  const text = (each: ToldOfEvent) => JSON.stringify({ answer: each, means: toldOfEvents[each] });
  return text(answer).padEnd(Math.max(...toldOfEventNames.map((each) => text(each).length)));
}
