import type { Services } from '#kit/services.ts';
import { codeAt, needsSecondFactor, secretAsText } from '#modules/account/index.ts';
import { type InventedLandlord, landlords } from './script/landlords.ts';
import { isDemonstrationAccount, password, secondFactor, shown } from './script/sign-ins.ts';
import { demonstrationSlugs } from './stage/claim.ts';

/**
 * Fills an empty database with two invented landlords, all or nothing.
 * @param said how far it is, from 0 to 1
 */
export async function loadDemonstration(services: Services, said: (share: number) => void): Promise<void> {
  const { load } = await player();
  return load(services, said);
}

/** Loaded on first use: a start that finds a database with landlords plays nothing. */
const player = () => import('./stage/load.ts');

export interface AskedFor {
  readonly packId: string;
  readonly homes: number;
  readonly months: number;
}

/**
 * Adds one more invented landlord of that size under that policy, as it would stand after so many months.
 * @param said how far it is, from 0 to 1
 * @returns its accounts of which a visitor is told
 */
export async function loadAnother(
  services: Services,
  asked: AskedFor,
  said: (share: number) => void,
): Promise<readonly DemonstrationSignIn[]> {
  const { loadInvented } = await player();
  return signInsOf(await loadInvented(services, asked, said), services.now());
}

/** An invented account of which a visitor is told. */
export interface DemonstrationSignIn {
  readonly landlord: string;
  readonly who: string;
  readonly email: string;
  readonly password: string;
  /** The code of this moment; null for somebody who needs none. */
  readonly code: string | null;
}

/** Those that a visitor is told of, at each invented landlord here; none where there are real landlords only. */
export async function demonstrationSignIns(services: Services): Promise<readonly DemonstrationSignIn[]> {
  const slugs = await demonstrationSlugs(services.db);
  return landlords
    .filter(({ slug }) => slugs.includes(slug))
    .flatMap((landlord) => signInsOf(landlord, services.now()));
}

function signInsOf({ name, team }: InventedLandlord, now: Temporal.Instant): readonly DemonstrationSignIn[] {
  return shown(team).map(({ who, email, roles }) => ({
    landlord: name,
    who,
    email,
    password,
    code: needsSecondFactor(roles) ? codeAt(secondFactor, now) : null,
  }));
}

/** The second factor that all accounts of the demonstration share, and no other account ever has. */
export function demonstrationCode(now: Temporal.Instant): { readonly code: string; readonly secret: string } {
  return { code: codeAt(secondFactor, now), secret: secretAsText(secondFactor) };
}

export { isDemonstrationAccount };
