import { z } from 'zod';
import { StoreAway } from '#kit/files/away.ts';
import { Missing, storedName } from '#kit/files/store.ts';
import type { Services } from '#kit/services.ts';
import { sql, type Tx } from '#kit/sql.ts';
import type { OrganisationId } from '#rules/facts.ts';

const row = z.object({
  kept: z.number(),
  bytes: z.number(),
  waiting: z.number(),
  notLooked: z.number(),
  harmful: z.number(),
  altered: z.number(),
  unshown: z.number(),
});
/** How many files stand how, and their bytes together; never whose. */
export type FilesStanding = z.infer<typeof row>;

export function filesStanding(tx: Tx): Promise<FilesStanding> {
  return tx.one(
    row,
    sql`select kept::float8 as kept, bytes::float8 as bytes, waiting::integer as waiting,
        not_looked::integer as "notLooked", harmful::integer as harmful, altered::integer as altered,
        unshown::integer as unshown
      from lintel.files_standing()`,
  );
}

/** Whether the store answers now: it is asked for something that is not there. Null: it does; else why not. */
export async function whyStoreIsAway(
  { files: { store } }: Pick<Services, 'files'>,
  organisation: OrganisationId,
): Promise<string | null> {
  try {
    (await store.open(storedName(organisation))).destroy();
    return null;
  } catch (error) {
    if (error instanceof Missing) return null;
    return error instanceof StoreAway
      ? error.message
      : 'It could not be read. The log of the program says more';
  }
}
