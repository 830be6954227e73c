import { z } from 'zod';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { record } from '#kit/record.ts';
import { instant, plainDate, sql, type Tx } from '#kit/sql.ts';
import type { OrganisationId } from '#rules/facts.ts';
import { builtIn, newestOf, shippedAs } from '../instruments/catalogue.ts';
import { type Instrument, type InstrumentId, instrumentIds } from '../instruments/instrument.ts';
import { type Wording, worded } from '../instruments/wording.ts';

const itemWords = z.object({
  id: z.string(),
  theme: z.string().optional(),
  question: z.string(),
  help: z.string().optional(),
});

const row = z.object({
  id: z.uuid(),
  instrument: z.enum(instrumentIds),
  version: z.string(),
  baseVersion: z.string(),
  name: z.string(),
  attribution: z.string(),
  wording: z.array(itemWords),
  effectiveFrom: plainDate,
  loadedAt: instant,
  loadedByName: z.string().nullable(),
});
export type LoadedWording = z.infer<typeof row>;

const columns = sql`w.id, w.instrument, w.version, w.base_version as "baseVersion", w.title as name, w.attribution, w.wording,
  w.effective_from as "effectiveFrom", w.loaded_at as "loadedAt", s.name as "loadedByName"
  from risk_instrument w left join staff s on s.organisation_id = w.organisation_id and s.id = w.loaded_by`;

/** Every wording that was ever loaded, the one that takes effect last first. */
export function loadedWordings(tx: Tx, organisation: OrganisationId): Promise<readonly LoadedWording[]> {
  return tx.rows(
    row,
    sql`select ${columns} where w.organisation_id = ${organisation}
      order by w.effective_from desc, w.loaded_at desc, w.id desc`,
  );
}

/** What is to be chosen from on that day: of each instrument the wording in force, or Lintel’s own. */
export async function instrumentsInForce(
  tx: Tx,
  organisation: OrganisationId,
  on: Temporal.PlainDate,
): Promise<readonly Instrument[]> {
  const loaded = await loadedWordings(tx, organisation);
  return builtIn.map((own) => {
    const wording = inForce(loaded, own.id, on);
    return wording ? asInstrument(wording) : own;
  });
}

/** The wording of that instrument on that day; null: Lintel’s own. */
export function inForce(
  newestFirst: readonly LoadedWording[],
  instrument: InstrumentId,
  on: Temporal.PlainDate,
): LoadedWording | null {
  const due = ({ effectiveFrom }: LoadedWording) => Temporal.PlainDate.compare(effectiveFrom, on) <= 0;
  return newestFirst.find((each) => each.instrument === instrument && due(each)) ?? null;
}

/** The very questions that an assessment was made with. */
export async function instrumentOf(
  tx: Tx,
  organisation: OrganisationId,
  id: InstrumentId,
  version: string,
): Promise<Instrument> {
  const shipped = shippedAs(id, version);
  if (shipped) return shipped;
  const wording = await tx.one(
    row,
    sql`select ${columns} where w.organisation_id = ${organisation} and w.instrument = ${id}
      and w.version = ${version}`,
  );
  return asInstrument(wording);
}

interface Made {
  readonly instrument: InstrumentId;
  readonly instrumentVersion: string;
}

/** What each of these was called when it was made; asks for loaded wordings only where one of them was used. */
export async function namesOf(
  tx: Tx,
  organisation: OrganisationId,
  made: readonly Made[],
): Promise<(one: Made) => string> {
  const own = ({ instrument, instrumentVersion }: Made) => shippedAs(instrument, instrumentVersion)?.name;
  const loaded = made.every(own) ? [] : await loadedWordings(tx, organisation);
  return (one) => {
    const used = loaded.find(
      ({ instrument, version }) => instrument === one.instrument && version === one.instrumentVersion,
    );
    return own(one) ?? used?.name ?? newestOf(one.instrument).name;
  };
}

export function asInstrument({ instrument, baseVersion, wording, ...words }: LoadedWording): Instrument {
  const base = shippedAs(instrument, baseVersion) ?? newestOf(instrument);
  return worded(base, { ...words, items: wording });
}

/** Adds a wording beside those before it; false where its version is known already. */
export async function loadWording(
  tx: Tx,
  office: Office,
  { items, effectiveFrom, ...wording }: Wording & { readonly effectiveFrom: Temporal.PlainDate },
): Promise<boolean> {
  const { instrument, version, name, attribution } = wording;
  const base = newestOf(instrument);
  const id = newId<string>();
  if (shippedAs(instrument, version)) return false;
  const added =
    await tx.run(sql`insert into risk_instrument (organisation_id, id, instrument, version, base_version,
      title, attribution, wording, effective_from, loaded_at, loaded_by)
    values (${office.organisation}, ${id}, ${instrument}, ${version}, ${base.version}, ${name}, ${attribution},
      ${JSON.stringify(items)}, ${effectiveFrom}, ${office.now}, ${office.staff})
    on conflict do nothing`);
  if (added === 0) return false;
  const data = { instrument, effectiveFrom: effectiveFrom.toString() };
  await record(tx, office, { name: 'risk.instrument-loaded', subjectId: id, data });
  return true;
}
