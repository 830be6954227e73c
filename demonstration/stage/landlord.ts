import { type Office, officeUnder } from '#kit/office.ts';
import type { Services } from '#kit/services.ts';
import { transact } from '#kit/sql.ts';
import {
  addHelplines,
  createOrganisation,
  enrolStaff,
  needsSecondFactor,
  startingHelplines,
} from '#modules/account/index.ts';
import { importRegister, textSource } from '#modules/register/index.ts';
import { takePathway } from '#modules/risk-level/index.ts';
import { pathways } from '#modules/risk-level/pure.ts';
import { sayGender } from '#modules/rota/index.ts';
import type { OrganisationId, Role, StaffId } from '#rules/facts.ts';
import type { InventedLandlord } from '../script/landlords.ts';
import type { RegisterFiles } from '../script/register-files.ts';
import { secondFactor } from '../script/sign-ins.ts';
import type { Person, Post } from '../script/team.ts';

export interface Colleague {
  readonly id: StaffId;
  readonly roles: readonly Role[];
}

/** A landlord with its people, ready to begin. */
export interface Founded {
  readonly organisation: OrganisationId;
  readonly colleagues: ReadonlyMap<Post, Colleague>;
}

/** Makes the landlord, its helplines and its team. @param passwordHash everybody's, as kit/password-hash.ts makes it */
export async function found(
  { db, secret, packs }: Services,
  { name, slug, packId, team }: InventedLandlord,
  passwordHash: string,
  now: Temporal.Instant,
): Promise<Founded> {
  const founded = await transact(db, { organisation: null }, async (tx) => {
    const organisation = await createOrganisation(tx, { name, slug, packId, demonstration: true }, now);
    const office = officeUnder(packs, packId, { organisation, staff: null, now });
    await addHelplines(tx, office, startingHelplines);
    for (const pathway of pathways) await takePathway(tx, office, pathway);
    const colleagues = new Map<Post, Colleague>();
    for (const person of managersFirst(team)) {
      const { roles } = person;
      const above = (post: Post | null) => (post && colleagues.get(post)?.id) ?? null;
      const id = await enrolStaff(tx, office, {
        ...person,
        managerId: above(person.manager),
        deputyId: above(person.deputy),
        passwordHash,
        totpSecret: needsSecondFactor(roles) ? secondFactor : null,
        secret,
      });
      colleagues.set(person.post, { id, roles });
    }
    return { organisation, colleagues };
  });
  await sayGenders(db, founded, team, now);
  return founded;
}

/** As themselves: nobody says it of anybody else. */
async function sayGenders(
  db: Services['db'],
  { organisation, colleagues }: Founded,
  team: readonly Person[],
  now: Temporal.Instant,
): Promise<void> {
  for (const { post, gender } of team) {
    const one = colleagues.get(post);
    if (!one || gender === null) continue;
    const { id: staff, roles } = one;
    await transact(db, { organisation, staff, roles }, (tx) =>
      sayGender(tx, { organisation, staff, now }, gender),
    );
  }
}

/** Whoever is somebody's manager or deputy is there before them. */
function managersFirst(team: readonly Person[]): readonly Person[] {
  const rank = ({ post }: Person) => ['manager', 'deputy'].indexOf(post);
  return team.toSorted(
    (one, other) => (rank(one) === -1 ? 9 : rank(one)) - (rank(other) === -1 ? 9 : rank(other)),
  );
}

/**
 * Through the same import as any landlord's files.
 * @throws Error where a row is refused: then they were made wrongly
 */
export async function importHouseholds(
  { db }: Services,
  office: Office,
  files: RegisterFiles,
): Promise<void> {
  const run = await importRegister(db, office, {
    files: Object.entries(files).map(([name, text]) => textSource(`${name}.csv`, text)),
    dryRun: false,
  });
  if (run.state !== 'finished' || run.counts.refused > 0)
    throw new Error(`The invented register was not imported as it is: ${JSON.stringify(run.counts)}`);
}

export function colleague({ colleagues }: Founded, post: Post) {
  const found = colleagues.get(post);
  if (!found) throw new Error(`Nobody is ${post} here`);
  return found;
}
