import { newId } from '#kit/ids.ts';
import { type Database, sql, transact } from '#kit/sql.ts';
import type { OrganisationId, StaffId } from '#rules/facts.ts';
import { type HoldContact, holdContacts } from '#rules/hold-answer.ts';
import { type Question, questions } from './questions.ts';
import { newToken, readToken } from './store/token.ts';

interface SystemFor {
  readonly questions?: readonly Question[];
  readonly contacts?: readonly HoldContact[];
  readonly expiresAt?: Temporal.Instant;
}

/** A system that two administrators agreed to, and its token. @param behind as the superuser, to arrange it */
export async function aSystem(
  behind: Database,
  organisation: OrganisationId,
  now: Temporal.Instant,
  given: SystemFor = {},
) {
  const id = newId<string>();
  const token = newToken(organisation, id);
  const expiresAt = given.expiresAt ?? now.add({ hours: 24 * 300 });
  await transact(behind, { organisation }, async (tx) => {
    const decider = await anAdministrator(tx, organisation, now);
    await tx.run(sql`insert into hold_system (organisation_id, id, name, questions, contacts, asks_within, token_days,
        reason, proposed_by, proposed_at, decision, decided_by, decided_at)
      values (${organisation}, ${id}, ${`System ${id.slice(-4)}`}, ${[...(given.questions ?? questions)]},
        ${[...(given.contacts ?? holdContacts)]}, 1, 300, 'Rents', null, ${now}, 'approved', ${decider}, ${now})`);
    await tx.run(sql`insert into hold_token (organisation_id, system_id, hash, made_at, expires_at)
      values (${organisation}, ${id}, ${readToken(token)?.hash}, ${now.subtract({ hours: 24 * 400 })}, ${expiresAt})`);
  });
  return { id, token };
}

async function anAdministrator(
  tx: Parameters<Parameters<typeof transact>[2]>[0],
  organisation: OrganisationId,
  now: Temporal.Instant,
): Promise<StaffId> {
  const id = newId<StaffId>();
  await tx.run(sql`insert into staff (organisation_id, id, email, name, roles, invited_at, enrolled_at)
    values (${organisation}, ${id}, ${`${id}@example.test`}, 'Whoever decided', '{administrator}', ${now}, ${now})`);
  return id;
}

/** Tenancies of a register, each with its home and its tenants, by reference: `{ T1: ['P1', 'P2'] }`. */
export async function aRegister(
  behind: Database,
  organisation: OrganisationId,
  tenancies: Readonly<Record<string, readonly string[]>>,
) {
  const ids = new Map<string, string>();
  const idOf = (reference: string) => {
    const id = ids.get(reference) ?? newId<string>();
    ids.set(reference, id);
    return id;
  };
  await transact(behind, { organisation }, async (tx) => {
    for (const [place, reference] of Object.keys(tenancies).entries()) {
      const home = `H-${reference}`;
      await tx.run(sql`insert into property (organisation_id, id, reference, uprn, address_lines, postcode)
        values (${organisation}, ${idOf(home)}, ${home}, ${`${1000 + place}`}, ${[`${place + 1} Mill Lane`, 'Exeter']},
          'EX1 2AB')`);
      await tx.run(sql`insert into tenancy (organisation_id, id, reference, property_id, tenure, tenancy_type)
        values (${organisation}, ${idOf(reference)}, ${reference}, ${idOf(home)}, 'social_rent', 'assured')`);
    }
    for (const person of new Set(Object.values(tenancies).flat()))
      await tx.run(sql`insert into person (organisation_id, id, reference, given_name, family_name)
        values (${organisation}, ${idOf(person)}, ${person}, 'Somebody', ${person})`);
    for (const [reference, people] of Object.entries(tenancies))
      for (const person of people)
        await tx.run(sql`insert into tenant (organisation_id, tenancy_id, person_id)
          values (${organisation}, ${idOf(reference)}, ${idOf(person)})`);
  });
  return (reference: string) => ids.get(reference) as string;
}
