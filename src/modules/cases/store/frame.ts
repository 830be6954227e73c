import { notFound } from '#kit/http/errors.ts';
import type { Tx } from '#kit/sql.ts';
import { obligationsOf } from '#modules/obligations/index.ts';
import { personNames, propertySummary, tenanciesOf } from '#modules/register/index.ts';
import type { CaseId, OrganisationId, PersonId } from '#rules/facts.ts';
import { type CaseFile, openFile } from './case-file.ts';
import { peopleIn } from './people.ts';
import { agreedIn } from './safe-contacts.ts';

/**
 * What stands around every page of a case, in two pipelined round trips; queries of the page itself may be sent in
 * the first one, after this. Throws `not-found` where there is no such case or the wall is in front of it.
 */
export async function loadFrame(tx: Tx, organisation: OrganisationId, caseId: CaseId) {
  const [file, agreed, people, promises] = await Promise.all([
    openFile(tx, organisation, caseId),
    agreedIn(tx, organisation, caseId),
    peopleIn(tx, organisation, caseId),
    obligationsOf(tx, organisation, { caseId }),
  ]);
  if (!file) throw notFound();
  const [known, home, tenancies] = await Promise.all([
    personNames(tx, organisation, idsIn(file, people)),
    file.propertyId ? propertySummary(tx, organisation, file.propertyId) : null,
    file.propertyId ? tenanciesOf(tx, organisation, { propertyId: file.propertyId }) : [],
  ]);
  return {
    file,
    agreed,
    people,
    promises,
    known,
    home,
    tenancy: tenancies.find((tenancy) => tenancy.id === file.tenancyId) ?? null,
  };
}
export type CaseFrame = Awaited<ReturnType<typeof loadFrame>>;

function idsIn(file: CaseFile, people: readonly { readonly personId: PersonId | null }[]) {
  const ids = [file.personId, ...people.map((person) => person.personId)];
  return [...new Set(ids.filter((id) => id !== null))];
}

/** The first moment that anybody knew of what this case is about; nothing in it is earlier. */
export function firstKnown({ file, promises }: Pick<CaseFrame, 'file' | 'promises'>): Temporal.Instant {
  return promises
    .map((promise) => promise.startedAt)
    .reduce((first, each) => (Temporal.Instant.compare(each, first) < 0 ? each : first), file.openedAt);
}
