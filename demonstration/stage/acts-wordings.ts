import {
  decideSender,
  decideWording,
  findVersion,
  proposeSender,
  proposeWording,
  senderProposalsOf,
  wordingsInUse,
} from '#modules/wordings/index.ts';
import type { Action } from '../script/steps.ts';
import type { WordingAction } from '../script/wording-actions.ts';
import type { Acting } from './acting.ts';
import { colleague } from './landlord.ts';

const done = ['propose-sender', 'agree-to-sender', 'propose-wording', 'agree-to-wording'] as const;

export function isWordingAction(action: Action): action is WordingAction {
  return done.some((does) => does === action.does);
}

export async function actOnWordings(acting: Acting, action: WordingAction): Promise<void> {
  const { tx, office, organisation } = acting;
  const by = { ...office, staff: colleague(acting, action.by).id };
  if (action.does === 'propose-sender') {
    await proposeSender(tx, office, action.sender);
    return;
  }
  if (action.does === 'propose-wording') {
    await proposeWording(tx, office, action.wording);
    return;
  }
  if (action.does === 'agree-to-sender') {
    const proposed = (await senderProposalsOf(tx, organisation)).find(({ decision }) => decision === null);
    if (!proposed) throw new Error('No number waits for a decision');
    const { version } = proposed;
    return decideSender(tx, by, proposed, { decision: 'approved', why: action.heard, version });
  }
  const standing = (await wordingsInUse(tx, organisation)).find(({ waits }) => waits !== null);
  const waiting = standing?.waits && (await findVersion(tx, organisation, standing.waits.id));
  if (!waiting) throw new Error('No wording waits for a decision');
  const decided = { decision: 'approved', why: '', version: waiting.version } as const;
  await decideWording(tx, by, waiting, decided);
}
