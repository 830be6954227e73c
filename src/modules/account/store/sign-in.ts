import { hashPassword, verifyPassword } from '#kit/password-hash.ts';
import { type Author, record } from '#kit/record.ts';
import type { Services } from '#kit/services.ts';
import { type Tx, transact } from '#kit/sql.ts';
import type { OrganisationId } from '#rules/facts.ts';
import { typedRecoveryCode } from '../recovery-code.ts';
import { needsSecondFactor } from '../roles.ts';
import { type Credential, findCredential, setPassword } from './credentials.ts';
import { type Attempt, attemptAt, claimTry, forgetFailures, isKnownAddress } from './failures.ts';
import { deviceNote, knownDevice } from './known-device.ts';
import { useRecoveryCode } from './recovery-codes.ts';
import { startSession } from './sessions.ts';
import { findMemberByEmail, isStillOpen, type Member } from './staff.ts';

export interface SignIn {
  readonly organisation: OrganisationId;
  readonly email: string;
  readonly password: string;
  /**
   * As typed; with a right one the waits after wrong passwords do not apply, and no code is asked for. An invented one
   * changes nothing: the password that came with it counts like any other.
   */
  readonly recoveryCode: string;
  readonly address: string;
  /** The note that this browser keeps from an earlier sign-in; '' for none. */
  readonly device: string;
  readonly agent: string;
}

export interface SignedIn {
  readonly cookie: string;
  /** The note for this browser; null while a second factor is owed. */
  readonly device: string | null;
}

/**
 * A password is looked at: the new session's cookie, or null for whatever was wrong. Somebody who guesses learns
 * nothing from the answer or the time it takes: not whether the account exists, nor whether it has to wait.
 */
export async function signIn(services: Services, typed: SignIn): Promise<SignedIn | null> {
  const { organisation } = typed;
  const now = services.now();
  const device = knownDevice(services.secret, organisation, typed.email, typed.device, now);
  const place = device ? `device ${device}` : `address ${typed.address}`;
  const attempt = attemptAt(services.secret, organisation, typed.email, place);
  const asProgram = <T>(work: (tx: Tx) => Promise<T>) =>
    transact(services.db, { organisation, system: true }, work);
  const found = await asProgram((tx) => look(tx, typed, attempt, device !== null, now));
  const { right, outdated } = await verifyPassword(typed.password, found.usable?.passwordHash ?? null);
  const fresh = outdated ? await hashPassword(typed.password) : null;
  return asProgram(async (tx) => {
    const { member, usable } = found;
    const author = { organisation, staff: null, now };
    const code = typedRecoveryCode(typed.recoveryCode);
    const admitted =
      right &&
      member &&
      usable &&
      (!found.held || code) &&
      (await isStillOpen(tx, organisation, member.id)) &&
      (typed.recoveryCode === '' || (code && (await useCode(tx, author, member, code))));
    if (!admitted) {
      await record(tx, author, {
        name: 'session.refused',
        subjectId: member?.id ?? null,
        data: { held: found.held },
      });
      return null;
    }
    await forgetFailures(tx, organisation, attempt);
    if (fresh) await setPassword(tx, organisation, member.id, fresh, now);
    const cookie = await begin(tx, services, typed, member, code !== null, now);
    const owed = code === null && (usable.sealedTotp !== null || needsSecondFactor(member.roles));
    return { cookie, device: owed ? null : deviceNote(services.secret, organisation, member.email, now) };
  });
}

interface Looked {
  readonly member: Member | null;
  /** What can be signed in with; null: nothing, whatever is typed. */
  readonly usable: Credential | null;
  readonly held: boolean;
}

async function look(
  tx: Tx,
  typed: SignIn,
  attempt: Attempt,
  knownBrowser: boolean,
  now: Temporal.Instant,
): Promise<Looked> {
  const { organisation, email, address } = typed;
  const known = knownBrowser || (await isKnownAddress(tx, organisation, email, address, now));
  const held = await claimTry(tx, organisation, attempt, known, now);
  const member = await findMemberByEmail(tx, organisation, email);
  const open = member?.enrolledAt && !member.endedAt;
  const usable = open ? await findCredential(tx, organisation, member.id) : null;
  return { member, usable, held: held !== null };
}

async function useCode(tx: Tx, author: Author, member: Member, code: string): Promise<boolean> {
  const used = await useRecoveryCode(tx, author.organisation, member.id, code, author.now);
  if (used)
    await record(tx, { ...author, staff: member.id }, { name: 'recovery-code.used', subjectId: member.id });
  return used;
}

async function begin(
  tx: Tx,
  { settings }: Services,
  { organisation, address, agent }: SignIn,
  member: Member,
  secondFactor: boolean,
  now: Temporal.Instant,
): Promise<string> {
  const { id: staff } = member;
  const session = await startSession(tx, {
    organisation,
    staff,
    address,
    agent,
    now,
    idle: settings.idle,
    secondFactor,
  });
  await record(
    tx,
    { organisation, staff, session: session.id, now },
    { name: 'session.started', subjectId: staff, data: { by: secondFactor ? 'recovery code' : 'password' } },
  );
  return session.cookie;
}
