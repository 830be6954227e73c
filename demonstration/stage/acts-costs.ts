import {
  costsOf,
  factsOf,
  mayCountIn,
  nameFund,
  recordAvoided,
  recordCost,
  recordTime,
} from '#modules/costs/index.ts';
import { openFunds } from '#modules/grants/index.ts';
import { today } from '#rules/calendar.ts';
import type { Acts } from './acting.ts';

export const costActs: Acts<'write-time' | 'write-cost' | 'name-fund' | 'count-avoided'> = {
  async 'write-time'({ acting: { tx, office }, caseId }, { kind, quarters, by }) {
    const role = by === 'manager' || by === 'deputy' ? 'da_manager' : 'da_worker';
    await recordTime(tx, office, { caseId, kind, quarters, workedOn: today(office), role });
    return undefined;
  },
  async 'write-cost'({ acting: { tx, office }, caseId }, { kind, pence, words }) {
    const known = { stage: 'billed', known: 'bill', moveId: null } as const;
    await recordCost(tx, office, { caseId, kind, pence, words, ...known, fellOn: today(office) });
    return undefined;
  },
  async 'name-fund'({ acting: { tx, office }, caseId }) {
    const [costs, funds] = await Promise.all([
      costsOf(tx, office.organisation, caseId),
      openFunds(tx, office.organisation),
    ]);
    const cost = costs.find(({ fundId, recordedBy }) => fundId === null && recordedBy !== office.staff);
    const fund = funds.find(({ name }) => name === 'New homes');
    if (cost && fund) await nameFund(tx, office, { caseId, costId: cost.id, fundId: fund.id });
    return undefined;
  },
  /** Only where something on record shows it, and nothing like it is counted yet. */
  async 'count-avoided'({ acting: { tx, office }, caseId }, { kinds }) {
    const facts = await factsOf(tx, office.organisation, caseId);
    const found = await mayCountIn(tx, office.organisation, caseId, facts, kinds);
    if (!found) return undefined;
    await recordAvoided(tx, office, {
      ...{ caseId, kind: found.kind, factId: found.factId, saidBy: 'Jory Penhale, homelessness officer' },
      words: 'It was as good as decided, and went no further.',
    });
    return undefined;
  },
};
