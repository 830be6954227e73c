import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { z } from 'zod';
import { receive } from '#kit/files/receive.ts';
import { sql } from '#kit/sql.ts';
import { openFile } from '#modules/case-file/index.ts';
import {
  filesOf,
  initialsOf,
  type KeptFile,
  keepFiles,
  makePack,
  placeFiles,
  whyNot,
} from '#modules/files/index.ts';
import { gateOf, sharingIn } from '#modules/sharing/index.ts';
import { recipientInWords } from '#modules/sharing/pure.ts';
import { sharePurposes } from '#rules/sharing.ts';
import { whoWouldLearn } from '#rules/who-would-learn.ts';
import { labelOf } from '#rules/words.ts';
import type { Acts, InCase } from './acting.ts';
import { shareIn } from './acts-sharing.ts';
import { photographed } from './photographs.ts';

export const fileActs: Acts<'add-files' | 'pack-evidence'> = {
  /** As somebody adds them from a phone: sealed as they arrive, and looked at by the program once it runs. */
  async 'add-files'({ acting: { tx, office, services }, caseId }, { of, shows }) {
    const folder = await mkdtemp(join(tmpdir(), 'lintel-'));
    try {
      const path = join(folder, 'photograph');
      const received = await receive(Readable.from([await photographed(of)]), path);
      const picture = {
        received,
        path,
        name: 'IMG_0412.jpg',
        kind: 'picture',
        mediaType: 'image/jpeg',
      } as const;
      const placed = await placeFiles(services, office.organisation, [picture]);
      const said = { contactId: null, shows, source: 'person', madeOn: null };
      await keepFiles({ ...office, tx, services }, { caseId }, placed, said);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
    return undefined;
  },
  /** Only where the gate is open at that moment, and only what may go, as on its page. */
  async 'pack-evidence'(here) {
    const { tx, office, services } = here.acting;
    const { caseId } = here;
    const [share, file] = [await shareIn(here), await openFile(tx, office.organisation, caseId)];
    if (!share || !file) return undefined;
    const around = await sharingIn({ tx, ...office }, file);
    const gate = gateOf(share, around);
    const goes = ({ entryId }: KeptFile) => ({
      decided: entryId !== null && share.entries.includes(entryId),
      mayGo: entryId !== null && around.entriesThatMay.has(entryId),
    });
    const all = await filesOf(tx, office.organisation, caseId);
    const files = all.filter((each) => whyNot(each, goes(each)) === null);
    if (!gate.open || files.length === 0) return undefined;
    const who = await whoActs(here);
    const asked = {
      ...{ caseId, reference: file.reference, share, gate, files, holds: 'originals' as const },
      ...{ initials: initialsOf(who.name), recipient: recipientInWords(share), about: '' },
      purpose: labelOf(sharePurposes, share.purpose),
      tells: [],
      // Of what is played nothing is kept back: the pictures and their words hold no place and no number.
      clean: (text: string) => text,
      learners: whoWouldLearn({ to: 'agency', by: ['download'] }, office.pack.words),
    } as const;
    const making = { ...office, services, who };
    await makePack(
      making,
      (work) => work({ ...office, tx, services }),
      asked,
      async () => gate,
    );
    return undefined;
  },
};

const nameRow = z.object({ name: z.string(), organisationName: z.string() });

function whoActs({ acting: { tx, office } }: InCase) {
  return tx.one(
    nameRow,
    sql`select s.name, o.name as "organisationName" from staff s
      join organisation o on o.organisation_id = s.organisation_id
      where s.organisation_id = ${office.organisation} and s.id = ${office.staff}`,
  );
}
