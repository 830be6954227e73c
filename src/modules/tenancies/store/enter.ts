import type { Office } from '#kit/office.ts';
import { record } from '#kit/record.ts';
import type { Tx } from '#kit/sql.ts';
import { keepTenancyEvent } from '#modules/register/index.ts';
import type { TenancyEvent } from '#rules/tenancy-events.ts';

/** What somebody of the landlord was told or sent about a tenancy, before anything is done about it. */
export interface Entered {
  readonly tenancy: string;
  readonly kind: TenancyEvent;
  readonly givenOn: Temporal.PlainDate | null;
  readonly endsOn: Temporal.PlainDate | null;
  readonly words: string;
}

/** It is held, whatever is on record: nothing is looked up before it is. @returns its id */
export async function enterTenancyEvent(tx: Tx, office: Office, entered: Entered): Promise<string> {
  const { organisation, now: at } = office;
  const id = await keepTenancyEvent(tx, { organisation, way: 'hand', system: null, ...entered, at });
  await record(tx, office, { name: 'tenancy-event.said', subjectId: id });
  return id;
}
