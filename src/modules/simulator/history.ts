/** One promise that ended last year, without anybody in it. Times are milliseconds since 1970. */
export interface PastPromise {
  /** Promises of the same disclosure or case share this number; it says nothing else. */
  readonly subject: number;
  readonly commitment: string;
  readonly startedAt: number;
  /** When it was kept, in time or late; null: never. */
  readonly keptAt: number | null;
  /** When a plan ended it, counted apart; null: none did. */
  readonly plannedAt: number | null;
}

/** What happened from one day to another, as far as a replay needs it. */
export interface History {
  readonly from: Temporal.Instant;
  readonly to: Temporal.Instant;
  readonly promises: readonly PastPromise[];
}
