import { type Found, familyOf, type GroundFound } from '#modules/risk-level/pure.ts';
import { type Answers, answerTo, type Given, type Instrument, scoreOf } from './assessment.ts';
import { itemsOf, type Scale } from './instruments/instrument.ts';
import { criticalCluster } from './themes.ts';

/** Of each scale, the answer that is a ground where the item says so. */
const gravest: Readonly<Record<Scale, Given>> = { yes_no: 'yes', grade: 'high', trend: 'more' };

/** What the answers say of the level of risk. More yes never says less, and a blank is never a no. */
export function foundIn(instrument: Instrument, answers: Answers): Found {
  const { id, name, indicates, levels } = instrument;
  return {
    instrument: familyOf(id),
    name,
    score: indicates ? scoreOf(instrument, answers) : null,
    ...(levels && { levels }),
    cluster: criticalCluster(id, answers),
    grounds: groundsIn(instrument, answers),
    notKnown: indicates ? notKnownIn(instrument, answers) : [],
  };
}

export function groundsIn(instrument: Instrument, answers: Answers): readonly GroundFound[] {
  return itemsOf(instrument).flatMap(({ id, ground, scale }) =>
    ground && answerTo(answers, id).answer === gravest[scale] ? [{ item: id, ground }] : [],
  );
}

/** A flagged question to which nobody knows the answer: "don’t know" is an answer, and no all-clear. */
function notKnownIn(instrument: Instrument, answers: Answers): readonly string[] {
  return itemsOf(instrument)
    .filter(({ ground }) => ground !== undefined)
    .filter(({ id }) => answerTo(answers, id).answer === 'dont_know')
    .map(({ id }) => id);
}
