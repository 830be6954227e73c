import { notFound } from '#kit/http/errors.ts';
import type { Office } from '#kit/office.ts';
import type { Tx } from '#kit/sql.ts';
import { type HomeInCase, recordHome, triggerReview } from '#modules/case-file/index.ts';
import { changeInWords, moves } from '#modules/case-file/pure.ts';
import { addEntry } from '#modules/chronology/index.ts';
import { tellNoLongerAgreed } from '#modules/diary/index.ts';
import { propertySummary, tenancyFor } from '#modules/register/index.ts';
import { heardIn, tellIfItWeighsLess } from '#modules/risk-level/index.ts';
import { today } from '#rules/calendar.ts';
import type { CaseId } from '#rules/facts.ts';
import { dateInWords } from '#rules/moment.ts';
import type { TypedHome } from '../forms/home-form.ts';

/**
 * Writes down where the person of a case lives now. The chronology tells that it changed and never where to: copies of
 * it leave the team. Another home is a reason to look at the risk again (domain §3), whether it is said to be a move or
 * an error put right. @returns whether the risk weighs less where it is heard from now on, of which managers are told
 */
export async function writeHome(
  tx: Tx,
  office: Office,
  caseId: CaseId,
  home: TypedHome,
  before: HomeInCase | null,
): Promise<boolean> {
  const { organisation, now } = office;
  const { propertyId, change, kind, since } = home;
  if (propertyId && !(await propertySummary(tx, organisation, propertyId))) throw notFound();
  const tenancyId = await tenancyFor(tx, organisation, propertyId, today(office));
  const heardBefore = await heardIn(tx, office, caseId);
  const homeId = await recordHome(tx, office, { ...home, caseId, tenancyId, before });
  const happenedAt =
    since && change !== 'wrong' ? since.toZonedDateTime(office.calendar.rules.timeZone).toInstant() : now;
  await addEntry(tx, office, {
    ...{ caseId, kind: 'note', happenedAt, knownAt: now, source: home.source, subjectId: homeId },
    words: [
      changeInWords(change, kind),
      since && `Since ${dateInWords(since)}.`,
      change === 'wrong' && home.why,
      'Where it is stands on the page of the home alone.',
    ]
      .filter(Boolean)
      .join(' '),
    // Whoever finds a copy would know that there is somewhere to look for.
    disclosableTo: [],
  });
  if (moves(before, home))
    await triggerReview(tx, office, { caseId, trigger: 'move', at: now, subjectId: homeId });
  await tellNoLongerAgreed(tx, office, caseId);
  return await tellIfItWeighsLess(tx, office, { caseId, heardBefore });
}
