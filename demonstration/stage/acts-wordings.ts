import {
  decideWording,
  findVersion,
  proposeWording,
  setSender,
  wordingsInUse,
} from '#modules/wordings/index.ts';
import type { Action } from '../script/steps.ts';
import type { WordingAction } from '../script/wording-actions.ts';
import type { Acting } from './acting.ts';
import { colleague } from './landlord.ts';

const done = ['set-sender', 'propose-wording', 'agree-to-wording'] as const;

export function isWordingAction(action: Action): action is WordingAction {
  return done.some((does) => does === action.does);
}

export async function actOnWordings(acting: Acting, action: WordingAction): Promise<void> {
  const { tx, office, organisation } = acting;
  if (action.does === 'set-sender') return setSender(tx, office, action);
  if (action.does === 'propose-wording') {
    await proposeWording(tx, office, action.wording);
    return;
  }
  const standing = (await wordingsInUse(tx, organisation)).find(({ waits }) => waits !== null);
  const waiting = standing?.waits && (await findVersion(tx, organisation, standing.waits.id));
  if (!waiting) throw new Error('No wording waits for a decision');
  const { id: staff } = colleague(acting, action.by);
  const decided = { decision: 'approved', why: '', version: waiting.version } as const;
  await decideWording(tx, { ...office, staff }, waiting, decided);
}
