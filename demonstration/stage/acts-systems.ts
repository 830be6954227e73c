import { tellOfOneWorker } from '#modules/counter-allegations/index.ts';
import { sayStep } from '#modules/court-steps/index.ts';
import {
  askWithin,
  decideSystem,
  makeToken,
  proposeSystem,
  setHold,
  systemsOf,
} from '#modules/holds/index.ts';
import { askOfMove } from '#modules/lettings/index.ts';
import { tellOfLetting } from '#modules/new-customers/index.ts';
import { enterTenancyEvent, lookAtEvents } from '#modules/tenancies/index.ts';
import type { Action } from '../script/steps.ts';
import type { SystemAction } from '../script/system-actions.ts';
import type { Acting, Theatre } from './acting.ts';
import { asksAtLetting } from './acts-lettings.ts';

const done = [
  'propose-system',
  'agree-to-system',
  'make-token',
  'system-asks',
  'set-hold',
  'say-step',
  'ask-of-move',
  'tell-of-letting',
  'ask-at-letting',
  'enter-tenancy-event',
  'look-at-tenancy-events',
  'look-at-two-cases',
] as const;

export function isSystemAction(action: Action): action is SystemAction {
  return done.some((does) => does === action.does);
}

/** What each invented system sends; it is shown once, and kept nowhere but here. */
const tokens = new WeakMap<Theatre['stories'], Map<string, string>>();

export async function actOnSystems(acting: Acting, action: SystemAction): Promise<void> {
  const { tx, office, organisation, stories } = acting;
  if (action.does === 'propose-system') {
    await proposeSystem(tx, office, action.system);
    return;
  }
  if (action.does === 'say-step') {
    await sayStep(tx, office, action.saying);
    return;
  }
  if (action.does === 'ask-of-move') {
    await askOfMove(tx, office, action.asking);
    return;
  }
  if (action.does === 'tell-of-letting') {
    await tellOfLetting(tx, office, action);
    return;
  }
  if (action.does === 'ask-at-letting') {
    await asksAtLetting(acting, action);
    return;
  }
  if (action.does === 'enter-tenancy-event') {
    await enterTenancyEvent(tx, office, action.said);
    return;
  }
  if (action.does === 'look-at-two-cases') {
    await tellOfOneWorker(tx, office);
    return;
  }
  if (action.does === 'look-at-tenancy-events') {
    await lookAtEvents(tx, office);
    return;
  }
  if (action.does === 'set-hold') {
    if (!(await setHold(tx, office, action.hold))) throw new Error('No tenancy has this reference');
    return;
  }
  const kept = tokens.get(stories) ?? new Map<string, string>();
  tokens.set(stories, kept);
  if (action.does === 'system-asks') {
    const { tenancies: references } = action;
    await askWithin(tx, kept.get(action.name) ?? '', { by: 'tenancy', references, now: office.now });
    return;
  }
  const system = (await systemsOf(tx, organisation)).find(({ name }) => name === action.name);
  if (!system) throw new Error(`No system is called ${action.name}`);
  if (action.does === 'make-token') kept.set(action.name, await makeToken(tx, office, system));
  else await decideSystem(tx, office, system, { decision: 'approved', why: '', version: system.version });
}
