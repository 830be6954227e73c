import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { renderPdf } from '#kit/documents/render.ts';
import { type Archived, archive, newPassphrase } from '#kit/files/archive.ts';
import { receive } from '#kit/files/receive.ts';
import { storedName } from '#kit/files/store.ts';
import type { StaffContext } from '#kit/http/route.ts';
import { sql } from '#kit/sql.ts';
import { addEntry } from '#modules/chronology/index.ts';
import { happened } from '#modules/obligations/index.ts';
import { keepWhatLeft, type Leaving, type Share } from '#modules/sharing/index.ts';
import type { CaseId } from '#rules/facts.ts';
import type { Learner } from '#rules/who-would-learn.ts';
import { evidenceDocument } from '../evidence-document.ts';
import { calledInPack, type Exhibit, exhibitName, type Holds, manifestOf } from '../exhibits.ts';
import type { KeptFile } from '../kept-file.ts';
import { type Lying, originalOf, plainBytes, shownOf } from './bytes.ts';
import { custodyOf } from './custody.ts';
import { sealKey } from './keep.ts';
import { isWhole, markAltered, markWhole } from './verify.ts';

export interface ToPack {
  readonly caseId: CaseId;
  readonly reference: string;
  readonly share: Share;
  /** As it was asked at this moment. */
  readonly gate: Leaving['gate'];
  readonly recipient: string;
  readonly purpose: string;
  readonly initials: string;
  readonly holds: Holds;
  readonly files: readonly KeptFile[];
  readonly learners: readonly Learner[];
}

interface WithBytes extends Exhibit {
  readonly lying: Lying;
}

export type Packed =
  | { readonly ok: true; readonly packId: string; readonly passphrase: string }
  /** This one is not as it came: no pack is made, and that it was found is kept, by whoever was first to. */
  | { readonly ok: false; readonly altered: KeptFile; readonly first: boolean };

/** Reads each file through again, makes the archive, keeps it as it leaves, and only then is it on record as made. */
export async function makePack(ctx: StaffContext, asked: ToPack): Promise<Packed> {
  const { tx, organisation, services } = ctx;
  const { caseId, initials, holds, files } = asked;
  const exhibits: WithBytes[] = [];
  for (const file of files) {
    const about = { id: file.id, caseId };
    const original = await originalOf(tx, organisation, file.id);
    if (!original || !(await isWhole(services, organisation, original))) {
      return { ok: false, altered: file, first: await markAltered(tx, ctx, about) };
    }
    await markWhole(tx, ctx, about);
    const lying = holds === 'originals' ? original : await shownOf(tx, organisation, file.id, 'whole');
    if (!lying) throw new Error('A file without a picture was to go as one');
    const called = calledInPack(initials, file, holds);
    const { sha256 } = lying;
    exhibits.push({ exhibit: exhibitName(initials, file), file, called, sha256, lying });
  }
  // Only once all of them are whole: of a pack that was not made no file says that it is in one.
  for (const { file } of exhibits)
    await happened(tx, ctx, { name: 'file.exported', caseId, subjectId: file.id, data: { as: 'pack' } });
  return { ok: true, ...(await keepArchive(ctx, asked, exhibits)) };
}

async function keepArchive(ctx: StaffContext, asked: ToPack, exhibits: readonly WithBytes[]) {
  const { tx, organisation, services, staff, now } = ctx;
  const { caseId, initials, holds, share, gate, recipient, learners } = asked;
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
    });
    await tellOf(ctx, asked, { packId, exhibits, sha256 });
    return { packId, passphrase };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function indexOf(ctx: StaffContext, asked: ToPack, exhibits: readonly WithBytes[]): Promise<Buffer> {
  const { tx, organisation } = ctx;
  const withCustody = [];
  for (const each of exhibits)
    withCustody.push({ ...each, custody: await custodyOf(tx, organisation, asked.caseId, each.file.id) });
  return renderPdf(
    evidenceDocument({
      ...asked,
      landlord: ctx.who.organisationName,
      exhibits: withCustody,
      madeBy: ctx.who.name,
      madeAt: ctx.now,
      calendar: ctx.calendar,
    }),
  );
}

async function tellOf(
  ctx: StaffContext,
  { caseId, recipient, holds }: ToPack,
  made: { readonly packId: string; readonly exhibits: readonly Exhibit[]; readonly sha256: Buffer },
): Promise<void> {
  const { packId, exhibits, sha256 } = made;
  const named = exhibits.map(({ exhibit }) => exhibit).join(', ');
  const what = holds === 'originals' ? 'the originals' : 'pictures made of the originals';
  await happened(ctx.tx, ctx, {
    name: 'evidence.packed',
    caseId,
    subjectId: packId,
    data: { exhibits: exhibits.length, holds },
  });
  await addEntry(ctx.tx, ctx, {
    ...{ caseId, kind: 'action', source: 'record', subjectId: packId, disclosableTo: [] },
    ...{ happenedAt: ctx.now, knownAt: ctx.now },
    words: `An evidence pack was made for ${recipient}: ${named}, as ${what}. SHA-256 ${sha256.toString('hex')}`,
  });
}
