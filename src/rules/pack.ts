import type { CaseEventName, EventName } from './event.ts';
import type { LandlordIs, RiskLevel } from './facts.ts';
import type { Purpose } from './purposes.ts';

/**
 * A policy pack: one landlord's published policy as dated data. Everything in it survives JSON, so that a landlord's
 * own pack can be mounted as a file and validated by the same schema (`packs/schema.ts`).
 */
export interface Pack {
  /** Stable id, for instance `vivid-2023`; a case keeps the id and version under which it began. */
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly publisher: string;
  /** What else the landlord is called, and its addresses on the internet: no message to anybody says them. */
  readonly knownAs?: readonly string[];
  readonly inForceFrom: string;
  readonly nextReview: string;
  readonly reviewEveryMonths: number;
  readonly words: Words;
  readonly calendar: CalendarRules;
  readonly responsibilities: readonly Responsibility[];
  /** Months of protection from income court action, or null where the policy promises none (V4.4a). */
  readonly breathingSpace: {
    readonly minMonths: number;
    readonly maxMonths: number;
    readonly clause: string;
    /** From when it runs, and whether it is given unless the person declines or only where they ask. */
    readonly begins: 'disclosure' | 'case';
    readonly given: 'unless-declined' | 'if-asked';
  } | null;
  /** What may raise the risk stops the action, and nobody may override it (L2.12a, V4.5a): there is no other kind. */
  readonly perpetratorGate: { readonly strictness: 'strict'; readonly clause: string };
  /**
   * Who the landlord is in data protection. Left out: not known, so that for sharing without agreement only grounds
   * that are open to every landlord are offered (`rules/lawful-basis.ts`).
   */
  readonly landlord?: LandlordIs;
  /** Up to how many pounds one person approves alone for what is offered in a case. Left out: nothing. */
  readonly approvedAlone?: { readonly pounds: number };
  /** For each purpose the clause that says so; null where this policy is silent about it. */
  readonly purposes: Readonly<Record<Purpose, string | null>>;
  readonly clauses: readonly Clause[];
  readonly commitments: readonly Commitment[];
  /** The promises that the board names first, each by itself, by the ids of its commitments with a deadline. */
  readonly headline: readonly { readonly title: string; readonly promises: readonly string[] }[];
  /** What changed in how the policy is restated here, the latest last: its version is the pack's. */
  readonly editions?: readonly Edition[];
}

/** A version of the pack under which other things are promised, or counted otherwise, than under the one before. */
export interface Edition {
  readonly version: string;
  /** ISO date: of the release with which it comes. */
  readonly on: string;
  /** In words of the page *Policy*. */
  readonly changes: readonly string[];
}

export interface Words {
  /** `victim` or `survivor`, lower case, and its plural. */
  readonly person: string;
  readonly people: string;
  readonly customer: string;
  readonly customers: string;
  readonly perpetrator: string;
  readonly team: string;
}

export interface CalendarRules {
  readonly division: 'england-and-wales' | 'scotland' | 'northern-ireland';
  readonly timeZone: string;
  /** ISO weekdays, 1 = Monday. */
  readonly workingDays: readonly number[];
  /** Local times of day, `HH:MM`. */
  readonly opens: string;
  readonly closes: string;
  /** A time after which a disclosure counts as received the next working day; null: none, as the policy has none. */
  readonly cutOff: string | null;
  /** Internal target for a disclosure received out of hours, `HH:MM` on the next working day. */
  readonly outOfHoursTarget: string;
  /** The landlord's own closures, ISO dates. */
  readonly closures: readonly string[];
}

export interface Responsibility {
  readonly clause: string;
  readonly role: string;
  readonly duty: string;
}

export interface Clause {
  /** The id of the appendix of the specification, for instance `V4.1a`. */
  readonly id: string;
  readonly heading: string;
  /** Our own words. */
  readonly says: string;
  /** A plain statement that carries no promise: shown, never measured. */
  readonly statement?: true;
  /**
   * What stands in the policy as it cannot stay: a misprinted law, a date that has passed or was left blank. Shown as
   * it was found, with what is right, for the review.
   */
  readonly forReview?: readonly { readonly found: string; readonly says: string }[];
}

/** What the landlord commits to under one or more clauses, and how the board can tell whether it was kept. */
export interface Commitment {
  readonly id: string;
  readonly clauses: readonly string[];
  readonly title: string;
  /** One sentence that the board shows as the definition of the figure. */
  readonly definition: string;
  readonly measure: Measure;
}

/** A promise as the policy had it under which it began; none where that policy is not at hand any more. */
export type CommitmentOf = (packId: string, commitment: string) => Commitment | undefined;

