import type { Office } from '#kit/office.ts';
import type { Tx } from '#kit/sql.ts';
import type { CaseId, DisclosureId } from '#rules/facts.ts';
import { type CourtAnswer, mayGoToCourt, respiteUntil } from '#rules/may-go-to-court.ts';
import { type Respite, respitesOf } from './respites.ts';
import { type Space, spacesOf } from './rows.ts';

/** Whether court action might go on at a moment, by what is on record of both protections. */
export function courtAnswer(
  spaces: readonly Space[],
  respites: readonly Respite[],
  at: Temporal.Instant,
  { calendar }: Pick<Office, 'calendar'>,
): CourtAnswer {
  return mayGoToCourt(
    {
      told: false,
      spaces: spaces.map(({ beginsAt: from, until, endedAt }) => ({ from, until, endedAt })),
      respites: respites.map((each) => ({
        from: each.startedOn,
        until: respiteUntil(each),
        endedOn: each.endedOn,
      })),
    },
    at,
    calendar.rules.timeZone,
  );
}

/** The same of a case, or of what was told and waits. */
export async function courtAnswerAt(
  tx: Tx,
  office: Office,
  about: { readonly caseId: CaseId } | { readonly disclosureId: DisclosureId },
  at: Temporal.Instant,
): Promise<CourtAnswer> {
  const { organisation } = office;
  const [spaces, respites] = await Promise.all([
    spacesOf(tx, organisation, about),
    'caseId' in about ? respitesOf(tx, organisation, about.caseId) : [],
  ]);
  return courtAnswer(spaces, respites, at, office);
}
