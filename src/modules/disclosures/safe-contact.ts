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
  readonly interpreter: '';
  readonly workerGender: '';
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
    agreedWithPerson: told.toldBy === 'person',
  };
}
