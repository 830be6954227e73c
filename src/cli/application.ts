import type { Config } from '#kit/config.ts';
import type { Now } from '#kit/now.ts';
import type { Office } from '#kit/office.ts';
import type { Database } from '#kit/sql.ts';
import type { OrganisationId } from '#rules/facts.ts';
import type { Pack } from '#rules/pack.ts';

/** What a started program stands on, and lends to whatever it serves. */
export type Ground = Readonly<{
  config: Config;
  /** The root secret: `keyFor` (kit/secret.ts) derives a key for each purpose. */
  secret: string;
  now: Now;
  /** As `lintel_app`. */
  app: Database;
  /** As `lintel_public`: the help site. */
  help: Database;
}>;

/** One of the two sites, as fastify builds it. */
export type Site = Readonly<{
  listen: (where: { host: string; port: number }) => Promise<unknown>;
  close: () => Promise<unknown>;
}>;

/** An account of the demonstration, printed at start. `code`: the second factor of this moment; null: none is asked. */
export type SignIn = Readonly<{
  landlord: string;
  who: string;
  email: string;
  password: string;
  code: string | null;
}>;

/** What `src/program.ts` offers to the program that starts it. */
export interface Application {
  staffSite(ground: Ground): Promise<Site>;
  helpSite(ground: Ground): Promise<Site>;
  partnerSite(ground: Ground): Promise<Site>;
  startJobs(ground: Ground): Promise<Readonly<{ stop: () => Promise<void> }>>;
  /** Fills an empty database; `share` from 0 to 1 tells how far it is. */
  loadDemonstration(ground: Ground, said: (share: number) => void): Promise<void>;
  /**
   * Adds one more invented landlord of that size, as it would stand after so many months.
   * @throws Failure when the pack is unknown
   */
  loadAnother(ground: Ground, asked: Invented, said: (share: number) => void): Promise<readonly SignIn[]>;
  /** The demonstration's accounts; none where the database holds real landlords only. */
  demonstrationSignIns(ground: Ground): Promise<readonly SignIn[]>;
  /** A landlord's office at this moment: the program acts there. */
  office(ground: Ground, organisation: OrganisationId): Promise<Office>;
  /** Which policy a landlord has, what is to come and what waits. */
  policy(ground: Ground, organisation: OrganisationId): Promise<PolicyReport>;
  /**
   * Proposes a change of policy, which an administrator decides at that address.
   * @throws Failure when the pack is unknown or may not be proposed
   */
  proposePolicy(
    ground: Ground,
    organisation: OrganisationId,
    change: NewPolicy,
  ): Promise<Readonly<{ address: string }>>;
  /** The policy packs on the shelf. */
  packs(ground: Ground): Promise<readonly Pick<Pack, 'id' | 'title' | 'publisher' | 'version'>[]>;
  /**
   * Makes a landlord and invites its first administrator.
   * @throws Failure when the pack is unknown or the short name is taken
   */
  setUp(ground: Ground, landlord: NewLandlord): Promise<Readonly<{ link: string; until: Temporal.Instant }>>;
}

/** What `lintel policy` says. */
export type PolicyReport = Readonly<{
  name: string;
  packId: string;
  /** Null: since the landlord began. */
  since: Temporal.PlainDate | null;
  toCome: readonly Readonly<{ name: string; from: Temporal.PlainDate }>[];
  waiting: Readonly<{ name: string; from: Temporal.PlainDate }> | null;
}>;

/** What `lintel policy` asks for. */
export type NewPolicy = Readonly<{ pack: string; from: Temporal.PlainDate; reason: string }>;

/** What `lintel demo` asks for. */
export type Invented = Readonly<{ packId: string; homes: number; months: number }>;

/** What `lintel setup` asks for. */
export type NewLandlord = Readonly<{
  name: string;
  shortName: string;
  pack: string;
  adminName: string;
  adminEmail: string;
}>;
