import { type DraftAt, saveDraft } from '#kit/drafts/drafts.ts';
import { fieldsWorthKeeping, isNothing } from '#kit/drafts/fields.ts';
import type { Typed } from '#kit/forms.ts';
import type { StaffHooks } from '#kit/http/serve-staff.ts';
import type { Services } from '#kit/services.ts';
import { type Tx, transact } from '#kit/sql.ts';
import { lapsedSessionOwner } from './sessions.ts';

/** Whether somebody had this session, and nobody else ended it: of files sent with it the words are read. */
export async function wasSignedIn(
  services: Services,
  { organisation, session, secretHash }: Parameters<NonNullable<StaffHooks['wasSignedIn']>>[1],
): Promise<boolean> {
  const owner = await transact(services.db, { organisation, system: true }, (tx) =>
    lapsedSessionOwner(tx, organisation, session, secretHash, services.now()),
  );
  return owner !== null;
}

/**
 * A form was sent after its session had run out or its owner had signed out: what was typed is kept for whoever's
 * session it was, and for nobody whose session somebody else ended. @returns whether it could be kept
 */
export async function keepDraft(
  services: Services,
  { organisation, session, secretHash }: Parameters<StaffHooks['keepDraft']>[1],
  form: DraftAt,
  typed: Typed,
): Promise<boolean> {
  const now = services.now();
  const staff = await transact(services.db, { organisation, system: true }, (tx) =>
    lapsedSessionOwner(tx, organisation, session, secretHash, now),
  );
  if (!staff || isNothing(fieldsWorthKeeping(typed))) return false;
  return transact(services.db, { organisation, staff, roles: [] }, (tx: Tx) =>
    saveDraft({ tx, organisation, staff, services, now }, form, typed),
  );
}
