import type { Chance } from '#modules/simulator/pure.ts';
import type { Cast } from './cast.ts';
import type { SafeContact } from './steps.ts';

/** A way that the person themselves agreed: everything that was not allowed is not allowed. */
export function agreedWay({ person }: Cast, chance: Chance): SafeContact {
  const channel = person.phone === null ? 'in_person' : chance.yes(0.78) ? 'phone' : 'text';
  const interpreted = chance.yes(0.06);
  return {
    channel,
    value: channel === 'in_person' ? 'The library, at the desk by the window' : (person.phone ?? ''),
    times: chance.pick(times),
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

const times = [
  'Weekdays, 1 pm to 2 pm',
  'Weekdays after 9.30 am, before 3 pm',
  'Monday, Wednesday and Friday mornings',
  'Any weekday before 4 pm',
  'Thursdays at the clinic, from 10 am',
] as const;

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
