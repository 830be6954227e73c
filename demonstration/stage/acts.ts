import type { CaseId } from '#rules/facts.ts';
import type { CaseworkAction } from '../script/casework-actions.ts';
import type { Action } from '../script/steps.ts';
import type { Acting, Acts, InCase, Progress } from './acting.ts';
import { accountActs } from './acts-accounts.ts';
import { breathingSpaceActs } from './acts-breathing-space.ts';
import { costActs } from './acts-costs.ts';
import { dailyActs } from './acts-daily.ts';
import { endingActs } from './acts-ending.ts';
import { fileActs } from './acts-files.ts';
import { housingActs } from './acts-housing.ts';
import { letterActs } from './acts-letters.ts';
import { mediationActs } from './acts-mediation.ts';
import { messageActs } from './acts-messages.ts';
import { moneyActs } from './acts-money.ts';
import { moveActs } from './acts-moves.ts';
import { perpetratorActs } from './acts-perpetrators.ts';
import { planActs } from './acts-plan.ts';
import { riskActs } from './acts-risk.ts';
import { securityActs } from './acts-security.ts';
import { sharingActs } from './acts-sharing.ts';
import { supportActs } from './acts-support.ts';
import { tenancyActs } from './acts-tenancies.ts';

const acts: Acts<CaseworkAction['does']> = {
  ...riskActs,
  ...planActs,
  ...supportActs,
  ...housingActs,
  ...moveActs,
  ...securityActs,
  ...moneyActs,
  ...costActs,
  ...dailyActs,
  ...breathingSpaceActs,
  ...perpetratorActs,
  ...accountActs,
  ...tenancyActs,
  ...mediationActs,
  ...endingActs,
  ...sharingActs,
  ...fileActs,
  ...messageActs,
  ...letterActs,
};

export function isCasework(action: Action): action is CaseworkAction {
  return Object.hasOwn(acts, action.does);
}

export function actInCase(
  acting: Acting,
  caseId: CaseId,
  before: Progress,
  action: CaseworkAction,
): Promise<Partial<Progress> | undefined> {
  const act = acts[action.does] as (
    here: InCase,
    action: CaseworkAction,
  ) => Promise<Partial<Progress> | undefined>;
  return act({ acting, caseId, before }, action);
}
