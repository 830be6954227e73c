import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { renderPdf } from '#kit/documents/render.ts';
import { type Archived, archive, newPassphrase } from '#kit/files/archive.ts';
import { receive } from '#kit/files/receive.ts';
import { storedName } from '#kit/files/store.ts';
import type { Who } from '#kit/http/route.ts';
import type { Office } from '#kit/office.ts';
import type { Services } from '#kit/services.ts';
import { sql } from '#kit/sql.ts';
import { addEntry } from '#modules/chronology/index.ts';
import { happened } from '#modules/obligations/index.ts';
import { keepWhatLeft, type Leaving, type Share } from '#modules/sharing/index.ts';
import { kindsInWords } from '#modules/sharing/pure.ts';
import type { CaseId } from '#rules/facts.ts';
import type { DataKind } from '#rules/sharing.ts';
import type { Learner } from '#rules/who-would-learn.ts';
import type { CustodyLine } from '../custody.ts';
import { evidenceDocument } from '../evidence-document.ts';
import { calledInPack, type Exhibit, exhibitName, type Holds, manifestOf } from '../exhibits.ts';
import type { KeptFile } from '../kept-file.ts';
import { type Lying, originalOf, plainBytes, shownOf } from './bytes.ts';
import { custodyOf } from './custody.ts';
import { type Keeping, sealKey } from './keep.ts';
import { isWhole, markAltered, markWhole } from './verify.ts';

export interface ToPack {
  readonly caseId: CaseId;
  readonly reference: string;
  readonly share: Share;
  /** As it was asked at this moment. */
  readonly gate: Leaving['gate'];
  readonly recipient: string;
  /** Of whom they read; '': that was not decided to be shared. */
  readonly about: string;
  readonly purpose: string;
  readonly initials: string;
  readonly holds: Holds;
  readonly files: readonly KeptFile[];
  readonly learners: readonly Learner[];
  /** What they show beside what happened, as whoever makes it says. */
  readonly tells: readonly DataKind[];
  /** Takes out of any text what is usually kept back from its reader. */
  readonly clean: (text: string) => string;
}

interface WithBytes extends Exhibit {
  /** What goes: the original, or the picture made of it. */
  readonly lying: Lying;
  readonly original: Lying | null;
  readonly custody: readonly CustodyLine[];
}

export type Packed =
  | { readonly ok: true; readonly packId: string; readonly passphrase: string }
  /** This one is not as it came: no pack is made, and that it was found is kept, by whoever was first to. */
  | { readonly ok: false; readonly altered: KeptFile; readonly first: boolean };

/** Whoever makes one: no transaction of theirs is under way. */
export interface Packing extends Office {
  readonly services: Services;
  readonly who: Pick<Who, 'name' | 'organisationName'>;
}

/** Begins a transaction of theirs. */
export type Again = <T>(work: (ctx: Keeping) => Promise<T>) => Promise<T>;

/**
 * Reads each file through again, makes the archive and puts it where it stays, all with no connection held; and only
 * then is it on record as made.
 * @param stillMay throws unless everything in it may still go at the moment at which it is written down
 */
export async function makePack(
  begun: Packing,
  again: Again,
  asked: ToPack,
  stillMay: (ctx: Keeping) => Promise<Leaving['gate']>,
): Promise<Packed> {
  const { organisation, services } = begun;
  const exhibits = await again((ctx) => exhibitsOf(ctx, asked));
  for (const { file, original } of exhibits)
    if (!original || !(await isWhole(services, organisation, original))) {
      const about = { id: file.id, caseId: asked.caseId };
      const first = await again((ctx) => markAltered(ctx.tx, ctx, about));
      return { ok: false, altered: file, first };
    }
  const made = await putArchive(begun, asked, exhibits);
  try {
    await again(async (ctx) => keepPack(ctx, { ...asked, gate: await stillMay(ctx) }, exhibits, made));
  } catch (error) {
    await services.files.store.remove(made.storedAs);
    throw error;
  }
  return { ok: true, packId: made.packId, passphrase: made.passphrase };
}

/** Where the bytes lie, what is called what, and who had each so far. */
async function exhibitsOf(
  { tx, organisation }: Keeping,
  { caseId, initials, holds, files }: ToPack,
): Promise<readonly WithBytes[]> {
  const exhibits: WithBytes[] = [];
  for (const file of files) {
    const [original, custody] = await Promise.all([
      originalOf(tx, organisation, file.id),
      custodyOf(tx, organisation, { caseId, fileId: file.id }),
    ]);
    const lying = holds === 'originals' ? original : await shownOf(tx, organisation, file.id, 'whole');
    if (!lying) throw new Error('A file without bytes, or without a picture, was to go');
    const called = calledInPack(initials, file, holds);
    const { sha256 } = lying;
    exhibits.push({ exhibit: exhibitName(initials, file), file, called, sha256, lying, original, custody });
  }
  return exhibits;
}

interface Made {
  readonly packId: string;
  readonly passphrase: string;
  readonly manifest: string;
  readonly storedAs: string;
  readonly sealedKey: Buffer;
  readonly sha256: Buffer;
  readonly bytes: number;
}

