import { dashes } from '#modules/risk-level/pure.ts';
import { type Answers, answerTo } from './assessment.ts';
import type { InstrumentId } from './instruments/instrument.ts';

/** What rules look for, by the number under which every Dash asks for it (domain §3). */
const themes = {
  injury: '1',
  suicidal: '5',
  separation: '6',
  childContact: '7',
  following: '8',
  pregnancy: '9',
  moreOften: '10',
  worse: '11',
  control: '12',
  weapon: '13',
  threatToKill: '14',
  strangulation: '15',
  sexual: '16',
  others: '17',
  theirSuicide: '22',
  breached: '23',
} as const;
export type Theme = keyof typeof themes;

/** The item that asks for it; null where the instrument asks for other things. */
export function itemFor(theme: Theme, instrument: InstrumentId): string | null {
  return dashes.includes(instrument) ? themes[theme] : null;
}

/** Was it answered with yes? Unanswered, unknown and not asked are none. */
export function found(theme: Theme, instrument: InstrumentId, answers: Answers): boolean {
  const item = itemFor(theme, instrument);
  return item !== null && answerTo(answers, item).answer === 'yes';
}

const violence: readonly Theme[] = ['injury', 'weapon', 'strangulation', 'sexual'];

/** Separation, control and violence together: critical at any score (domain §3, local guidance). */
export function criticalCluster(instrument: InstrumentId, answers: Answers): boolean {
  const has = (theme: Theme) => found(theme, instrument, answers);
  return has('separation') && has('control') && violence.some(has);
}
