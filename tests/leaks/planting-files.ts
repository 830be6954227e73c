import { newId } from '#kit/ids.ts';
import type { Plant } from './planting-plans.ts';

/** A file that can be looked at, taken along and found again in the list of who had it. */
export async function plantFile(
  plant: Plant,
  inCase: { readonly case_id: string },
  share: string,
  by?: string,
): Promise<{ readonly file: string; readonly pack: string }> {
  const file = await plant('kept_file', {
    ...inCase,
    stored_as: newId(),
    scan: 'clean',
    shown: 'made',
    contact_id: null,
    disclosure_id: null,
  });
  for (const size of ['whole', 'small'])
    await plant('shown_file', { ...inCase, file_id: file, size, stored_as: `${file} ${size}` });
  await plant('file_taken', { ...inCase, file_id: file });
  await plant('event', { ...inCase, name: 'file.added', subject_id: file });
  const pack = await plant('evidence_pack', {
    ...inCase,
    share_id: share,
    initials: 'AB',
    stored_as: newId(),
    made_by: by,
  });
  await plant('evidence_exhibit', { ...inCase, pack_id: pack, file_id: file, exhibit: 'AB/1' });
  return { file, pack };
}

/** A file that came with what was told, before there is a case. */
export async function plantToldFile(plant: Plant, disclosure: string): Promise<string> {
  const file = await plant('kept_file', {
    ...{ case_id: null, disclosure_id: disclosure, contact_id: null, entry_id: null },
    ...{ stored_as: newId(), scan: 'clean', shown: 'made' },
  });
  for (const size of ['whole', 'small'])
    await plant('shown_file', { case_id: null, file_id: file, size, stored_as: `${file} ${size}` });
  return file;
}
