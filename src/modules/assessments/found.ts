import { type Found, familyOf, type GroundFound, type ScoreFact } from '#modules/risk-level/pure.ts';
import { type Answers, answerTo, type Given, type Instrument, scoreOf } from './assessment.ts';
import { type Item, itemsOf, type Scale } from './instruments/instrument.ts';
import { criticalCluster } from './themes.ts';

/** Of each scale, the answer that is a ground where the item says so. */
const gravest: Readonly<Record<Scale, Given>> = { yes_no: 'yes', grade: 'high', trend: 'more' };

/** What the answers say of the level of risk. More yes never says less, and a blank is never a no. */
export function foundIn(instrument: Instrument, answers: Answers): Found {
  const { id, name, indicates } = instrument;
  return {
    instrument: familyOf(id),
    name,
    score: indicates ? weighed(instrument, answers) : null,
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

function weighed(instrument: Instrument, answers: Answers): ScoreFact {
  const score = scoreOf(instrument, answers);
  const items = itemsOf(instrument).filter(({ uncounted }) => !uncounted);
  if (items.every(({ weight }) => weight === undefined)) return score;
  const saidYes = ({ id }: Item) => answerTo(answers, id).answer === 'yes';
  return { ...score, points: items.filter(saidYes).reduce((sum, { weight = 1 }) => sum + weight, 0) };
}

/** A flagged question to which nobody knows the answer: "don’t know" is an answer, and no all-clear. */
function notKnownIn(instrument: Instrument, answers: Answers): readonly string[] {
  return itemsOf(instrument)
    .filter(({ ground }) => ground !== undefined)
    .filter(({ id }) => answerTo(answers, id).answer === 'dont_know')
    .map(({ id }) => id);
}
