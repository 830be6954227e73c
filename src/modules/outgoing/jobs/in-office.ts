import { type Office, officeOf } from '#kit/office.ts';
import type { Services } from '#kit/services.ts';
import { type Tx, transact } from '#kit/sql.ts';
import type { OrganisationId } from '#rules/facts.ts';

export type InOffice = <T>(work: (tx: Tx, office: Office) => Promise<T>) => Promise<T>;

/** As the program itself, in a transaction of its own. */
export function asTheProgram(services: Services, organisation: OrganisationId): InOffice {
  return (work) =>
    transact(services.db, { organisation, system: true }, async (tx) =>
      work(tx, await officeOf(tx, services, organisation)),
    );
}
