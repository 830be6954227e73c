import type { Office } from '#kit/office.ts';
import type { Services } from '#kit/services.ts';
import type { Tx } from '#kit/sql.ts';
import type { WorkingCalendar } from '#rules/calendar.ts';
import type { CaseId, DisclosureId, StaffId } from '#rules/facts.ts';
import type { CaseworkAction } from '../script/casework-actions.ts';
import type { Founded } from './landlord.ts';

/** The theatre in which a script is played: services whose clock the script sets. */
export interface Theatre extends Founded {
  readonly services: Services;
  readonly calendar: WorkingCalendar;
  /** Where a colleague, or the program itself, acts at a moment. */
  officeAt(staff: StaffId | null, now: Temporal.Instant): Office;
  /** Where the simulated months end. */
  readonly present: Temporal.Instant;
  /** What each story has come to. */
  readonly stories: Map<string, Progress>;
}

/** What a story has come to so far. */
export interface Progress {
  readonly disclosureId: DisclosureId;
  readonly caseId?: CaseId | null;
  readonly entryId?: string;
  readonly planId?: string;
  readonly actionIds?: readonly string[];
  readonly offerIds?: readonly string[];
  readonly plannedId?: string;
  readonly taskIds?: readonly string[];
  readonly loweringId?: string | null;
  readonly pauseId?: string;
  readonly closingId?: string;
  readonly useId?: string;
  readonly childId?: string;
  readonly agreed?: boolean;
  readonly consentId?: string;
  readonly shareId?: string;
  readonly messageId?: string;
}

/** The theatre while somebody acts in it. */
export interface Acting extends Theatre {
  readonly tx: Tx;
  readonly office: Office;
}

/** Where an action is done: in which case, and what its story has come to. */
export interface InCase {
  readonly acting: Acting;
  readonly caseId: CaseId;
  readonly before: Progress;
}

/** How each of these actions is done, through the product's own functions. */
export type Acts<Does extends CaseworkAction['does']> = {
  readonly [K in Does]: (
    here: InCase,
    action: Extract<CaseworkAction, { readonly does: K }>,
  ) => Promise<Partial<Progress> | undefined>;
};

export function caseOf({ stories }: Theatre, story: string): CaseId {
  const caseId = stories.get(story)?.caseId;
  if (!caseId) throw new Error(`There is no case in ${story}`);
  return caseId;
}

export function progressOf({ stories }: Theatre, story: string): Progress {
  return stories.get(story) as Progress;
}
