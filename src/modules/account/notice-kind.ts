import type { NoticeTopic } from './notice-topics.ts';
import type { About } from './notice-ways.ts';

/** How soon somebody must act; the notices page, the count and e-mails stand in this order. */
export type Urgency = 'danger' | 'now' | 'soon' | 'know';

/** What somebody is told of. */
export interface Kind {
  readonly topic: NoticeTopic;
  readonly urgency: Urgency;
  /** What kind of thing waits, never who or what it is about: somebody may be looking over a shoulder. */
  readonly says: string;
  /** Where it leads; absent: to the case, else to the disclosure, else to triage. */
  readonly leads?: (about: About) => string;
}
