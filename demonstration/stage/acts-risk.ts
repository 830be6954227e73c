import {
  assess,
  assessmentsOf,
  instrumentsInForce,
  makeCopy,
  recordReceived,
} from '#modules/assessments/index.ts';
import { learnersOfCopy, newestInstrument } from '#modules/assessments/pure.ts';
import { openFile, triggerReview } from '#modules/case-file/index.ts';
import { addEntry } from '#modules/chronology/index.ts';
import { answerDanger } from '#modules/danger/index.ts';
import { recordDate, recordOwnView } from '#modules/risk/index.ts';
import { decideLowering, stateLevel } from '#modules/risk-level/index.ts';
import { today } from '#rules/calendar.ts';
import type { Acts } from './acting.ts';

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
  async 'copy-assessment'({ acting, caseId }, { recipient, why }) {
    const { tx, office, organisation } = acting;
    const [latest] = await assessmentsOf(tx, organisation, caseId);
    if (!latest) throw new Error('Nothing was assessed that could be copied');
    const { id: assessmentId, instrumentVersion: wordsVersion, answered } = latest;
    const leftOut = ['notes', 'sources'] as const;
    const made = { caseId, assessmentId, wordsVersion, answered, recipient, why, leftOut } as const;
    const file = await openFile(tx, organisation, caseId);
    const conflicts = (file?.blockedStaff.length ?? 0) > 0;
    const learners = learnersOfCopy('partner', { words: office.pack.words, conflicts });
    await makeCopy(tx, office, { ...made, purpose: 'partner', agreed: 'yes', learners });
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