export type Measure =
  | Clock
  /**
   * Of the subjects with event `of`, how many also have one of the events `shownBy` within so many working days of the
   * office after the one on which it counts as received.
   */
  | {
      readonly kind: 'evidence';
      readonly of: EventName;
      readonly shownBy: readonly EventName[];
      readonly per: 'case' | 'disclosure';
      readonly withinWorkingDays: number;
    }
  /**
   * Of all the times at which something is asked, how often it was: each time counts once, on its day. Where it could
   * not be, such as where it was not safe, is told apart by name, and is neither. `kinds`: only of what was offered of
   * these kinds.
   */
  | {
      readonly kind: 'share';
      readonly done: readonly EventName[];
      readonly notDone: readonly EventName[];
      readonly apart: readonly EventName[];
      readonly kinds?: readonly string[];
      readonly silence?: Silence;
    }
  /**
   * The pack itself shows it: its review date, against today. `sooner`: where monitoring, law, regulation or strategy
   * calls for it, so that it is in time only while no such reason stands open (L4.1).
   */
  | { readonly kind: 'review'; readonly sooner?: true }
  /** How the gate behaves is fixed by the program; the board shows how often it was asked and what it answered. */
  | { readonly kind: 'gate'; readonly gate: string; readonly asked: EventName | null }
  /**
   * Something that is offered: how often, of these kinds, with what the person answered. To decline is never a failure;
   * whether it came about is said apart, as not measured.
   */
  | {
      readonly kind: 'offer';
      readonly offer: string;
      readonly offered: EventName | null;
      readonly kinds?: readonly string[];
    }
  /** Something that recurs, for instance training. */
  | { readonly kind: 'cadence'; readonly everyMonths: number; readonly done: EventName | null }
  /**
   * Something that is neither kept nor broken, and must be known: how often it happened, and what it is called. `by`:
   * told apart by what first spoke against it, each time once. `also`: by other events that say so, besides.
   */
  | {
      readonly kind: 'count';
      readonly of: EventName;
      readonly says: string;
      readonly by?: 'why';
      readonly also?: readonly AlsoCounted[];
    }
  /** Shown on the board as such, never as kept. */
  | { readonly kind: 'unmeasured'; readonly because: string };

/** An event of one of these names, where its record says one of these of the way in which it was done. */
export interface AlsoCounted {
  readonly of: readonly EventName[];
  readonly says: 'as' | 'way';
  readonly oneOf: readonly string[];
}

/** What is said where nothing of it happened: that nothing went wrong is not that anything was kept. */
export interface Silence {
  readonly says: string;
  /** Those of what is told apart that show that somebody was asked all the same, and what that is called. */
  readonly asked?: { readonly by: readonly EventName[]; readonly called: string };
}

/**
 * A promise with a deadline. It runs from the moment that its starting event tells of (for a disclosure, when anybody
 * first knew), not from when that was recorded: where one event both starts and stops it, it measures the delay until
 * that was recorded. It runs once in a case, or once for each subject where the event `recurs` (one rating, one plan).
 */
export interface Clock {
  readonly kind: 'clock';
  readonly starts: CaseEventName;
  /** What keeps the promise. An attempt does not. */
  readonly stops: readonly CaseEventName[];
  /** What ends it without keeping it, counted apart: a manager's approved plan. Empty: nothing does. */
  readonly byPlan: readonly CaseEventName[];
  readonly due: DueRule;
  /** Shares of the working time between start and due at which the promise is escalated; 1 is due. */
  readonly escalateAt: readonly number[];
  /**
   * What keeps it may have happened in the same case before the promise began: something that is to be done once, in
   * whatever order. Never for what recurs. Absent: what happened before it began keeps nothing.
   */
  readonly evenBefore?: true;
  /**
   * What begins it is one of these kinds (of what was offered), where the risk is at one of these levels; a level that
   * nobody has judged is `not_rated`. What is left out does not matter.
   */
  readonly only?: { readonly kinds?: readonly string[]; readonly risk?: readonly RiskAtStart[] };
  /**
   * Where it begins with something that may never come, such as a first contact: what it is owed from in any case, and
   * by when at the latest. Once the other comes, that says by when. Never for what recurs.
   */
  readonly atLatest?: { readonly starts: CaseEventName; readonly due: DueRule };
}

export type RiskAtStart = RiskLevel | 'not_rated';

export type DueRule =
  /** By the close of the working day on which it started; out of hours, of the next one (V4.1a). */
  | { readonly within: 'same-working-day' }
  /** Hours by day and by night, whether the office is open or not: what cannot wait for the morning. */
  | { readonly hours: number }
  /** Working hours of the office, counted from the start. */
  | { readonly workingHours: number }
  /** By the close of that working day after the one on which it counts as received. */
  | { readonly workingDays: number }
  /** By the close of that day or, where the office is closed on it, of the last working day before it. */
  | { readonly calendarDays: number }
  /**
   * By the close of the day that was agreed with the person, or of the next working day, never before it: what begins
   * it says which.
   */
  | { readonly agreed: true }
  /**
   * At a moment that was agreed with the person, office hours or not: so many minutes after it at the latest, and what
   * is done more than so many before it is something else. Nobody writes while they talk: what was done in time counts
   * as known in time where it was written down within so many minutes more.
   */
  | { readonly agreedTime: { readonly minutes: number; readonly writtenWithinMinutes: number } };
