import type { DeadlineOptions } from '#kit/components/deadline.ts';

/** One promise as a page shows it. */
export interface PromiseLine extends Pick<DeadlineOptions, 'state' | 'text' | 'timestamp'> {
  readonly title: string;
}
