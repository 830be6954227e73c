import {
  endAlone,
  giveInCase,
  lookAt,
  recordRespite,
  recordTelling,
  spacesOf,
  standing,
  untold,
} from '#modules/breathing-space/index.ts';
import { today } from '#rules/calendar.ts';
import type { Acts } from './acting.ts';

const looks = [
  'They know that the rent is still due. They have an appointment with the adviser on money.',
  'The arrears have not grown. The adviser has asked for the housing costs to be looked at again.',
  'They still wait for the decision about the benefit, and are afraid of a letter from the court.',
  'They pay what was agreed each week, and feel safer for it.',
];

export const breathingSpaceActs: Acts<'look-at-space' | 'tell-space-ended'> = {
  async 'look-at-space'({ acting: { tx, office, organisation }, caseId }, { nth, months, wantsItToEnd }) {
    const space = standing(await spacesOf(tx, organisation, { caseId }));
    const words = looks[nth % looks.length] ?? '';
    if (!space) {
      // Where a policy promises none, it is help of the landlord's own: for some, and with them.
      if (nth > 0 || office.pack.breathingSpace !== null || months !== 2) return undefined;
      await giveInCase(tx, office, { caseId, months, words: 'On the phone: they asked what could be done.' });
      return undefined;
    }
    const told = { caseId, version: null, told: 'told' } as const;
    if (Temporal.PlainDate.compare(space.until, today(office)) <= 0) {
      await endAlone(tx, office, { ...told, told: 'not_yet', because: 'run_its_length', words });
      return undefined;
    }
    if (wantsItToEnd) {
      const wish = 'They rang: what was owed is paid, and they want no letters about it any more.';
      await endAlone(tx, office, { ...told, because: 'their_wish', words: wish });
      return undefined;
    }
    await lookAt(tx, office, { caseId, version: null, months: nth === 0 ? months : null, words });
    if (nth === 1 && months === 3)
      await recordRespite(tx, office, {
        ...{ caseId, kind: 'standard', treatmentEndedOn: null, words: '' },
        ...{ adviser: 'The council’s debt advice', reference: 'BS-2204', startedOn: today(office) },
      });
    return undefined;
  },
  async 'tell-space-ended'({ acting: { tx, office }, caseId }) {
    if (!(await untold(tx, office, caseId))) return undefined;
    const words =
      'On the phone, at the time that they chose. They know whom to ring before a letter frightens them.';
    await recordTelling(tx, office, { caseId, told: 'told', words });
    return undefined;
  },
};
