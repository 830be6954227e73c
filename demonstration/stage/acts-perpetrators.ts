import { openFile, peopleIn } from '#modules/case-file/index.ts';
import { jobs as mediationJobs } from '#modules/mediation/index.ts';
import {
  actionsOf,
  decideAction,
  dropAction,
  jobs,
  mayBeTold,
  proposeAction,
  putToManager,
  recordOutcome,
  recordTelling,
  recordTest,
  recordView,
  takeAction,
  wasStopped,
  whetherOpen,
} from '#modules/perpetrators/index.ts';
import { riskStanding, stateLevel } from '#modules/risk-level/index.ts';
import { today } from '#rules/calendar.ts';
import type { Acts, InCase, Theatre } from './acting.ts';

const safe = {
  ...{ reveals: 'no', together: 'no', children: 'no', court_order: 'none', goes: 'stays' },
  ...{ suicide: 'no', weapons: 'no', honour: 'no', fails: 'no', worse: 'no' },
} as const;

const what = {
  warning: 'A word in person about the noise that neighbours reported: nothing of what was told here.',
  behaviour_agreement:
    'An agreement about the noise and the shared hall, after what three neighbours reported.',
  programme: 'They rang and asked for help to change. A programme that also supports whom they harmed.',
} as const;

const said = {
  taken: 'They want it to be said by somebody else for once, and that it is about the neighbours.',
  feared: 'Last time somebody spoke with him it was worse for weeks. They do not want it.',
  not_safe: 'They are for it, as long as it does not come from them.',
  not_known: 'They would like it, and do not know where he would go.',
} as const;

export const perpetratorActs: Acts<
  'consider-action' | 'agree-to-action' | 'take-action' | 'look-after-action' | 'leave-action'
> = {
  async 'consider-action'({ acting: { tx, office, organisation }, caseId }, { kind, comes }) {
    const [file, people] = await Promise.all([
      openFile(tx, organisation, caseId),
      peopleIn(tx, organisation, caseId),
    ]);
    const before = await actionsOf(tx, organisation, caseId);
    if (before.some(({ steps }) => steps.some(({ step }) => step === 'taken'))) return undefined;
    const about = people.find(({ part, endedAt }) => part === 'alleged_perpetrator' && endedAt === null);
    if (!file || file.closedAt || !about) return undefined;
    // What was found to raise the risk is not proposed again by whoever found it.
    const same = before.filter((each) => each.aboutId === about.id && each.kind === kind);
    if (same.some(({ tests }) => tests.some(wasStopped))) return undefined;
    const actionId = await proposeAction(tx, office, { caseId, aboutId: about.id, kind, what: what[kind] });
    const it = { caseId, actionId };
    const fears = comes === 'feared' ? 'yes' : 'no';
    await recordView(tx, office, {
      ...{ ...it, fears, answer: comes === 'feared' ? 'oppose' : 'support', words: said[comes], changed: '' },
      ...{ asker: 'Whoever leads the case', way: 'On the phone, alone', askedAt: office.now },
    });
    const answers = {
      ...safe,
      ...(comes === 'not_safe' && { reveals: 'yes' }),
      ...(comes === 'not_known' && { goes: 'not_known' }),
    };
    await recordTest(tx, office, {
      ...{ ...it, answers, changed: '', specialist: 'does_not_raise' },
      specialistWho: 'The Idva service, this morning, without a name',
      words: 'The neighbours told us in writing. If it fails, they stay with family and the police know.',
    });
    const gate = await whetherOpen(tx, office, it, 'decide');
    if (gate.open) await putToManager(tx, office, { ...it, why: 'The neighbours expect it, and they know.' });
    return undefined;
  },
  async 'agree-to-action'(here) {
    const { tx, office } = here.acting;
    const { caseId } = here;
    const action = await waiting(here);
    const put = action?.decisions.find(({ decision }) => decision === null);
    if (!action || !put) return undefined;
    const gate = await whetherOpen(tx, office, { caseId, actionId: action.id }, 'decide');
    const decided = { caseId, decisionId: put.id, version: put.version };
    await decideAction(
      tx,
      office,
      gate.open
        ? { ...decided, decision: 'approved', why: '' }
        : { ...decided, decision: 'declined', why: 'Something has happened since: ask them again.' },
    );
    return undefined;
  },
  async 'take-action'(here) {
    const { tx, office, organisation } = here.acting;
    const { caseId } = here;
    const action = await waiting(here);
    if (!action) return undefined;
    const it = { caseId, actionId: action.id };
    if (!(await whetherOpen(tx, office, it, 'tell')).open) return undefined;
    const dayOn = today(office);
    const file = await openFile(tx, organisation, caseId);
    if (!file || !mayBeTold('told', action, file).allowed) return undefined;
    await recordTelling(tx, office, {
      ...{ ...it, dayOn, told: 'told' },
      words: 'They know that it is this afternoon, and are with family until tomorrow.',
    });
    await takeAction(tx, office, {
      ...it,
      dayOn,
      words: 'The neighbourhood manager spoke with him at the office.',
    });
    return undefined;
  },
  async 'look-after-action'(here) {
    const { tx, office, organisation } = here.acting;
    const { caseId } = here;
    const action = (await actionsOf(tx, organisation, caseId)).find(({ steps }) =>
      steps.some(({ step }) => step === 'taken'),
    );
    const [file, risk] = await Promise.all([
      openFile(tx, organisation, caseId),
      riskStanding(tx, organisation, caseId),
    ]);
    const level = file?.riskLevel;
    if (!action || !level || file.closedAt || risk.loweringWaiting) return undefined;
    if (action.steps.some(({ step }) => step === 'outcome')) return undefined;
    const reason = 'Nothing has happened since it was said, and they feel no less safe.';
    await stateLevel(tx, office, caseId, { level, reason, grounds: [], callOuts: null, lastMaracOn: null });
    const words = 'The neighbours say that it is quiet.';
    await recordOutcome(tx, office, { caseId, actionId: action.id, outcome: 'goes_on', words });
    return undefined;
  },
  async 'leave-action'({ acting: { tx, office, organisation }, caseId }, { words }) {
    const action = (await actionsOf(tx, organisation, caseId)).find(
      ({ steps, decisions }) =>
        steps.every(({ step }) => step !== 'taken' && step !== 'dropped') &&
        decisions.some(({ decision }) => decision === 'approved'),
    );
    if (!action) return undefined;
    const it = { caseId, actionId: action.id };
    await recordView(tx, office, {
      ...{ ...it, answer: 'oppose', fears: 'yes', words, changed: '' },
      ...{ asker: 'Whoever leads the case', way: 'On the phone, alone', askedAt: office.now },
    });
    const because = 'their_wish';
    await dropAction(tx, office, { ...it, because, words: 'They were asked again after what changed.' });
    return undefined;
  },
};

/** The program looks by itself, as it does every few minutes. */
export async function lookAtAgreed({ services, organisation }: Theatre): Promise<void> {
  for (const job of [...jobs, ...mediationJobs]) await job.run(services, organisation);
}

async function waiting({ acting: { tx, organisation }, caseId }: InCase) {
  const [latest] = await actionsOf(tx, organisation, caseId);
  const isOver = latest?.steps.some(({ step }) => step === 'taken' || step === 'dropped');
  return isOver ? undefined : latest;
}
