import { z } from 'zod';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { record } from '#kit/record.ts';
import { instant, plainDate, sql, type Tx } from '#kit/sql.ts';
import type { OrganisationId } from '#rules/facts.ts';
import type { InstrumentFile } from '../forms/wording-form.ts';
import { builtIn, newestOf, shippedAs } from '../instruments/catalogue.ts';
import { type Instrument, type InstrumentId, instrumentId, isOwn } from '../instruments/instrument.ts';
import { type OwnInstrument, type OwnTerms, ownInstrument } from '../instruments/own.ts';
import { worded } from '../instruments/wording.ts';
import { offeredOn, type Withdrawal } from '../withdrawal.ts';

/** Checked where the file was read. Of an own instrument each holds its weights as well. */
const item = z.custom<OwnInstrument['items'][number]>();

const row = z.object({
  id: z.uuid(),
  instrument: instrumentId,
  version: z.string(),
  baseVersion: z.string(),
  name: z.string(),
  attribution: z.string(),
  wording: z.array(item).readonly(),
  /** Of one of a landlord’s own: what it is for, when enough is answered, and its levels. */
  terms: z.custom<OwnTerms>().nullable(),
  effectiveFrom: plainDate,
  loadedAt: instant,
  loadedByName: z.string().nullable(),
  withdrawal: z.custom<Withdrawal>().nullable(),
});
export type LoadedWording = z.infer<typeof row>;

const columns = sql`w.id, w.instrument, w.version, w.base_version as "baseVersion", w.title as name, w.attribution,
  w.wording, w.terms, w.effective_from as "effectiveFrom", w.loaded_at as "loadedAt", s.name as "loadedByName",
  (select jsonb_build_object('from', k.from_day, 'reason', k.reason, 'byName', b.name)
    from risk_instrument_withdrawal k
      left join staff b on b.organisation_id = k.organisation_id and b.id = k.withdrawn_by
    where k.organisation_id = w.organisation_id and k.instrument = w.instrument and k.withdrawn_at >= w.loaded_at
    order by k.from_day, k.withdrawn_at limit 1) as withdrawal
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
  const own = [...new Set(loaded.map(({ instrument }) => instrument))].filter(isOwn).toSorted(byNumber);
  return [
    ...builtIn.map((shipped) => {
      const wording = inForce(loaded, shipped.id, on);
      return wording ? asInstrument(wording) : shipped;
    }),
    ...own.flatMap((id) => {
      const held = inForce(loaded, id, on);
      return held ? [asInstrument(held)] : [];
    }),
  ];
}

function byNumber(one: string, other: string): number {
  return one.localeCompare(other, 'en-GB', { numeric: true });
}

/** The wording of that instrument on that day; null: Lintel’s own, or none where it is withdrawn. */
export function inForce(
  newestFirst: readonly LoadedWording[],
  instrument: InstrumentId,
  on: Temporal.PlainDate,
): LoadedWording | null {
  return newestFirst.find((each) => each.instrument === instrument && offeredOn(each, on)) ?? null;
}

export interface AskedWith {
  /** The very questions. */
  readonly instrument: Instrument;
  /** That they are withdrawn; null: they are offered still, or Lintel’s own. */
  readonly withdrawal: Withdrawal | null;
}

/** What an assessment was made with. */
export async function askedWith(
  tx: Tx,
  organisation: OrganisationId,
  id: InstrumentId,
  version: string,
): Promise<AskedWith> {
  const shipped = shippedAs(id, version);
  if (shipped) return { instrument: shipped, withdrawal: null };
  const wording = await tx.one(
    row,
    sql`select ${columns} where w.organisation_id = ${organisation} and w.instrument = ${id}
      and w.version = ${version}`,
  );
  return { instrument: asInstrument(wording), withdrawal: wording.withdrawal };
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
    return own(one) ?? used?.name ?? titleOf(one.instrument);
  };
}

/** Of one whose file is not at hand. */
function titleOf(id: InstrumentId): string {
  return isOwn(id) ? 'An instrument of your own' : newestOf(id).name;
}

export function asInstrument({
  instrument,
  baseVersion,
  wording,
  terms,
  ...words
}: LoadedWording): Instrument {
  if (isOwn(instrument)) {
    if (!terms) throw new Error(`${instrument} without its terms`);
    return ownInstrument({ ...terms, ...words, instrument, items: wording });
  }
  const base = shippedAs(instrument, baseVersion) ?? newestOf(instrument);
  return worded(base, { ...words, items: wording });
}

/** Adds a wording, or one of the landlord's own, beside those before it; false where its version is known already. */
export async function loadInstrument(
  tx: Tx,
  office: Office,
  { file, effectiveFrom }: { readonly file: InstrumentFile; readonly effectiveFrom: Temporal.PlainDate },
): Promise<boolean> {
  if (file.kind === 'own') {
    const { purpose, enough, levels, ...own } = file.own;
    return add(tx, office, { ...own, effectiveFrom, baseVersion: '', terms: { purpose, enough, levels } });
  }
  const { instrument, version } = file.wording;
  if (shippedAs(instrument, version)) return false;
  const baseVersion = newestOf(instrument).version;
  return add(tx, office, { ...file.wording, effectiveFrom, baseVersion, terms: null });
}

interface Added
  extends Pick<LoadedWording, 'instrument' | 'version' | 'name' | 'attribution' | 'baseVersion'> {
  readonly items: readonly unknown[];
  readonly terms: OwnTerms | null;
  readonly effectiveFrom: Temporal.PlainDate;
}

async function add(tx: Tx, office: Office, added: Added): Promise<boolean> {
  const { organisation, staff, now } = office;
  const { instrument, version, baseVersion, name, attribution, items, terms, effectiveFrom } = added;
  const id = newId<string>();
  const rows =
    await tx.run(sql`insert into risk_instrument (organisation_id, id, instrument, version, base_version,
      title, attribution, wording, terms, effective_from, loaded_at, loaded_by)
    values (${organisation}, ${id}, ${instrument}, ${version}, ${baseVersion}, ${name}, ${attribution},
      ${JSON.stringify(items)}, ${terms && JSON.stringify(terms)}, ${effectiveFrom}, ${now}, ${staff})
    on conflict do nothing`);
  if (rows === 0) return false;
  const data = { instrument, effectiveFrom: effectiveFrom.toString() };
  await record(tx, office, { name: 'risk.instrument-loaded', subjectId: id, data });
  return true;
}
