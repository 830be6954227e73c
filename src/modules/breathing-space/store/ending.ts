import { insist, notFound } from '#kit/http/errors.ts';
import type { Office } from '#kit/office.ts';
import type { Tx } from '#kit/sql.ts';
import { openFile } from '#modules/case-file/index.ts';
import { addEntry } from '#modules/chronology/index.ts';
import { happened } from '#modules/obligations/index.ts';
import type { CaseId } from '#rules/facts.ts';
import { labelOf } from '#rules/words.ts';
import { type EndingAlone, mayEnd, type Telling, tellings } from '../deciding.ts';
import { forTheTeam } from '../words.ts';
import { endInCase } from './end.ts';
import { standingIn } from './look.ts';
import { overtakeProposal } from './proposals.ts';
import { type Space, spacesOf } from './rows.ts';
import { stepsOf, writeStep } from './steps.ts';

export interface NewEnding {
  readonly caseId: CaseId;
  readonly version: number | null;
  readonly because: EndingAlone;
  readonly told: Telling;
  readonly words: string;
}

/**
 * It ends as the person wishes, or because its last day has come and somebody looked. Throws `not-found`, `stale`, or a
 * refusal where nobody has reached them, or the day has not come.
 */
export async function endAlone(tx: Tx, office: Office, ending: NewEnding): Promise<void> {
  const { caseId, because, told, words } = ending;
  const { space, facts } = await standingIn(tx, office, caseId, ending.version);
  insist(mayEnd(because, facts));
  // That somebody looked on its last day keeps that day's promise.
  if (because === 'run_its_length')
    await happened(tx, office, {
      ...{ name: 'breathing-space.reviewed', caseId, subjectId: space.lookId, keepsOnly: 'its subject' },
    });
  await endInCase(tx, office, space, { because, told, words });
  await overtakeProposal(tx, office, space);
}

/** They were told that it ended, or that would not be safe. Throws `not-found` where nobody owes it. */
export async function recordTelling(
  tx: Tx,
  office: Office,
  { caseId, told, words }: { caseId: CaseId; told: Exclude<Telling, 'not_yet'>; words: string },
): Promise<void> {
  const space = await untold(tx, office, caseId);
  if (!space) throw notFound();
  await writeStep(tx, office, space, { step: 'told', until: space.until, told, words });
  const about = { caseId, subjectId: space.id, keepsOnly: 'its subject' } as const;
  await happened(tx, office, { name: 'breathing-space.told', ...about, data: { why: told } });
  await addEntry(tx, office, {
    ...{ ...forTheTeam, caseId, happenedAt: office.now, knownAt: office.now, subjectId: space.id },
    words: `That breathing space ended: ${labelOf(tellings, told)}. ${words}`.trim(),
  });
}

/** The one whose end the person does not know of yet. */
export async function untold(tx: Tx, office: Office, caseId: CaseId): Promise<Space | null> {
  if (!(await openFile(tx, office.organisation, caseId))) return null;
  const spaces = await spacesOf(tx, office.organisation, { caseId });
  const steps = await stepsOf(tx, office.organisation, spaces);
  return (
    spaces.find(({ id }) => {
      const [last] = steps.filter(({ spaceId, told }) => spaceId === id && told !== '');
      return last?.told === 'not_yet' && last.because !== 'died';
    }) ?? null
  );
}
