import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { z } from 'zod';
import { receive } from '#kit/files/receive.ts';
import { Altered } from '#kit/files/sealing.ts';
import { Missing, storedName } from '#kit/files/store.ts';
import { type Office, officeOf } from '#kit/office.ts';
import { makePictures, type Picture, type Pictures, type Sort } from '#kit/pictures/make.ts';
import type { Services } from '#kit/services.ts';
import { empty, id, sql, type Tx, transact } from '#kit/sql.ts';
import { happened } from '#modules/obligations/index.ts';
import type { CaseId, DisclosureId, OrganisationId } from '#rules/facts.ts';
import type { Scan, Shown } from '../kept-file.ts';
import { nextLook } from '../next-look.ts';
import { whyNotShown } from '../shown-words.ts';
import { originalOf, plainBytes } from './bytes.ts';
import { about, sealKey } from './keep.ts';
import { tellOfHarm } from './tell.ts';
import { markAltered } from './verify.ts';

const row = z.object({
  id: z.uuid(),
  caseId: id<CaseId>().nullable(),
  disclosureId: id<DisclosureId>().nullable(),
  mediaType: z.string(),
  scan: z.string() as unknown as z.ZodType<Scan>,
  shown: z.string() as unknown as z.ZodType<Shown>,
  looks: z.number(),
});
type Waiting = z.infer<typeof row>;

const atOnce = 20;

/**
 * Files that wait to be looked through, and then for something to look at; the longest waiting first, but each that was
 * tried in vain has its turn later, and the next one goes on: it is written down before it is tried.
 */
export async function lookAtFiles(services: Services, organisation: OrganisationId): Promise<void> {
  const waiting = await asSystem(services, organisation, (tx) =>
    tx.rows(
      row,
      sql`select id, case_id as "caseId", disclosure_id as "disclosureId", media_type as "mediaType",
          scan, shown, looks
        from kept_file
        where organisation_id = ${organisation} and (scan = 'waiting' or shown = 'waiting')
          and altered_at is null and scan <> 'infected' and (look_at is null or look_at <= ${services.now()})
        order by look_at nulls first, added_at, id limit ${atOnce}`,
    ),
  );
  for (const file of waiting) {
    await hasItsTurn(services, organisation, file);
    try {
      if (!(await lookAt(services, organisation, file))) return;
    } catch (error) {
      if (!(error instanceof Missing || error instanceof Altered)) throw error;
      await inOffice(services, organisation, (tx, office) => markAltered(tx, office, file));
    }
  }
}

function hasItsTurn(services: Services, organisation: OrganisationId, { id: file, looks }: Waiting) {
  return asSystem(services, organisation, (tx) =>
    tx.run(sql`update kept_file set looks = looks + 1, look_at = ${nextLook(services.now(), looks)}
      where organisation_id = ${organisation} and id = ${file}`),
  );
}

/** What was added while there was no scanner is looked through as soon as there is one, and held until it was. */
export async function lookThroughOlder(services: Services, organisation: OrganisationId): Promise<void> {
  if (!services.files.scanner) return;
  await asSystem(services, organisation, (tx) =>
    tx.run(
      sql`update kept_file set scan = 'waiting', look_at = null
        where organisation_id = ${organisation} and scan = 'not_set_up'`,
    ),
  );
}

/** @returns false: the scanner is away, and it is no use to ask it about the next one */
async function lookAt(services: Services, organisation: OrganisationId, file: Waiting): Promise<boolean> {
  if (file.scan === 'waiting') {
    const scan = await scanned(services, organisation, file);
    if (scan !== 'clean') return scan !== 'away';
  }
  if (file.shown === 'waiting') await show(services, organisation, file);
  return true;
}

