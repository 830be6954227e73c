import type { Urgency } from './notice-kind.ts';
import { type NoticeTopic, noticeTopics } from './notice-topics.ts';
import { type Notice, noticeTopic, noticeUrgency } from './notices.ts';

/** A notice that nobody has opened, and whose matter still waits. */
export interface Told extends Notice {
  readonly id: string;
  readonly at: Temporal.Instant;
  /** What waits for a decision, where it is about no case and nothing that was told. */
  readonly aboutId: string | null;
  /** The reference of what it is about; null where it is about no case and no disclosure. */
  readonly reference: string | null;
  /** What is to be done, where a promise waits. */
  readonly toDo: string | null;
}

/** One thing that waits, however often it was told of. */
export interface Waiting {
  /** The notice that leads to it: of the most pressing kind, the newest. */
  readonly leads: Told;
  readonly toDo: readonly string[];
  readonly times: number;
  readonly firstAt: Temporal.Instant;
}

export interface WaitingGroup {
  readonly topic: NoticeTopic;
  readonly things: readonly Waiting[];
}

/** What a promise was told of at half, near its end and afterwards is one thing. */
function thingOf({ id, kind, caseId, disclosureId, aboutId }: Told): string {
  const what = noticeTopic(kind) === 'promise' ? 'promise' : kind;
  return `${what} ${caseId ?? disclosureId ?? aboutId ?? id}`;
}

/** What waits, each thing once, by kind: danger first; in each group the most pressing, then the oldest. */
export function waitingGroups(told: readonly Told[]): readonly WaitingGroup[] {
  const things = [...Map.groupBy(told, thingOf).values()].map(waiting);
  const groups = Map.groupBy(things, ({ leads }) => noticeTopic(leads.kind));
  return noticeTopics.flatMap((topic) => {
    const found = groups.get(topic);
    return found ? [{ topic, things: found.toSorted(pressingFirst) }] : [];
  });
}

/** How many things wait, by how soon they need somebody. */
export function waitingByUrgency(groups: readonly WaitingGroup[]): Readonly<Record<Urgency, number>> {
  const count = { danger: 0, now: 0, soon: 0, know: 0 };
  for (const { leads } of groups.flatMap(({ things }) => things)) count[noticeUrgency(leads.kind)] += 1;
  return count;
}

const order: readonly Urgency[] = ['danger', 'now', 'soon', 'know'];

function rank({ kind }: Notice): number {
  return order.indexOf(noticeUrgency(kind));
}

function waiting(notices: readonly Told[]): Waiting {
  const byTime = notices.toSorted((one, other) => Temporal.Instant.compare(one.at, other.at));
  const [first = notices[0]] = byTime;
  const leads = byTime.toSorted((one, other) => rank(other) - rank(one)).at(-1) ?? first;
  if (!first || !leads) throw new RangeError('a thing that nobody was told of');
  const toDo = [...new Set(byTime.flatMap((each) => each.toDo ?? []))];
  return { leads, toDo, times: notices.length, firstAt: first.at };
}

function pressingFirst(one: Waiting, other: Waiting): number {
  return rank(one.leads) - rank(other.leads) || Temporal.Instant.compare(one.firstAt, other.firstAt);
}
