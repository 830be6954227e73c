import { z } from 'zod';
import { takeTurn } from '#kit/advisory-lock.ts';
import { keyedHash, newSecret } from '#kit/crypto.ts';
import { hashSecret, sameSecret } from '#kit/http/begin.ts';
import { newId } from '#kit/ids.ts';
import { type Office, officeOf } from '#kit/office.ts';
import { record } from '#kit/record.ts';
import { keyFor } from '#kit/secret.ts';
import type { Services } from '#kit/services.ts';
import { id, instant, sql, type Tx, transact } from '#kit/sql.ts';
import { type OrganisationId, type Role, roles, type StaffId } from '#rules/facts.ts';
import type { FeedItem } from '../feed.ts';
import { paths } from '../paths.ts';
import { diaryBetween } from './appointments.ts';
import { heldAgainstNow } from './still-agreed.ts';

const ownRow = z.object({ id: z.uuid(), madeAt: instant, readAt: instant.nullable() });
/** A colleague's link, without its secret, which nobody keeps. */
export type OwnFeed = z.infer<typeof ownRow>;

export function ownFeed(tx: Tx, organisation: OrganisationId, staffId: StaffId): Promise<OwnFeed | null> {
  return tx.maybe(
    ownRow,
    sql`select id, made_at as "madeAt", read_at as "readAt" from diary_feed
      where organisation_id = ${organisation} and staff_id = ${staffId} and revoked_at is null`,
  );
}

/**
 * Makes a new link; the one before stops working. Of two that are made at once, the second ends the first.
 * @returns the only sight of its last part.
 */
export async function makeFeed(tx: Tx, office: Office & { readonly staff: StaffId }): Promise<string> {
  const { organisation, staff, now } = office;
  await takeTurn(tx, organisation, `${paths.feed} of ${staff}`);
  await endFeeds(tx, office);
  const feedId = newId<string>();
  const secret = newSecret();
  await tx.run(sql`insert into diary_feed (organisation_id, id, staff_id, secret_hash, made_at)
    values (${organisation}, ${feedId}, ${staff}, ${hashSecret(secret)}, ${now})`);
  await record(tx, office, { name: 'diary-feed.made', subjectId: staff });
  return `${organisation}.${feedId}.${secret}`;
}

/** From now on nothing reads it any more. */
export async function revokeFeed(tx: Tx, office: Office & { readonly staff: StaffId }): Promise<void> {
  await endFeeds(tx, office);
  await record(tx, office, { name: 'diary-feed.revoked', subjectId: office.staff });
}

async function endFeeds(tx: Tx, { organisation, staff, now }: Office): Promise<void> {
  await tx.run(sql`update diary_feed set revoked_at = ${now}
    where organisation_id = ${organisation} and staff_id = ${staff} and revoked_at is null`);
}

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const form = new RegExp(`^(${uuid})\\.(${uuid})\\.([A-Za-z0-9_-]{43})$`);
const ownerRow = z.object({
  staffId: id<StaffId>(),
  secretHash: z.instanceof(Buffer),
  readAt: instant.nullable(),
  roles: z.array(z.enum(roles) as z.ZodType<Role>),
});

const lookBack = Temporal.Duration.from({ hours: 24 * 14 });
const lookAhead = Temporal.Duration.from({ hours: 24 * 90 });
const recordedEvery = Temporal.Duration.from({ hours: 1 });

/**
 * What the calendar behind a link shows, seen as its owner sees it now: through the wall, and not at all where they
 * have left or work on cases no more. Null for every link that is none: unknown, revoked or garbled alike.
 */
export async function readFeed(services: Services, piece: string): Promise<readonly FeedItem[] | null> {
  const parts = form.exec(piece);
  if (!parts) return null;
  const [, organisation, feedId, secret] = parts as unknown as [string, OrganisationId, string, string];
  const now = services.now();
  const owner = await transact(services.db, { organisation, system: true }, (tx) =>
    ownerOf(tx, organisation, feedId, hashSecret(secret), now),
  );
  if (!owner) return null;
  const scope = { organisation, staff: owner.staffId, roles: owner.roles };
  const listed = await transact(services.db, scope, (tx) =>
    diaryBetween(tx, organisation, {
      from: now.subtract(lookBack),
      to: now.add(lookAhead),
      staffId: owner.staffId,
    }).then(async (found) => heldAgainstNow(tx, await officeOf(tx, services, organisation), found)),
  );
  const key = keyFor(services.secret, 'diary feed');
  return listed.map(({ id: planned, startsAt, endsAt, noLonger }) => ({
    uid: keyedHash(key, `${feedId} ${planned}`).toString('hex').slice(0, 32),
    startsAt,
    endsAt,
    lookFirst: noLonger.length > 0,
  }));
}

/** Whose link it is; that it was read is recorded, at most once an hour. */
async function ownerOf(
  tx: Tx,
  organisation: OrganisationId,
  feedId: string,
  secretHash: Buffer,
  now: Temporal.Instant,
): Promise<z.infer<typeof ownerRow> | null> {
  const found = await tx.maybe(
    ownerRow,
    sql`select f.staff_id as "staffId", f.secret_hash as "secretHash", f.read_at as "readAt", s.roles
      from diary_feed f
      join staff s on s.organisation_id = f.organisation_id and s.id = f.staff_id and s.ended_at is null
        and s.roles && '{da_manager,da_worker}'
      where f.organisation_id = ${organisation} and f.id = ${feedId} and f.revoked_at is null`,
  );
  if (!found || !sameSecret(found.secretHash, secretHash)) return null;
  if (found.readAt === null || Temporal.Instant.compare(found.readAt.add(recordedEvery), now) <= 0) {
    await tx.run(sql`update diary_feed set read_at = ${now}
      where organisation_id = ${organisation} and id = ${feedId}`);
    const office = { organisation, staff: found.staffId, now };
    await record(tx, office, { name: 'diary-feed.read', subjectId: found.staffId });
  }
  return found;
}
