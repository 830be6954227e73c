import { z } from 'zod';
import {
  choice,
  formGiven,
  kept,
  known,
  line,
  optionalChoice,
  requiredLine,
  type Typed,
} from '#kit/forms.ts';
import { type AgreedWayValue, sharings, waysEnded } from '#modules/agreement/pure.ts';
import type { Agreement } from '#rules/agreement.ts';
import { askAgainWhere } from '#rules/gate.ts';
import { furtherChannels } from '#rules/ways.ts';
import { typedWindows, windowsTyped } from './windows-form.ts';

/** Not answered is No: nobody uses a way that was not agreed. */
const permission = () => optionalChoice(['yes', 'no'], 'no').transform((answer) => answer === 'yes');
const windows = z.custom<ReturnType<typeof typedWindows>>(() => true);

const fields = z.object({
  channel: choice(
    furtherChannels.map(({ value }) => value),
    'Say what it is for: calls, texts, e-mail, post or meeting',
  ),
  name: requiredLine('Say what we call it, without the number', 60),
  value: line(300),
  purpose: line(300),
  shared: choice(
    sharings.map(({ value }) => value),
    'Say whether others use it too',
  ),
  whoMightAnswer: line(300),
  voicemail: permission(),
  text: permission(),
  // Not answered is Yes: an unknown caller tells less than a landlord's number on a screen.
  withhold: optionalChoice(['yes', 'no'], 'yes').transform((answer) => answer === 'yes'),
  coverReason: line(300),
  doNot: line(500),
  times: line(300),
  agreed: choice(['yes', 'no'], 'Say whether this was agreed with the person themselves'),
  safe: windows,
  never: windows,
  taken: known<readonly string[]>(),
});

const wholeForm = fields
  .superRefine(({ value, name, shared, whoMightAnswer, safe, never }, ctx) => {
    const problems = [
      value === '' && { field: 'value', message: 'Enter the number, the address or the place' },
      holdsANumber(name) && {
        field: 'name',
        message: 'Call it something that is not the number or the address',
      },
      shared === 'yes' &&
        whoMightAnswer === '' && {
          field: 'whoMightAnswer',
          message: 'Others use it too: say who might answer or see it',
        },
      ...safe.problems,
      ...never.problems,
    ];
    for (const problem of problems)
      if (problem) ctx.addIssue({ code: 'custom', path: [problem.field], message: problem.message });
  })
  .refine(({ name, taken }) => !taken.some((each) => sameName(each, name)), {
    path: ['name'],
    message:
      'Another way is called that: call this one something else, so that neither is taken for the other',
  })
  .transform(({ voicemail, text, withhold, agreed, safe, never, taken: _, ...rest }) => ({
    ...rest,
    mayLeaveVoicemail: voicemail,
    mayText: text,
    withholdNumber: withhold,
    agreedWithPerson: agreed === 'yes',
    windows: safe.windows,
    never: never.windows,
  }));

/** A name stands where a number is kept back. */
function holdsANumber(name: string): boolean {
  return name.includes('@') || name.replaceAll(/\D/g, '').length > 4;
}

function sameName(one: string, other: string): boolean {
  const plain = (name: string) => name.toLowerCase().replaceAll(/\W+/g, ' ').trim();
  return one === other || (plain(one) !== '' && plain(one) === plain(other));
}

/**
 * @param before what is recorded, to keep a number that the form did not show and nobody typed anew; an address or a
 *   place of before they moved is typed anew, even if it is the same
 * @param taken what the others that are in use are called
 */
export const wayForm = formGiven(
  wholeForm satisfies z.ZodType<AgreedWayValue>,
  (typed, before: (AgreedWayValue & Pick<Agreement, 'movedSince'>) | null, taken: readonly string[]) => {
    const value = kept(typed, 'value').trim();
    const unseen = kept(typed, 'unseen') !== '' && before !== null;
    const same =
      unseen &&
      value === '' &&
      kept(typed, 'channel') === before.channel &&
      !askAgainWhere(before, before.channel);
    const [safe, never] = [typedWindows(typed, 'safe'), typedWindows(typed, 'never')];
    return { ...typed, value: same ? before.value : value, safe, never, taken };
  },
);

/**
 * What is agreed of it, as the form would hold it; whether the person agrees is asked anew.
 * @param shown whether the gate lets the form show the number
 */
export function typedWay(way: AgreedWayValue, shown: boolean): Typed {
  return {
    channel: way.channel,
    name: way.name,
    value: shown ? way.value : '',
    unseen: shown ? '' : 'yes',
    purpose: way.purpose,
    shared: way.shared,
    whoMightAnswer: way.whoMightAnswer,
    voicemail: way.mayLeaveVoicemail ? 'yes' : 'no',
    text: way.mayText ? 'yes' : 'no',
    withhold: way.withholdNumber ? 'yes' : 'no',
    coverReason: way.coverReason,
    doNot: way.doNot,
    times: way.times,
    ...windowsTyped('safe', way.windows),
    ...windowsTyped('never', way.never),
  };
}

export const endWayForm = z.object({
  because: choice(
    waysEnded.map(({ value }) => value),
    'Say why nobody uses it any more',
  ),
});