async function scanned(
  services: Services,
  organisation: OrganisationId,
  file: Waiting,
): Promise<Scan | 'away'> {
  const { scanner } = services.files;
  // It was set up when this was added, and is no more: nothing is opened that was to be looked through.
  if (!scanner) return 'waiting';
  const said = await scanner.scan(await original(services, organisation, file));
  await inOffice(services, organisation, async (tx, office) => {
    const what = { ...about(file), subjectId: file.id };
    if (said.said === 'away') {
      // A scanner that is not there is no fault of this file: it is the first when the scanner is back.
      const turn = said.reached ? empty : sql`, look_at = null, looks = ${file.looks}`;
      await tx.run(sql`update kept_file set scan_found = ${said.why}${turn}
        where organisation_id = ${organisation} and id = ${file.id}`);
      return;
    }
    const found = said.said === 'infected' ? said.found : '';
    await tx.run(sql`update kept_file set scan = ${said.said}, scanned_at = ${office.now}, scan_found = ${found}
      where organisation_id = ${organisation} and id = ${file.id}`);
    if (said.said === 'clean') await happened(tx, office, { name: 'file.scanned', ...what });
    else {
      await happened(tx, office, { name: 'file.held', ...what });
      await tellOfHarm(tx, office, about(file));
    }
  });
  if (said.said !== 'away') return said.said;
  return said.reached ? 'waiting' : 'away';
}

async function original(services: Services, organisation: OrganisationId, file: Waiting): Promise<Readable> {
  const lying = await asSystem(services, organisation, (tx) => originalOf(tx, organisation, file.id));
  if (!lying) throw new Missing('It has no row');
  return plainBytes(services, organisation, lying);
}

const sorts: Readonly<Record<string, Sort>> = {
  'application/pdf': 'pdf',
  'image/heic': 'heic',
  'image/heif': 'heic',
};

async function show(services: Services, organisation: OrganisationId, file: Waiting): Promise<void> {
  const sort = sorts[file.mediaType] ?? 'picture';
  const made = await makePictures(sort, await original(services, organisation, file));
  if (!made.ok) return cannotShow(services, organisation, file, made);
  const folder = await mkdtemp(join(tmpdir(), 'lintel-'));
  try {
    const kept = [
      await keepShown(services, organisation, { file, size: 'whole', picture: made.whole, folder }),
      await keepShown(services, organisation, { file, size: 'small', picture: made.small, folder }),
    ];
    await inOffice(services, organisation, async (tx, office) => {
      for (const each of kept)
        await tx.run(sql`insert into shown_file (organisation_id, file_id, case_id, size, stored_as, sealed_key, bytes,
            sha256, width, height, made_at)
          values (${organisation}, ${file.id}, (select case_id from kept_file
              where organisation_id = ${organisation} and id = ${file.id} for update), ${each.size},
            ${each.storedAs}, ${each.sealedKey},
            ${each.bytes}, ${each.sha256}, ${each.picture.width}, ${each.picture.height}, ${office.now})`);
      await setShown(tx, organisation, file, 'made', '');
      await happened(tx, office, { name: 'file.shown-made', ...about(file), subjectId: file.id });
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function cannotShow(
  services: Services,
  organisation: OrganisationId,
  file: Waiting,
  { problem }: Extract<Pictures, { ok: false }>,
): Promise<void> {
  await asSystem(services, organisation, (tx) =>
    setShown(tx, organisation, file, 'cannot', whyNotShown[problem]),
  );
}

function setShown(tx: Tx, organisation: OrganisationId, file: Waiting, shown: Shown, why: string) {
  return tx.run(sql`update kept_file set shown = ${shown}, shown_why = ${why}
    where organisation_id = ${organisation} and id = ${file.id}`);
}

interface ToShow {
  readonly file: Waiting;
  readonly size: 'whole' | 'small';
  readonly picture: Picture;
  readonly folder: string;
}

/** Sealed as the original is, by a key of its own. */
async function keepShown(
  { files, secret }: Services,
  organisation: OrganisationId,
  { file, size, picture, folder }: ToShow,
) {
  const path = join(folder, size);
  const { key, sha256, bytes } = await receive(Readable.from([picture.bytes]), path);
  const storedAs = storedName(organisation);
  await files.store.put(storedAs, path);
  const sealedKey = sealKey(secret, organisation, `${file.id} ${size}`, key);
  return { size, picture, storedAs, sealedKey, sha256, bytes };
}

function asSystem<T>(services: Services, organisation: OrganisationId, work: (tx: Tx) => Promise<T>) {
  return transact(services.db, { organisation, system: true }, work);
}

function inOffice<T>(
  services: Services,
  organisation: OrganisationId,
  work: (tx: Tx, office: Office) => Promise<T>,
) {
  return asSystem(services, organisation, async (tx) => work(tx, await officeOf(tx, services, organisation)));
}