async function putArchive(ctx: Packing, asked: ToPack, exhibits: readonly WithBytes[]): Promise<Made> {
  const { organisation, services } = ctx;
  const index = await indexOf(ctx, asked, exhibits);
  const ofIndex = { called: 'index.pdf', sha256: createHash('sha256').update(index).digest() };
  const manifest = manifestOf([ofIndex, ...exhibits]);
  const contents: readonly Archived[] = [
    { name: 'index.pdf', open: async () => Readable.from([index]) },
    { name: 'manifest.txt', open: async () => Readable.from([Buffer.from(manifest)]) },
    ...exhibits.map(({ called, lying }) => ({
      name: called,
      open: () => plainBytes(services, organisation, lying),
    })),
  ];
  const passphrase = newPassphrase();
  const [packId, storedAs] = [randomUUID(), storedName(organisation)];
  const folder = await mkdtemp(join(tmpdir(), 'lintel-'));
  try {
    const path = join(folder, 'pack');
    const { key, sha256, bytes } = await receive(await archive(contents, passphrase), path);
    await services.files.store.put(storedAs, path);
    const sealedKey = sealKey(services.secret, organisation, packId, key);
    return { packId, passphrase, manifest, storedAs, sealedKey, sha256, bytes };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function keepPack(
  ctx: Keeping,
  asked: ToPack,
  exhibits: readonly WithBytes[],
  { packId, manifest, storedAs, sealedKey, sha256, bytes }: Made,
): Promise<void> {
  const { tx, organisation, services, staff, now } = ctx;
  const { caseId, initials, holds, share, gate, recipient, learners } = asked;
  for (const { file } of exhibits) {
    await markWhole(tx, ctx, { id: file.id, caseId });
    await happened(tx, ctx, { name: 'file.exported', caseId, subjectId: file.id, data: { as: 'pack' } });
  }
  await tx.run(sql`insert into evidence_pack (organisation_id, id, case_id, share_id, initials, holds, manifest,
      stored_as, sealed_key, bytes, sha256, learners, made_at, made_by)
    values (${organisation}, ${packId}, ${caseId}, ${share.id}, ${initials}, ${holds}, ${manifest}, ${storedAs},
      ${sealedKey}, ${bytes}, ${sha256}, ${JSON.stringify(learners)}, ${now}, ${staff})`);
  for (const each of exhibits)
    await tx.run(sql`insert into evidence_exhibit (organisation_id, pack_id, file_id, case_id, exhibit, sha256)
      values (${organisation}, ${packId}, ${each.file.id}, ${caseId}, ${each.exhibit}, ${each.sha256})`);
  await keepWhatLeft(tx, ctx, services.secret, {
    ...{ share, gate, way: 'evidence', toWhom: recipient, name: `${asked.reference}.zip`, learners },
    // The manifest names each part by its hash; the bytes of the pack stay where they lie.
    ...{ plain: Buffer.from(manifest), container: null },
    entries: [...new Set(exhibits.flatMap(({ file }) => file.entryId ?? []))],
  });
  await tellOf(ctx, asked, { packId, exhibits, sha256 });
}

/** With what is about to be on record of each: that its hash was reckoned again, and that it is in this pack. */
function indexOf(ctx: Packing, asked: ToPack, exhibits: readonly WithBytes[]): Promise<Buffer> {
  const about = { at: ctx.now, byName: ctx.who.name, why: '' };
  const now: readonly CustodyLine[] = [
    { ...about, name: 'file.verified', as: '' },
    { ...about, name: 'file.exported', as: 'pack' },
  ];
  return renderPdf(
    evidenceDocument({
      ...asked,
      landlord: ctx.who.organisationName,
      exhibits: exhibits.map((each) => ({ ...each, custody: [...each.custody, ...now] })),
      madeBy: ctx.who.name,
      madeAt: ctx.now,
      calendar: ctx.calendar,
    }),
  );
}

async function tellOf(
  ctx: Keeping,
  { caseId, recipient, holds, tells }: ToPack,
  made: { readonly packId: string; readonly exhibits: readonly Exhibit[]; readonly sha256: Buffer },
): Promise<void> {
  const { packId, exhibits, sha256 } = made;
  const named = exhibits.map(({ exhibit }) => exhibit).join(', ');
  const what = holds === 'originals' ? 'the originals' : 'pictures made of the originals';
  await happened(ctx.tx, ctx, {
    name: 'evidence.packed',
    caseId,
    subjectId: packId,
    data: { exhibits: exhibits.length, holds, tells },
  });
  await addEntry(ctx.tx, ctx, {
    ...{ caseId, kind: 'action', source: 'record', subjectId: packId, disclosableTo: [] },
    ...{ happenedAt: ctx.now, knownAt: ctx.now },
    words:
      `An evidence pack was made for ${recipient}: ${named}, as ${what}. ` +
      `Beside what happened they show: ${kindsInWords(tells) || 'nothing'}. SHA-256 ${sha256.toString('hex')}`,
  });
}
