import { insist } from '#kit/http/errors.ts';
import { officeOf } from '#kit/office.ts';
import type { Services } from '#kit/services.ts';
import { transact } from '#kit/sql.ts';
import { atTheOffice } from '#rules/calendar.ts';
import type { OrganisationId } from '#rules/facts.ts';
import { paths } from '../paths.ts';
import { policyName } from '../views/parts.ts';
import type { PolicyChange } from './changes.ts';
import { mayProposeNow, type NewChange, proposeChange } from './propose.ts';
import { policyStanding } from './standing.ts';

interface Named {
  readonly name: string;
  readonly from: Temporal.PlainDate;
}

/** Which policy a landlord has, as `lintel policy` says it. */
export interface PolicyReport {
  readonly name: string;
  readonly packId: string;
  /** Null: since the landlord began. */
  readonly since: Temporal.PlainDate | null;
  readonly toCome: readonly Named[];
  readonly waiting: Named | null;
}

type Lent = Pick<Services, 'db' | 'packs' | 'now'>;

export function reportPolicy(services: Lent, organisation: OrganisationId): Promise<PolicyReport> {
  return transact(services.db, { organisation, system: true }, async (tx) => {
    const office = await officeOf(tx, services, organisation);
    const { pack, by, toCome, waiting } = await policyStanding(tx, office);
    const named = ({ packId, packVersion, fromDay }: PolicyChange): Named => ({
      name: policyName(
        services.packs.all.find(({ id }) => id === packId),
        packId,
        packVersion,
      ),
      from: fromDay,
    });
    return {
      name: policyName(pack, pack.id),
      packId: pack.id,
      since: by && atTheOffice(by.beginsAt, office.calendar).toPlainDate(),
      toCome: toCome.map(named),
      waiting: waiting && named(waiting),
    };
  });
}

/**
 * Proposed by whoever runs the server, in nobody's name: an administrator decides. Throws a refusal with its reason.
 * @returns the path of the page where it is decided
 */
export function proposeForOperator(
  services: Lent,
  organisation: OrganisationId,
  change: NewChange,
): Promise<string> {
  return transact(services.db, { organisation, system: true }, async (tx) => {
    const office = await officeOf(tx, services, organisation);
    insist(mayProposeNow(office, services.packs, await policyStanding(tx, office), change));
    return paths.change(await proposeChange(tx, office, change));
  });
}
