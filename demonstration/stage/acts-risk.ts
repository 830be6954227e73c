import {
  assess,
  assessmentsOf,
  instrumentsInForce,
  makeCopy,
  recordReceived,
} from '#modules/assessments/index.ts';
import { learnersOfCopy, newestInstrument } from '#modules/assessments/pure.ts';
import { openFile, triggerReview } from '#modules/case-file/index.ts';
import { addEntry, leavingBy, leftByDecision } from '#modules/chronology/index.ts';
import { answerDanger } from '#modules/danger/index.ts';
import { recordDate, recordOwnView } from '#modules/risk/index.ts';
import { decideLowering, stateLevel } from '#modules/risk-level/index.ts';
import { decideShare, openDecisions, recipientFor, recordConsent } from '#modules/sharing/index.ts';
import { today } from '#rules/calendar.ts';
import type { CaseId } from '#rules/facts.ts';
import type { Acts, InCase } from './acting.ts';

export const riskActs: Acts<
  | 'assess'
  | 'receive-assessment'
  | 'copy-assessment'
  | 'state-level'
  | 'decide-lowering'
  | 'own-view'
  | 'known-date'
  | 'something-changed'
> = {
  async assess({ acting, caseId }, { tool, askedAt, yes, stopped }) {
    const { tx, office, organisation } = acting;
    const held = tool ? await instrumentsInForce(tx, organisation, today(office)) : [];
    const instrument = tool ? held.find(({ id }) => id === tool) : newestInstrument('dash');
    if (!instrument) throw new Error(`${tool} is not loaded`);
    const items = instrument.sections.flatMap((section) => section.items);
    const answers = new Map(
      items.slice(0, stopped?.after).map(({ id }, nth) => {
        const answer = yes.includes(nth + 1) ? ('yes' as const) : ('no' as const);
        return [id, { item: id, answer, note: '', source: '' }];
      }),
    );
    const subjectId = await assess(tx, office, {
      caseId,
      instrument,
      askedAt,
      askedBy: 'Whoever leads the case',
      how: 'phone',
      withWhom: '',
      answers,
      ending: stopped ? 'stopped_by_person' : 'finished',
      endingWords: stopped?.words ?? '',
      askAgainOn: stopped?.askAgainOn ?? null,
    });
    const asked = { answer: 'no', words: '' } as const;
    await answerDanger(tx, office, { caseId, how: 'assessment', subjectId, askedAt, asked });
    return undefined;
  },
  async 'receive-assessment'({ acting, caseId }, { from, score, words }) {
    const { tx, office } = acting;
    await recordReceived(tx, office, {
      caseId,
      tool: 'dash',
      toolName: '',
      receivedFrom: from,
      assessedOn: null,
      receivedAt: office.now,
      scoreStated: String(score),
      levelStated: score >= 14 ? 'high' : score >= 10 ? 'medium' : 'standard',
      levelWords: '',
      words,
      handling: 'Not to be shared without asking us',
      correctsId: null,
    });
    return undefined;
  },
  async 'copy-assessment'({ acting, caseId }, { why }) {
    const { tx, office, organisation } = acting;
    const [latest] = await assessmentsOf(tx, organisation, caseId);
    if (!latest) throw new Error('Nothing was assessed that could be copied');
    const { id: assessmentId, instrumentVersion: wordsVersion, answered } = latest;
    const leftOut = ['notes', 'sources'] as const;
    const file = await openFile(tx, organisation, caseId);
    if (!file) throw new Error('There is no such case');
    const shareId = await decidedToShare(acting, { caseId, assessmentId, why });
    const decision = (await openDecisions({ tx, ...office }, file)).find(({ id }) => id === shareId);
    if (!decision) return undefined;
    const made = { caseId, assessmentId, wordsVersion, answered, leftOut, ...leavingBy(decision) } as const;
    const learners = learnersOfCopy('partner', {
      words: office.pack.words,
      conflicts: file.blockedStaff.length > 0,
    });
    const copy = { ...made, recipient: decision.recipient, purpose: 'partner', learners } as const;
    const subjectId = await makeCopy(tx, office, copy);
    await leftByDecision(tx, office, { caseId, decision, subjectId, entries: [] });
    return undefined;
  },
  async 'state-level'({ acting, caseId }, { level, reason }) {
    const { tx, office } = acting;
    const stated = { level, reason, grounds: [], callOuts: null, lastMaracOn: null };
    const { loweringId } = await stateLevel(tx, office, caseId, stated);
    return { loweringId };
  },
  async 'decide-lowering'({ acting, caseId, before }, { decision, why }) {
    const { tx, office } = acting;
    const { loweringId } = before;
    if (loweringId) await decideLowering(tx, office, { caseId, loweringId, version: 1, decision, why });
    return { loweringId: null };
  },
  async 'own-view'({ acting: { tx, office }, caseId }, { level, words }) {
    await recordOwnView(tx, office, { caseId, view: level, words, saidAt: office.now });
    return undefined;
  },
  async 'known-date'({ acting, caseId }, { onDate, words }) {
    const { tx, office } = acting;
    await recordDate(tx, office, { caseId, kind: 'order_ends', onDate, words });
    return undefined;
  },
  async 'something-changed'({ acting, caseId }, { trigger, words }) {
    const { tx, office } = acting;
    const at = office.now;
    const entry = { caseId, happenedAt: at, knownAt: at, source: 'person', words } as const;
    const subjectId = await addEntry(tx, office, { ...entry, kind: 'risk' });
    await triggerReview(tx, office, { caseId, trigger, at, subjectId });
    return undefined;
  },
};

/** They agree that the Idva sees it, and it is decided. @returns the decision */
async function decidedToShare(
  { tx, office }: InCase['acting'],
  given: {
    readonly caseId: CaseId;
    readonly assessmentId: string;
    readonly why: string;
  },
): Promise<string> {
  const { caseId, assessmentId, why } = given;
  const named = { agency: 'Larkhaven Idva Service', role: 'Duty Idva', purpose: 'safety' } as const;
  const recipientId = await recipientFor(tx, office, caseId, { ...named, sort: 'specialist' });
  await recordConsent(tx, office, {
    ...{ caseId, recipientId, ...named, answer: 'given', words: why, kinds: ['risk'] },
    ...{
      givenBy: 'person',
      heardBy: 'nobody',
      authority: '',
      way: 'phone',
      givenAt: office.now,
      until: null,
    },
  });
  return decideShare(tx, office, {
    ...{ caseId, recipientId, ...named, words: '', kinds: ['risk'] },
    ...{
      entries: [],
      planVersionId: null,
      assessments: [assessmentId],
      basis: '',
      power: '',
      inDanger: false,
    },
    ...{ condition: '', necessity: 'They plan with others how they are kept safe', needsSecond: false },
    proportionality: 'The answers, and nothing that was said beside them',
    ...{ view: 'agrees', viewWords: '', told: 'told', toldWhy: '' },
  });
}
