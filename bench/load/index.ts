import type pg from 'pg';
import { newId } from '#kit/ids.ts';
import type { OrganisationId } from '#rules/facts.ts';
import { cases } from './cases.ts';
import { chronology } from './chronology.ts';
import { help } from './help.ts';
import { casesPerWorker } from './numbers.ts';
import { register } from './register.ts';
import { shares } from './shares.ts';
import { asking } from './systems.ts';
import { work } from './work.ts';

/** Makes the landlord, as the database's owner. */
export async function addLandlord(owner: pg.Pool): Promise<OrganisationId> {
  const organisation = newId<OrganisationId>();
  await owner.query(
    `insert into organisation (organisation_id, slug, name, pack_id, created_at)
     values ($1, 'bench', 'Bench Homes', 'vivid-2023', now())`,
    [organisation],
  );
  return organisation;
}

/**
 * Loads cases numbered from `from` (not included) to `to`, both multiples of 500, straight into the database, with the
 * colleagues who lead them and everything that stands around a case: see `numbers.ts` for how much of it.
 */
export async function loadCases(
  owner: pg.Pool,
  organisation: OrganisationId,
  from: number,
  to: number,
): Promise<void> {
  if (from % casesPerWorker !== 0 || to % casesPerWorker !== 0 || to <= from) {
    throw new Error(`Cases are loaded ${casesPerWorker} at a time: not from ${from} to ${to}`);
  }
  const client = await owner.connect();
  try {
    // Triggers and foreign keys are as true for rows made like this as for any; checking each costs most of the time.
    await client.query('set session_replication_role = replica');
    for (const statement of helpers) await client.query(statement);
    for (const statement of [...register, ...cases, ...chronology, ...work, ...shares, ...help, ...asking]) {
      await client.query(statement, [organisation, from, to]).catch((error) => {
        throw new Error(`The bench cannot load: ${error.message}\n${statement}`);
      });
    }
    await client.query('set session_replication_role = origin');
    // What triggers would have kept.
    await client.query(`select lintel.count_promises_anew($1, current_date - 1, true)`, [organisation]);
  } finally {
    client.release();
  }
}

/** The case after `$2`, up to `$3`, is `n`; `w` its worker; cases are spread evenly over a year. */
const helpers: readonly string[] = [
  `create or replace function pg_temp.uid(kind int, n bigint) returns uuid language sql immutable as
   $$ select (lpad(to_hex(kind), 8, '0') || '-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid $$`,
  `create or replace function pg_temp.name(n bigint) returns text language sql immutable as
   $$ select initcap((array['ash','birch','cal','dor','el','fen','gar','hol','ing','jes','kel','lang',
       'mar','nor','oak','pen','quin','ros','stan','thorn'])[1 + n % 20]
     || (array['bury','croft','den','field','ford','ham','leigh','ley','man','ridge','shaw','son',
       'ston','thorpe','ton','well','wick','wood','worth','yard'])[1 + n / 20 % 20]
     || (array['','e','s','er'])[1 + n / 400 % 4]) $$`,
];
