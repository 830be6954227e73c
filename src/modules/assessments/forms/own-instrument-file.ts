import { z } from 'zod';
import { riskGrounds } from '#modules/risk-level/pure.ts';
import { riskLevels } from '#rules/facts.ts';
import type { Given } from '../given.ts';
import { isOwn, mostPoints, type OwnId, type Scale, type Weights } from '../instruments/instrument.ts';
import { type OwnInstrument, type OwnItem, ownInstrument } from '../instruments/own.ts';
import { objectOf, text } from './file-text.ts';

/** Of each scale what may weigh something, the least grave first: a graver answer never weighs less. */
const graver: Readonly<Record<Scale, readonly Exclude<Given, 'not_asked'>[]>> = {
  yes_no: ['no', 'dont_know', 'yes'],
  grade: ['none', 'standard', 'moderate', 'high'],
  trend: ['less', 'same', 'more'],
};
const scales = ['yes_no', 'grade', 'trend'] as const satisfies readonly Scale[];
const points = z.int('is no whole number').min(0, 'is less than 0').max(999, 'is more than 999');

const item = z.strictObject({
  id: text(10).regex(/^[A-Za-z]?[0-9]{1,3}[a-z]?$/, 'is no number such as 7, 12b or C3'),
  section: text(120).optional(),
  theme: text(120).optional(),
  question: text(600),
  help: text(600).optional(),
  scale: z.enum(scales, `must be one of ${scales.join(', ')}`).optional(),
  weights: z.record(z.string(), points, 'must say for each answer what it weighs').optional(),
  counted: z.boolean('is neither true nor false').optional(),
  flagged: z
    .enum(
      riskGrounds.map(({ value }) => value),
      `must be one of ${riskGrounds.map(({ value }) => value).join(', ')}`,
    )
    .optional(),
});

const level = z.strictObject({
  name: text(40),
  from: points,
  means: z.enum(riskLevels, `must be one of ${riskLevels.join(', ')}`),
});

/** A landlord's own instrument as a file: its questions, what the answers weigh, and what its levels mean. */
export const ownInstrumentFile: z.ZodType<OwnInstrument> = z
  .strictObject(
    {
      instrument: z.custom<OwnId>((id) => typeof id === 'string' && isOwn(id), 'must be own-1 to own-99'),
      version: text(60).refine(
        (version) => !version.startsWith('lintel-'),
        'begins with “lintel-”, which names Lintel’s own words',
      ),
      name: text(120),
      attribution: text(600),
      purpose: text(300),
      enough: z.int('is missing, or is no whole number').min(1, 'is less than 1'),
      levels: z
        .array(level, 'must be a list')
        .min(2, 'must name two levels at least')
        .max(6, 'names more than six levels'),
      items: z
        .array(item, 'must be a list')
        .min(1, 'holds no question')
        .max(100, 'holds more than 100 questions'),
    },
    objectOf('instrument, version, name, attribution, purpose, enough, levels and items'),
  )
  .superRefine((file, context) => {
    const items = file.items as readonly OwnItem[];
    const say = (path: readonly (string | number)[], message: string) =>
      context.addIssue({ code: 'custom', path: [...path], message });
    for (const [index, each] of items.entries())
      for (const message of wrongIn(each)) say(['items', index, 'weights'], message);
    for (const message of twice(items.map(({ id }) => id))) say(['items'], message);
    for (const message of wrongLevels({ ...file, items })) say(['levels'], message);
    for (const message of wrongEnough(file.enough, items)) say(['enough'], message);
  }) as unknown as z.ZodType<OwnInstrument>;

/** More never weighs less, and what says that there is nothing weighs nothing. */
function wrongIn({ scale = 'yes_no', weights, counted, flagged }: OwnItem): readonly string[] {
  if (counted === false) return weights ? ['are there, and the question is not counted'] : [];
  if (!weights)
    return scale === 'yes_no' ? [] : ['are missing: say what each answer weighs, or that it is not counted'];
  const order = graver[scale];
  const unknown = Object.keys(weights).filter((answer) => !order.some((each) => each === answer));
  if (unknown.length > 0)
    return unknown.map((answer) =>
      answer === 'not_asked'
        ? 'weigh what was not asked: a blank scores nothing'
        : `name “${answer}”, and the answers are ${order.join(', ')}`,
    );
  const weighs = (answer: (typeof order)[number]) => (weights as Weights)[answer] ?? 0;
  const [least = 'no', ...rest] = order;
  const falls = rest.find((answer, index) => weighs(answer) < weighs(order[index] ?? least));
  return [
    ...(weighs(least) > 0
      ? [`let “${least}” weigh ${weighs(least)}: what says that there is nothing weighs nothing`]
      : []),
    ...(falls ? [`let “${falls}” weigh less than an answer that is less grave`] : []),
    ...(rest.every((answer) => weighs(answer) === 0) && !flagged
      ? ['let no answer weigh anything: say that it is not counted']
      : []),
  ];
}

function twice(ids: readonly string[]): readonly string[] {
  const again = ids.filter((id, index) => ids.indexOf(id) !== index);
  return [...new Set(again)].map((id) => `item ${id} is there twice`);
}

/** From nothing on, each a name and a score of its own, never less grave than the one below, and all within reach. */
function wrongLevels(file: OwnInstrument): readonly string[] {
  const { levels } = file;
  const rank = (means: (typeof levels)[number]['means']) => riskLevels.indexOf(means);
  const pairs = levels.slice(1).map((next, index) => [levels[index] ?? next, next] as const);
  const most = mostPoints(ownInstrument(file));
  const names = levels.map(({ name }) => name.toLocaleLowerCase('en-GB'));
  return [
    ...(levels[0]?.from === 0 ? [] : ['leave low scores without a level: the first begins at 0']),
    ...pairs
      .filter(([below, next]) => next.from <= below.from)
      .map(([below, next]) => `let “${next.name}” begin at ${next.from}, which is not above “${below.name}”`),
    ...pairs
      .filter(([below, next]) => rank(next.means) < rank(below.means))
      .map(([below, next]) => `let “${next.name}” mean less than “${below.name}”, which is below it`),
    ...(levels.some(({ means }) => means === 'high') ? [] : ['name none that means high']),
    ...levels
      .filter(({ from }) => from > most)
      .map(
        ({ name, from }) =>
          `let “${name}” begin at ${from}, and all the answers together are ${most} at most`,
      ),
    ...(new Set(names).size === names.length ? [] : ['use one name twice']),
  ];
}

/** What is called finished has half of its questions answered at least. */
function wrongEnough(enough: number, items: readonly OwnItem[]): readonly string[] {
  const counted = items.filter((each) => each.counted !== false).length;
  if (enough > counted) return [`is ${enough}, and only ${counted} questions are counted`];
  return enough * 2 < counted ? [`is ${enough}, which is fewer than half of the ${counted} questions`] : [];
}
