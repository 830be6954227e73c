import type { AgreedWayValue, SafeContactValue } from '#modules/agreement/pure.ts';
import type { ContactChannel } from './lists.ts';
import type { DisclosureValue } from './value.ts';

/** What a disclosure says about reaching the person, in the shape that a case keeps. */
export interface FirstSafeContact {
  readonly channel: Exclude<ContactChannel, ''> | 'none';
  readonly value: string;
  readonly times: string;
  readonly whoMightAnswer: string;
  readonly mayLeaveVoicemail: boolean;
  readonly mayText: boolean;
  readonly mayEmail: boolean;
  readonly mayPost: boolean;
  readonly withholdNumber: boolean;
  readonly codeWord: string;
  readonly accessNeedsAsked: boolean;
  readonly language: string;
  readonly interpreter: SafeContactValue['interpreter'];
  readonly workerGender: SafeContactValue['workerGender'];
  readonly meetingPlace: string;
  readonly adjustments: string;
  readonly doNot: string;
  readonly agreedWithPerson: boolean;
}

type Told = Pick<
  DisclosureValue,
  | 'toldBy'
  | 'safeToContact'
  | 'contactChannel'
  | 'contactValue'
  | 'contactTimes'
  | 'contactDoNot'
  | 'whoCanHear'
  | 'accessNeeds'
  | 'routeDetails'
>;

/**
 * The first version of safe contact, or null where nothing was said about it: then nothing is agreed, and nothing goes
 * out. Only the way that was named is allowed; a way that somebody else named is not agreed with the person (L2.1a).
 */
export function firstSafeContact(told: Told): FirstSafeContact | null {
  const { contactChannel, contactDoNot, safeToContact } = told;
  const { call_back: callBack = '', code_word: codeWord = '' } = told.routeDetails;
  // A number given in case the call drops is typed once; which way is safe is still theirs to say.
  const contactValue = told.contactValue || callBack;
  const said = [
    contactChannel,
    contactValue,
    told.contactTimes,
    contactDoNot,
    told.whoCanHear,
    told.accessNeeds,
    codeWord,
  ];
  if (said.every((each) => each === '') && safeToContact !== 'no') return null;
  const channel = safeToContact === 'no' || contactChannel === '' ? 'none' : contactChannel;
  return {
    channel,
    value: contactValue,
    times: told.contactTimes,
    whoMightAnswer: told.whoCanHear,
    mayLeaveVoicemail: false,
    mayText: channel === 'text',
    mayEmail: channel === 'email',
    mayPost: channel === 'post',
    withholdNumber: true,
    codeWord,
    accessNeedsAsked: told.accessNeeds !== '',
    language: '',
    interpreter: '',
    workerGender: '',
    meetingPlace: channel === 'in_person' ? contactValue : '',
    adjustments: told.accessNeeds,
    doNot: contactDoNot,
    agreedWithPerson: told.toldBy === 'person' && (safeToContact === 'yes' || channel === 'none'),
  };
}

/**
 * Beside what a case agreed already. Another way than the agreed one is never taken with what was told: it is in doubt,
 * and shuts every way, until somebody asked them in the case. What must not be done, and when never, goes on.
 * @param spokenWith one of us spoke with them in the same moment
 * @returns null: it says nothing else than what stands
 */
export function besideWhatStands(
  told: FirstSafeContact,
  stands: Standing,
  spokenWith: boolean,
): (FirstSafeContact & Kept) | null {
  const sameWay = told.channel === stands.channel && told.value === stands.value;
  const both = (one: string, other: string) => [...new Set([one, other].filter(Boolean))].join('. ');
  const doNot = both(stands.doNot, told.doNot);
  if (sameWay && doNot === stands.doNot && told.times === '' && told.whoMightAnswer === '') return null;
  const { never, senderAlias, coverReason, language, interpreter, workerGender } = stands;
  return {
    ...told,
    times: told.times || stands.times,
    windows: told.times ? [] : stands.windows,
    never,
    doNot,
    senderAlias,
    coverReason,
    whoMightAnswer: both(stands.whoMightAnswer, told.whoMightAnswer),
    codeWord: told.codeWord || stands.codeWord,
    accessNeedsAsked: told.accessNeedsAsked || stands.accessNeedsAsked,
    adjustments: both(stands.adjustments, told.adjustments),
    language,
    interpreter,
    workerGender,
    // Who asked it, and who listened, nobody knows for certain: another way than the agreed one is asked about first.
    agreedWithPerson: told.agreedWithPerson && spokenWith && sameWay,
  };
}

/** As much of what a case agreed as matters beside something new. */
export type Standing = Pick<
  SafeContactValue,
  | 'channel'
  | 'value'
  | 'times'
  | 'windows'
  | 'doNot'
  | 'whoMightAnswer'
  | 'codeWord'
  | 'accessNeedsAsked'
  | 'adjustments'
  | 'language'
  | keyof Kept
>;
type Kept = Pick<
  SafeContactValue,
  'windows' | 'never' | 'senderAlias' | 'coverReason' | 'interpreter' | 'workerGender'
>;

/**
 * The number that they gave in case the call dropped, where it is another than the one that is safe. It was given for
 * that call and for nothing else: it is kept as a way that nobody uses until they have been asked about it (L2.1a).
 */
export function callBackWay(told: Told): AgreedWayValue | null {
  const { call_back: value = '' } = told.routeDetails;
  const first = firstSafeContact(told);
  if (told.toldBy !== 'person' || value === '' || first === null) return null;
  if (first.channel === 'none' || first.value === value) return null;
  return {
    channel: 'phone',
    name: 'the number given in case the call dropped',
    value,
    purpose: '',
    shared: 'not_known',
    whoMightAnswer: '',
    mayLeaveVoicemail: false,
    mayText: false,
    withholdNumber: true,
    coverReason: '',
    doNot: '',
    times: '',
    windows: [],
    never: [],
    agreedWithPerson: false,
  };
}
