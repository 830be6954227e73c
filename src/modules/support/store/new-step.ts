import type { CaseId } from '#rules/facts.ts';
import type { Ending, StepName } from '../offer.ts';
import type { Destination } from '../where-it-goes.ts';
import type { OfferStep } from './rows.ts';

/** Something that was said or done about an offer. */
export interface NewStep {
  readonly step: StepName;
  readonly happenedOn: Temporal.PlainDate;
  readonly words?: string;
  readonly way?: string;
  readonly whom?: string;
  readonly dayOn?: Temporal.PlainDate | null;
  readonly pence?: number | null;
  readonly shareId?: string | null;
  readonly ending?: Ending;
  /** The decision of a second person by which it was approved. */
  readonly costId?: string | null;
  /** The order to a contractor by which it is on its way, or over whose link they write that it was delivered. */
  readonly worksOrderId?: string | null;
  /** Where it goes, and who opens, where somebody carries it. */
  readonly goes?: Destination | '';
  readonly opens?: string;
  /** From which fund it was approved. */
  readonly fundId?: string | null;
}

/** An offer as far as a step has to know it. */
export interface SoFar {
  readonly id: string;
  readonly caseId: CaseId;
  readonly kind: string;
  readonly what: string;
  readonly broughtUp?: boolean;
  readonly revision: number;
  readonly steps?: readonly OfferStep[];
  readonly offeredOn?: Temporal.PlainDate;
}
