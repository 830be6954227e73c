import { z } from 'zod';
import { choice, formGiven, kept, line, optionalChoice, type Typed, ticked, words } from '#kit/forms.ts';
import type { SafeContactValue } from '#modules/agreement/pure.ts';
import { type Agreement, agreedChannels, interpreters, workerGenders } from '#rules/agreement.ts';
import { askAgainWhere } from '#rules/gate.ts';
import { typedWindows, windowsTyped } from './windows-form.ts';

/** Not answered is No: nobody uses a way that was not agreed. */
const permission = () => optionalChoice(['yes', 'no'], 'no').transform((answer) => answer === 'yes');

const fields = z.object({
  channel: choice(
    agreedChannels.map((channel) => channel.value),
    'Say how they want to be reached, or that no safe way is known',
  ),
  value: line(300),
  times: line(300),
  // Not answered is not known: nothing is sent to what others may open.
  shared: optionalChoice(['yes', 'no', 'not_known'], 'not_known'),
  whoMightAnswer: line(300),
  voicemail: permission(),
  text: permission(),
  email: permission(),
  post: permission(),
  visit: permission(),
  // Not answered is Yes: an unknown caller tells less than a landlord's number on a screen.
  withhold: optionalChoice(['yes', 'no'], 'yes').transform((answer) => answer === 'yes'),
  senderAlias: line(100),
  coverReason: line(300),
  codeWord: line(100),
  contactPerson: line(200),
  contactPersonValue: line(200),
  needsAsked: ticked(),
  language: line(100),
  interpreter: optionalChoice(
    interpreters.map((interpreter) => interpreter.value),
    '',
  ),
  workerGender: optionalChoice(
    workerGenders.map((gender) => gender.value),
    '',
  ),
  meetingPlace: line(300),
  adjustments: words(2_000),
  doNot: line(500),
  agreed: choice(['yes', 'no'], 'Say whether this was agreed with the person themselves'),
});

type AgreedBefore = SafeContactValue & Pick<Agreement, 'movedSince'>;

/** Filled where the form did not show what is recorded, so that an empty box leaves it as it is. */
const unseen = 'unseen';

/** A way needs a number or an address, except where there is none to give. */
const needsValue: readonly string[] = ['phone', 'text', 'email', 'post', 'video', 'through_somebody'];
/** First choices that have a permission of their own: both say the same, or it was ticked the wrong way round. */
const permissionOf: Readonly<Record<string, 'text' | 'email' | 'post'>> = {
  text: 'text',
  email: 'email',
  post: 'post',
};

const windows = z.custom<ReturnType<typeof typedWindows>>(() => true);
const wholeForm = fields
  .extend({ safe: windows, never: windows })
  .superRefine(({ channel, value, safe, never, ...rest }, ctx) => {
    if (needsValue.includes(channel) && value === '')
      ctx.addIssue({
        code: 'custom',
        path: ['value'],
        message: 'Enter the number or the address that is safe',
      });
    const own = permissionOf[channel];
    if (own && !rest[own])
      ctx.addIssue({
        code: 'custom',
        path: [own],
        message: 'This is how they want to be reached first. Is it agreed?',
      });
    for (const { field, message } of [...safe.problems, ...never.problems])
      ctx.addIssue({ code: 'custom', path: [field], message });
  })
  .transform(
    ({ voicemail, text, email, post, visit, withhold, needsAsked, agreed, safe, never, ...rest }) => ({
      ...rest,
      mayLeaveVoicemail: voicemail,
      mayText: text,
      mayEmail: email,
      mayPost: post,
      mayVisit: visit,
      withholdNumber: withhold,
      accessNeedsAsked: needsAsked,
      agreedWithPerson: agreed === 'yes',
      windows: safe.windows,
      never: never.windows,
    }),
  );

/** @param before what is recorded, to keep a number that the form did not show and nobody typed anew */
export const safeContactForm = formGiven(
  wholeForm satisfies z.ZodType<SafeContactValue>,
  (typed, before: AgreedBefore | null) => {
    const [safe, never] = [typedWindows(typed, 'safe'), typedWindows(typed, 'never')];
    return { ...typed, ...unseenKept(typed, before), safe, never };
  },
);

/** Not shown, not typed: still what it was, for the same way and the same person. */
function unseenKept(
  typed: Typed,
  before: AgreedBefore | null,
): Pick<SafeContactValue, 'value' | 'contactPersonValue'> {
  const read = (field: string) => kept(typed, field).trim();
  const [value, contactPersonValue] = [read('value'), read('contactPersonValue')];
  if (read(unseen) === '' || before === null) return { value, contactPersonValue };
  const sameWay = read('channel') === before.channel && !askAgainWhere(before, before.channel);
  const samePerson = read('contactPerson') === before.contactPerson;
  return {
    value: value === '' && sameWay ? before.value : value,
    contactPersonValue:
      contactPersonValue === '' && samePerson ? before.contactPersonValue : contactPersonValue,
  };
}

/**
 * What is agreed now, as the form would hold it: each asking starts from the last one.
 * @param shown whether the gate lets the form show the numbers
 */
export function typedSafeContact(agreed: AgreedBefore, shown: boolean): Typed {
  const moved = Boolean(agreed.movedSince);
  return {
    channel: agreed.channel,
    value: shown ? agreed.value : '',
    times: agreed.times,
    shared: agreed.shared,
    whoMightAnswer: agreed.whoMightAnswer,
    voicemail: yesOrNo(agreed.mayLeaveVoicemail),
    text: yesOrNo(agreed.mayText),
    email: yesOrNo(agreed.mayEmail),
    // What was agreed of another home is asked again, not ticked beforehand.
    post: moved ? '' : yesOrNo(agreed.mayPost),
    visit: moved ? '' : yesOrNo(agreed.mayVisit),
    withhold: yesOrNo(agreed.withholdNumber),
    senderAlias: agreed.senderAlias,
    coverReason: agreed.coverReason,
    codeWord: agreed.codeWord,
    contactPerson: agreed.contactPerson,
    contactPersonValue: shown ? agreed.contactPersonValue : '',
    needsAsked: agreed.accessNeedsAsked ? 'yes' : '',
    language: agreed.language,
    interpreter: agreed.interpreter,
    workerGender: agreed.workerGender,
    meetingPlace: moved ? '' : agreed.meetingPlace,
    adjustments: agreed.adjustments,
    doNot: agreed.doNot,
    agreed: yesOrNo(agreed.agreedWithPerson),
    [unseen]: shown ? '' : 'yes',
    ...windowsTyped('safe', agreed.windows),
    ...windowsTyped('never', agreed.never),
  };
}

function yesOrNo(allowed: boolean): 'yes' | 'no' {
  return allowed ? 'yes' : 'no';
}
