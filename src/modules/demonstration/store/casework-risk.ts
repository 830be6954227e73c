import { addEntry, triggerReview } from '#modules/cases/index.ts';
import {
  assess,
  decideLowering,
  newestInstrument,
  recordDate,
  recordOwnView,
  recordReceived,
  stateLevel,
} from '#modules/risk/index.ts';
import type { Acts } from './casework.ts';

export const riskActs: Acts<
  | 'assess'
  | 'receive-assessment'
  | 'state-level'
  | 'decide-lowering'
  | 'own-view'
  | 'known-date'
  | 'something-changed'
> = {
  async assess({ acting, caseId }, { askedAt, yes, stopped }) {
    const { tx, author, pack, calendar } = acting;
    const instrument = newestInstrument('dash');
    const items = instrument.sections.flatMap((section) => section.items);
    const answers = new Map(
      items.slice(0, stopped?.after).map(({ id }, nth) => {
        const answer = yes.includes(nth + 1) ? ('yes' as const) : ('no' as const);
        return [id, { item: id, answer, note: '', source: '' }];
      }),
    );
    await assess(tx, author, {
      pack,
      calendar,
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
    return undefined;
  },
  async 'receive-assessment'({ acting, caseId }, { from, score, words }) {
    const { tx, author, pack, calendar } = acting;
    await recordReceived(tx, author, {
      pack,
      calendar,
      caseId,
      tool: 'dash',
      toolName: '',
      receivedFrom: from,
      assessedOn: null,
      receivedAt: author.now,
      scoreStated: String(score),
      levelStated: score >= 14 ? 'high' : score >= 10 ? 'medium' : 'standard',
      levelWords: '',
      words,
      handling: 'Not to be shared without asking us',
      correctsId: null,
    });
    return undefined;
  },
  async 'state-level'({ acting, caseId }, { level, reason }) {
    const { tx, author, pack, calendar } = acting;
    const stated = { level, reason, grounds: [], callOuts: null, lastMaracOn: null };
    const { loweringId } = await stateLevel(tx, author, { pack, calendar, caseId, ...stated });
    return { loweringId };
  },
  async 'decide-lowering'({ acting, caseId, before }, { decision, why }) {
    const { tx, author, pack, calendar } = acting;
    const { loweringId } = before;
    if (loweringId)
      await decideLowering(tx, author, { pack, calendar, caseId, loweringId, version: 1, decision, why });
    return { loweringId: null };
  },
  async 'own-view'({ acting: { tx, author }, caseId }, { level, words }) {
    await recordOwnView(tx, author, { caseId, view: level, words, saidAt: author.now });
    return undefined;
  },
  async 'known-date'({ acting, caseId }, { onDate, words }) {
    const { tx, author, pack, calendar } = acting;
    await recordDate(tx, author, { pack, calendar, caseId, kind: 'order_ends', onDate, words });
    return undefined;
  },
  async 'something-changed'({ acting, caseId }, { trigger, words }) {
    const { tx, author, pack, calendar } = acting;
    const at = author.now;
    const entry = { caseId, happenedAt: at, knownAt: at, source: 'person', words } as const;
    const subjectId = await addEntry(tx, author, { ...entry, kind: 'risk' });
    await triggerReview(tx, author, { pack, calendar, caseId, trigger, at, subjectId });
    return undefined;
  },
};
