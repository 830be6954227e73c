import { mattersOf, recordGain, recordMatter, recordStep } from '#modules/money/index.ts';
import { today } from '#rules/calendar.ts';
import type { Acts } from './acting.ts';

const adviser = 'Marnie Holdsworth, Exampleton Money Advice';

export const moneyActs: Acts<'tell-of-money' | 'look-at-money' | 'gain-money'> = {
  async 'tell-of-money'({ acting: { tx, office }, caseId }, { kind, words }) {
    await recordMatter(tx, office, { caseId, kind, words, way: 'phone', toldOn: today(office) });
    return undefined;
  },
  async 'look-at-money'({ acting: { tx, office }, caseId }, { left }) {
    const [matter] = await mattersOf(tx, office.organisation, caseId);
    if (!matter) return undefined;
    const step = { caseId, matterId: matter.id, happenedOn: today(office), deed: '' } as const;
    await recordStep(
      tx,
      office,
      left
        ? { ...step, step: 'not_wanted', adviser: '', words: '“Leave it. I will say when.”' }
        : {
            ...step,
            step: 'reviewed',
            adviser,
            words: 'There is a way; she explained both, and they think.',
          },
    );
    return undefined;
  },
  async 'gain-money'({ acting: { tx, office }, caseId }, { kind, once: oncePence, weekly: weeklyPence }) {
    const gain = { caseId, kind, oncePence, weeklyPence, adviser, words: '', since: today(office) };
    await recordGain(tx, office, { ...gain, known: 'adviser' });
    return undefined;
  },
};
