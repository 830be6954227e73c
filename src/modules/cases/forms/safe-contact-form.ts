import { z } from 'zod';
import { choice, line, optionalChoice, type Typed, ticked, words } from '#kit/forms.ts';
import { agreedChannels, interpreters, type SafeContactValue, workerGenders } from '../safe-contact.ts';

/** Not answered is No: nobody uses a way that was not agreed. */
const permission = () => optionalChoice(['yes', 'no'], 'no').transform((answer) => answer === 'yes');

const fields = z.object({
  channel: choice(
    agreedChannels.map((channel) => channel.value),
    'Say how they want to be reached, or that no safe way is known',
  ),
  value: line(300),
  times: line(300),
  whoMightAnswer: line(300),
  voicemail: permission(),
  text: permission(),
  email: permission(),
  post: permission(),
  // Not answered is Yes: an unknown caller tells less than a landlord's number on a screen.
  withhold: optionalChoice(['yes', 'no'], 'yes').transform((answer) => answer === 'yes'),
  codeWord: line(100),
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

/** A way needs a number or an address, except where there is none to give. */
const needsValue: readonly string[] = ['phone', 'text', 'email', 'post', 'through_somebody'];

export const safeContactForm: z.ZodType<SafeContactValue> = fields
  .refine(({ channel, value }) => !needsValue.includes(channel) || value !== '', {
    path: ['value'],
    message: 'Enter the number or the address that is safe',
  })
  .transform(({ voicemail, text, email, post, withhold, needsAsked, agreed, ...rest }) => ({
    ...rest,
    mayLeaveVoicemail: voicemail,
    mayText: text,
    mayEmail: email,
    mayPost: post,
    withholdNumber: withhold,
    accessNeedsAsked: needsAsked,
    agreedWithPerson: agreed === 'yes',
  }));

/** What is agreed now, as the form would hold it: each asking starts from the last one. */
export function typedSafeContact(agreed: SafeContactValue): Typed {
  return {
    channel: agreed.channel,
    value: agreed.value,
    times: agreed.times,
    whoMightAnswer: agreed.whoMightAnswer,
    voicemail: yesOrNo(agreed.mayLeaveVoicemail),
    text: yesOrNo(agreed.mayText),
    email: yesOrNo(agreed.mayEmail),
    post: yesOrNo(agreed.mayPost),
    withhold: yesOrNo(agreed.withholdNumber),
    codeWord: agreed.codeWord,
    needsAsked: agreed.accessNeedsAsked ? 'yes' : '',
    language: agreed.language,
    interpreter: agreed.interpreter,
    workerGender: agreed.workerGender,
    meetingPlace: agreed.meetingPlace,
    adjustments: agreed.adjustments,
    doNot: agreed.doNot,
    agreed: yesOrNo(agreed.agreedWithPerson),
  };
}

function yesOrNo(allowed: boolean): 'yes' | 'no' {
  return allowed ? 'yes' : 'no';
}
