import type { AgreedWayValue } from '#modules/agreement/pure.ts';
import type { Chance } from '#modules/simulator/pure.ts';
import type { Cast } from './cast.ts';
import type { SafeContact } from './steps.ts';

/**
 * A way that the person themselves agreed: everything that was not allowed is not allowed.
 * @param before what was agreed until then: where they may be written to stays as it was
 */
export function agreedWay(cast: Cast, chance: Chance, before?: SafeContact): SafeContact {
  return withoutContradiction(cast, drawn(cast, chance), before);
}

/** Drawn one by one, and so without a thought of one another. */
function withoutContradiction(
  { person }: Cast,
  way: SafeContact,
  before: SafeContact | undefined,
): SafeContact {
  const byVoice = way.channel === 'phone';
  const told = { ...way, mayEmail: before?.mayEmail ?? way.mayEmail };
  const phone = way.channel === 'phone' || way.channel === 'text';
  const may = phone ? told : { ...told, mayLeaveVoicemail: false, mayText: false, coverReason: '' };
  return {
    ...may,
    workerGender:
      way.workerGender === 'man' && person.gender === 'woman' ? 'no_preference' : way.workerGender,
    adjustments: suits[way.adjustments]?.(may) === false ? '' : way.adjustments,
    doNot: suits[way.doNot]?.(may) === false ? 'Nothing after 5 pm or at weekends' : way.doNot,
    ...(!byVoice && { whoMightAnswer: '' }),
  };
}

/** What does not go with everything else that may be agreed. */
const suits: Readonly<Record<string, (way: SafeContact) => boolean>> = {
  'Text before every call': ({ channel, mayText }) => channel === 'phone' && mayText,
  'Large print, nothing by phone': ({ channel }) => channel === 'in_person',
  'No voicemail, no e-mail': ({ mayLeaveVoicemail, mayEmail }) => !mayLeaveVoicemail && !mayEmail,
  'Never say where the call comes from': ({ channel }) => channel === 'phone',
};

/** What they had said as they told us holds in what is agreed. */
export function asTold(access: string, way: SafeContact): SafeContact {
  if (access.startsWith('Professional interpreter'))
    return { ...way, language: way.language || 'Polish', interpreter: 'professional_woman' };
  if (access.startsWith('Would rather speak with a woman')) return { ...way, workerGender: 'woman' };
  if (access.startsWith('Needs breaks')) return { ...way, adjustments: 'Breaks; one thing at a time' };
  if (access.startsWith('Hard of hearing') && way.channel === 'phone')
    return { ...way, mayText: true, adjustments: 'Text before every call' };
  return way;
}

function drawn({ person }: Cast, chance: Chance): SafeContact {
  const channel = person.phone === null ? 'in_person' : chance.yes(0.78) ? 'phone' : 'text';
  const interpreted = chance.yes(0.06);
  return {
    channel,
    value: channel === 'in_person' ? 'The library, at the desk by the window' : (person.phone ?? ''),
    ...chance.pick(times),
    never: chance.yes(0.2) ? [{ days: everyDay, from: '17:00', to: '23:59' }] : [],
    whoMightAnswer: chance.weighted([
      ['Nobody else', 60],
      ['One of the children', 22],
      ['The other person, if it rings after five', 18],
    ]),
    mayLeaveVoicemail: chance.yes(0.12),
    mayText: channel === 'text' || chance.yes(0.3),
    mayEmail: chance.yes(0.15),
    mayPost: false,
    withholdNumber: chance.yes(0.85),
    coverReason: chance.pick(coverReasons),
    codeWord: chance.yes(0.45) ? chance.pick(codeWords) : '',
    accessNeedsAsked: chance.yes(0.93),
    language: interpreted ? chance.pick(['Polish', 'Urdu', 'Somali', 'Romanian']) : '',
    interpreter: interpreted ? 'professional_woman' : 'not_needed',
    workerGender: chance.weighted([
      ['no_preference', 60],
      ['woman', 36],
      ['man', 4],
    ] as const),
    meetingPlace: chance.pick(places),
    adjustments: chance.weighted([
      ['', 76],
      ['Text before every call', 12],
      ['Large print, nothing by phone', 3],
      ['Breaks; one thing at a time', 9],
    ]),
    doNot: chance.pick(doNot),
    agreedWithPerson: true,
  };
}

const weekdays = [1, 2, 3, 4, 5];
const everyDay = [1, 2, 3, 4, 5, 6, 7];

/** Most name hours that Lintel can reckon with; a few say it in words that somebody has to read. */
const times = [
  { times: '', windows: [{ days: weekdays, from: '13:00', to: '14:00' }] },
  { times: 'After the school run', windows: [{ days: weekdays, from: '09:30', to: '15:00' }] },
  { times: '', windows: [{ days: [1, 3, 5], from: '09:00', to: '12:00' }] },
  { times: '', windows: [{ days: weekdays, from: '09:00', to: '16:00' }] },
  { times: 'At the clinic', windows: [{ days: [4], from: '10:00', to: '12:30' }] },
  {
    times: '',
    windows: [
      { days: [1, 2], from: '09:00', to: '11:30' },
      { days: [4, 5], from: '13:30', to: '16:00' },
    ],
  },
  { times: 'When the car is gone', windows: [] },
] as const;

/** Whoever may be written to by e-mail said where: a mailbox of their own, never read at home. */
export function mailboxOf({ mayEmail }: SafeContact): AgreedWayValue | undefined {
  if (!mayEmail) return undefined;
  return {
    channel: 'email',
    name: 'a mailbox of their own',
    value: 'own.mailbox@example.org',
    purpose: 'Only to say that the next call moves',
    shared: 'no',
    whoMightAnswer: '',
    mayLeaveVoicemail: false,
    mayText: false,
    withholdNumber: true,
    coverReason: '',
    doNot: 'No name of ours in the subject',
    times: '',
    windows: [],
    never: [],
    agreedWithPerson: true,
  };
}

/** Completes “It is about …”, and could come from anybody. */
const coverReasons = ['', 'the gas check', 'the new bins', 'a delivery on Tuesday'] as const;

const codeWords = [
  'lavender',
  'number nine bus',
  'marmalade',
  'the blue folder',
  'kingfisher',
  'allotment',
] as const;

const places = [
  '',
  'Library, study room',
  'Children’s centre',
  'Our office, side door',
  'Café in the garden centre',
] as const;

const doNot = [
  'No letters of any kind',
  'No voicemail, no e-mail',
  'Do not visit; do not speak to anybody else who answers',
  'Nothing after 5 pm or at weekends',
  'Never say where the call comes from',
] as const;

/** On a thing that only they use, at any time, and nothing beside it: so that a message may go. */
export const everyWay = {
  ...{ channel: 'text', shared: 'no', whoMightAnswer: '', times: '', windows: [], never: [] },
  ...{ mayLeaveVoicemail: false, mayText: true, mayEmail: false, mayPost: false, doNot: '', adjustments: '' },
} as const satisfies Partial<SafeContact>;

/** Letters, to where only they open the post. */
export const byPost = {
  ...everyWay,
  ...{ channel: 'post', value: 'The Reading Room, 4 Quay Street\nLarkhaven\nZZ9 9ZZ', mayText: false },
} as const satisfies Partial<SafeContact>;
