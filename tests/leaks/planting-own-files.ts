import { plant, type Site } from './planting-row.ts';
import type { Things } from './things.ts';

/** An own file of whoever is feared in the hidden case: its two keepers see it, and nothing of that case. */
export async function plantOwnFile(
  site: Site,
  alleged: string,
  keepers: { readonly worker: string; readonly manager: string },
): Promise<Things> {
  const into = (table: string, given: Readonly<Record<string, unknown>>) =>
    plant(site, 'ownside', table, given);
  const { worker, manager } = keepers;
  const file = await into('own_file', {
    ...{ person_id: alleged, worker_id: worker, manager_id: manager, opened_by: manager, held_by: [] },
    ...{ standing: 'alleged', ended_at: null },
  });
  const of = { file_id: file, recorded_by: worker };
  await into('own_file_entry', { ...of, kind: 'need', code: 'care', state: 'found' });
  const programmed = {
    file_id: file,
    accredited: true,
    partner_support: true,
    voluntary: true,
    begun_by: worker,
  };
  const programme = await into('own_programme', programmed);
  const asked = { ...of, step: 'asked', outcome: '', words: '', programme_id: programme };
  await into('own_programme_step', asked);
  await into('own_programme_step', { ...of, step: 'outcome', outcome: 'goes_on', programme_id: programme });
  const before = await into('own_programme', programmed);
  const answered = await into('own_programme_step', { ...asked, programme_id: before });
  await into('own_programme_answer', { step_id: answered, said: 'not_now', answered_by: manager });
  // That it was answered is told at once; without it, nothing of theirs changes but their list.
  await site.client.query("delete from notification where kind = 'own_file_answered'");
  return { ownFile: file, ownProgramme: programme };
}
