import type { StaffContext } from '#kit/http/route.ts';
import { assessmentsOf } from '#modules/assessments/index.ts';
import { versionsOf } from '#modules/plans/index.ts';
import type { WorkingCalendar } from '#rules/calendar.ts';
import { momentInWords } from '#rules/moment.ts';
import type { Offered } from '../views/share-offered.ts';
import { type CaseSharing, sharingIn } from './around.ts';
import { recipientsOf } from './recipients.ts';
import type { ShareRow } from './shares.ts';
import { entriesTellOf } from './tells-of.ts';

type Context = Pick<StaffContext, 'tx' | 'organisation' | 'now' | 'calendar' | 'pack'>;

/** What the case has that could be shared, with whom, and what they agreed to. */
export async function offeredIn(
  ctx: Context,
  file: Parameters<typeof sharingIn>[1],
  today: Temporal.PlainDate,
): Promise<Offered> {
  const { tx, organisation, calendar } = ctx;
  const [sharing, recipients, versions, assessments, tellsOf] = await Promise.all([
    sharingIn(ctx, file),
    recipientsOf(tx, organisation, file.id),
    versionsOf(tx, organisation, file.id),
    assessmentsOf(tx, organisation, file.id),
    entriesTellOf(tx, organisation, file.id),
  ]);
  const finished = assessments.filter(
    ({ ending, correctedById }) => ending === 'finished' && correctedById === null,
  );
  return {
    sharing,
    tellsOf,
    recipients,
    today,
    planVersionId: versions.find(({ standing }) => standing === 'agreed')?.id ?? null,
    assessments: finished.map(({ id }) => id),
    assessmentsNamed: finished.map(({ id, title, askedAt }) => ({
      value: id,
      text: `${title}, ${momentInWords(askedAt, calendar)}`,
    })),
  };
}

/** What goes by a decision, a line each, so that whoever looks sees how much it is. */
export async function contentsOf(
  { tx, organisation }: Context,
  share: Pick<ShareRow, 'caseId' | 'entries' | 'planVersionId' | 'assessments' | 'words'>,
  around: CaseSharing,
  calendar: WorkingCalendar,
): Promise<readonly string[]> {
  const [versions, assessments] = await Promise.all([
    share.planVersionId ? versionsOf(tx, organisation, share.caseId) : [],
    share.assessments.length > 0 ? assessmentsOf(tx, organisation, share.caseId) : [],
  ]);
  const entries = around.entries.shown.filter(({ id }) => share.entries.includes(id));
  const [first, last] = [entries[0], entries.at(-1)];
  const held = share.entries.length - entries.length;
  const day = (at: Temporal.Instant) => momentInWords(at, calendar);
  const plan = versions.find(({ id }) => id === share.planVersionId);
  return [
    first &&
      last &&
      `${entries.length} of the chronology, from ${day(first.happenedAt)} to ${day(last.happenedAt)}`,
    held > 0 && `${held} of the chronology that may not go any more`,
    plan && `The plan, version ${plan.number}`,
    ...assessments
      .filter(({ id }) => share.assessments.includes(id))
      .map(({ title, askedAt }) => `${title}, ${day(askedAt)}`),
    share.words !== '' && 'Our own words',
  ].filter((line) => typeof line === 'string');
}
