import { z } from 'zod';
import { decisionForm } from '#kit/decision-form.ts';
import {
  formGiven,
  kept,
  known,
  line,
  offered,
  offeredOrNone,
  onList,
  optionalChoice,
  requiredLine,
  requiredWords,
  words,
} from '#kit/forms.ts';
import { day, typedDay } from '#kit/typed-day.ts';
import { guidanceOnRepeats, type RepeatDefinition, repeatDefinitions } from '#rules/repeat.ts';
import { mostOf, scoreFrom, type WeighedInstrument } from '../weighed-instruments.ts';
import { optionalCount } from './level-form.ts';

const where = z.object({
  /** `''` is everywhere. */
  area: offeredOrNone(),
  from: day,
  source: requiredLine('Say who set it, for example the Marac’s operating protocol and its date', 300),
  why: words(2_000),
});
const scores = z
  .object({
    instrument: offered<WeighedInstrument['id']>('Choose one of the answers'),
    highFrom: line(60),
    mediumFrom: line(60),
    nameHigh: line(40),
    nameMedium: line(40),
    nameStandard: line(40),
    callOuts: optionalCount(99),
    repeat: optionalChoice(
      repeatDefinitions.map(({ value }) => value as RepeatDefinition),
      '',
    ),
    instruments: known<readonly WeighedInstrument[]>(),
  })
  .superRefine(({ instruments, ...typed }, check) => {
    const instrument = instruments.find(({ id }) => id === typed.instrument);
    if (!instrument) return;
    for (const [field, message] of problemsOf(typed, instrument))
      check.addIssue({ code: 'custom', path: [field], message });
  })
  .transform(({ instruments, nameHigh, nameMedium, nameStandard, highFrom, mediumFrom, repeat, ...rest }) => {
    const of = instruments.find(({ id }) => id === rest.instrument) ?? { levels: null };
    const names = { high: nameHigh, medium: nameMedium, standard: nameStandard };
    return {
      ...rest,
      highFrom: scoreFrom(highFrom, of) ?? 0,
      mediumFrom: scoreFrom(mediumFrom, of) ?? 0,
      ...(nameHigh !== '' && { names }),
      repeat: repeat === '' ? guidanceOnRepeats : repeat,
    };
  });

/**
 * What holds for one instrument, where and from when. From which score on is a number or, of a tool whose levels are
 * known here, the name of one; what is told with the Dash alone is left empty for any other. Given the ids of the
 * landlord’s areas, and what is weighed.
 */
export const thresholdForm = formGiven(
  // Side by side, so that everything that is wrong is said at once.
  z.intersection(where, scores),
  (typed, areas: readonly string[], instruments: readonly WeighedInstrument[]) => ({
    ...typed,
    area: onList(areas, typed, 'area'),
    from: typedDay(typed, 'from', { missing: 'Enter the day from which it holds' }),
    instrument:
      kept(typed, 'instrument') === ''
        ? 'dash'
        : onList(
            instruments.map(({ id }) => id),
            typed,
            'instrument',
          ),
    instruments,
  }),
);

interface Typing {
  readonly highFrom: string;
  readonly mediumFrom: string;
  readonly nameHigh: string;
  readonly nameMedium: string;
  readonly nameStandard: string;
  readonly callOuts: number | null;
  readonly repeat: string;
}

function problemsOf(typed: Typing, of: WeighedInstrument): readonly (readonly [string, string])[] {
  const [high, medium] = [scoreFrom(typed.highFrom, of), scoreFrom(typed.mediumFrom, of)];
  const wrong = (['highFrom', 'mediumFrom'] as const).flatMap((field) => {
    const problem = scoreProblem(typed[field], field === 'highFrom' ? 'high' : 'medium', of);
    return problem ? [[field, problem] as const] : [];
  });
  const named = [typed.nameHigh, typed.nameMedium, typed.nameStandard].filter((name) => name !== '');
  const dash = of.id === 'dash';
  return [
    ...wrong,
    ...(high !== null && medium !== null && medium >= high
      ? [['mediumFrom', 'Medium must begin below high'] as const]
      : []),
    ...(named.length === 1 || named.length === 2
      ? [['nameHigh', 'Name all three levels, or none'] as const]
      : []),
    ...(new Set(named.map((name) => name.toLocaleLowerCase('en-GB'))).size < named.length
      ? [['nameHigh', 'Give each level a name of its own'] as const]
      : []),
    ...(typed.callOuts === 0
      ? [['callOuts', 'Leave it empty where call-outs are not counted'] as const]
      : []),
    ...(!dash && typed.callOuts !== null
      ? [['callOuts', 'Leave it empty: call-outs are told with the threshold of the Dash'] as const]
      : []),
    ...(dash && typed.repeat === '' ? [['repeat', 'Say what counts as a repeat'] as const] : []),
  ];
}

function scoreProblem(typed: string, level: string, of: WeighedInstrument): string | null {
  const from = scoreFrom(typed, of);
  const unit = of.id === 'dash' ? 'how many yes' : 'which score';
  const names = of.levels?.map(({ name }) => name).join(', ');
  if (typed === '') return `Enter from ${unit} the risk is ${level}`;
  if (from === null)
    return names
      ? `Enter a score, or one of its levels: ${names}`
      : `Enter a number: from which score a level of that name begins is not known here`;
  return from >= 1 && from <= mostOf(of) ? null : `Enter a number from 1 to ${mostOf(of)}`;
}

/** Another manager agrees, or says why not. */
export const thresholdDecisionForm = decisionForm(['approved', 'declined'], {
  choose: 'Say whether you agree',
  whyNot: 'Say why not, for whoever proposed it',
});

/** One local authority a line. */
const authorities = words(4_000).transform((text) => [
  ...new Map(
    text
      .split('\n')
      .map((line) => line.trim().replaceAll(/\s+/g, ' '))
      .filter((line) => line !== '')
      .map((line) => [line.toLocaleLowerCase('en-GB'), line]),
  ).values(),
]);

export const newAreaForm = z.object({
  name: requiredLine('Enter the name of the Marac area', 100),
  authorities,
});
export const areaForm = z.object({ authorities });

/** Where a case is heard; `''`: as the home’s local authority says. Given the ids of the areas. */
export const caseAreaForm = formGiven(
  z.object({
    area: offeredOrNone(),
    reason: requiredWords('Say why this case is heard there', 1_000),
  }),
  (typed, areas: readonly string[]) => ({ ...typed, area: onList(areas, typed, 'area') }),
);
