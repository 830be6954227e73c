import type { Choice } from './words.ts';

/** A question of the safety test: which answers may raise the risk, and which ask for a specialist first. */
export interface SafetyQuestion {
  readonly name: string;
  readonly asks: string;
  readonly hint?: string;
  readonly answers: readonly Choice[];
  /** The answers by which the risk may rise: the action is not taken. What is not known counts apart, and shuts too. */
  readonly raises: readonly string[];
  /** The answers with which nobody judges it alone. */
  readonly heightens: readonly string[];
  /** What is said of an answer that raises. */
  readonly because: string;
}

const notKnown = { value: 'not_known', label: 'Not known' } as const;
const yesOrNo = [{ value: 'yes', label: 'Yes' }, { value: 'no', label: 'No' }, notKnown] as const;
const may = [{ value: 'yes', label: 'It may' }, { value: 'no', label: 'No' }, notKnown] as const;

/** What is asked before anything is done about somebody who is feared (domain §8). Unknown is not safe. */
export const safetyQuestions = [
  {
    name: 'reveals',
    asks: 'Would it show that somebody told us, or what they told us?',
    hint: 'Also by its timing: who else could have known?',
    answers: may,
    raises: ['yes'],
    heightens: [],
    because: 'It may show that somebody told us.',
  },
  {
    name: 'together',
    asks: 'Do they live together, or could whoever is feared get in?',
    hint: 'Keys, fobs, a shared door',
    answers: yesOrNo,
    raises: [],
    heightens: ['yes'],
    because: '',
  },
  {
    name: 'children',
    asks: 'Are they in touch because of children?',
    hint: 'Handing over, school, a hearing',
    answers: yesOrNo,
    raises: [],
    heightens: ['yes'],
    because: '',
  },
  {
    name: 'court_order',
    asks: 'Is an order in force, and was it served?',
    answers: [
      { value: 'none', label: 'No order' },
      { value: 'served', label: 'In force, and served' },
      { value: 'not_served', label: 'Made, and not served yet' },
      notKnown,
    ],
    raises: ['not_served'],
    heightens: [],
    because: 'An order was made and is not served yet: this would warn them.',
  },
  {
    name: 'goes',
    asks: 'Where would whoever is feared go?',
    answers: [
      { value: 'stays', label: 'Nobody has to leave because of this' },
      { value: 'away', label: 'Somewhere that we know, away from them' },
      { value: 'near', label: 'Near them, or back to them' },
      notKnown,
    ],
    raises: ['near'],
    heightens: [],
    because: 'Whoever is feared would be near them.',
  },
  {
    name: 'suicide',
    asks: 'Have they threatened or tried to kill themselves?',
    hint: 'Whoever is feared',
    answers: yesOrNo,
    raises: [],
    heightens: ['yes'],
    because: '',
  },
  {
    name: 'weapons',
    asks: 'Are there weapons, or were they threatened?',
    answers: yesOrNo,
    raises: [],
    heightens: ['yes'],
    because: '',
  },
  {
    name: 'honour',
    asks: 'Does so-called honour play a part, or family who would act together?',
    answers: yesOrNo,
    raises: [],
    heightens: ['yes'],
    because: '',
  },
  {
    name: 'fails',
    asks: 'If it fails or is refused, would they be less safe than today?',
    hint: 'Say below what happens then',
    answers: may,
    raises: ['yes'],
    heightens: [],
    because: 'If it fails, they would be less safe than today.',
  },
  {
    name: 'worse',
    asks: 'All in all: may it raise the risk to them, to children or to anybody else?',
    answers: may,
    raises: ['yes'],
    heightens: [],
    because: 'It may raise the risk.',
  },
] as const satisfies readonly SafetyQuestion[];

export type QuestionName = (typeof safetyQuestions)[number]['name'];
export type SafetyAnswers = Readonly<Record<QuestionName, string>>;

/** What a specialist service says about the test as a whole. */
export const specialistAnswers = [
  { value: 'does_not_raise', label: 'They see no higher risk from it' },
  { value: 'raises', label: 'They say that it may raise the risk' },
  { value: 'cannot_say', label: 'They cannot say' },
  { value: 'none', label: 'Nobody was asked' },
] as const satisfies readonly Choice[];
export type SpecialistAnswer = (typeof specialistAnswers)[number]['value'];

interface Answered {
  readonly answers: SafetyAnswers;
}

const questions: readonly SafetyQuestion[] = safetyQuestions;

function saying({ answers }: Answered, pick: (question: SafetyQuestion) => readonly string[]) {
  const given: Readonly<Record<string, string>> = answers;
  return questions.filter((question) => pick(question).includes(given[question.name] ?? notKnown.value));
}

/** The questions by which the risk may rise. */
export const raising = (test: Answered) => saying(test, ({ raises }) => raises);
/** Those that nobody could answer. */
export const unanswered = (test: Answered) => saying(test, () => [notKnown.value]);
/** Those because of which a specialist is asked first. */
export const heightening = (test: Answered) => saying(test, ({ heightens }) => heightens);
