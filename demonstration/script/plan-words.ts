/** What people say they want, what is agreed with them, and what they said about it. */
export const wishes = {
  stay_together: [
    '“I am not leaving him. I want the shouting to stop, and somebody to ring when it does not.”',
    '“He is their father. I want to be safe in my own kitchen, that is all.”',
  ],
  stay_home: [
    '“This is my home. I want a lock that he has no key for.”',
    '“I want to stay where my mother can walk to me.”',
  ],
  leave_later: ['“After the exams. Help me get the papers together, and say nothing until then.”'],
  move: [
    '“Somewhere with a door he does not know.”',
    '“Far enough that I do not look over my shoulder at the shops.”',
  ],
  undecided: ['“Ask me again next week. Today I only want to sleep.”'],
} as const;

export const mustNot = [
  'Nothing on paper that can be found. No calls after five.',
  'The children are not to be asked about it at school.',
  'Nobody speaks to the family.',
  'My work must not hear of it.',
] as const;

export const inEmergency = [
  'Front door, next door, ring from there. The word is “lanterns”.',
  'The bag is at my sister’s. I text her a moon, and she rings 999.',
  'Bathroom, lock, 999 and 55. The little one knows to go to the stairs.',
] as const;

export const actions = [
  {
    what: 'Change both outer locks, with a security key',
    why: 'There is another key',
    owner: 'colleague',
    safety: true,
  },
  {
    what: 'Fit a door viewer and two window alarms',
    why: 'How they came in before',
    owner: 'colleague',
    safety: true,
  },
  {
    what: 'Hold the post of every team until further word',
    why: 'Letters are opened',
    owner: 'colleague',
    safety: true,
  },
  {
    what: 'Refer to the independent adviser',
    why: 'Somebody of their own',
    owner: 'agency',
    agency: 'Harbour Advocacy',
    safety: true,
  },
  {
    what: 'Speak with the school about who collects',
    why: 'Collection is when it happens',
    owner: 'agency',
    agency: 'Millbank Primary School',
    safety: true,
  },
  {
    what: 'Look at money in their own name',
    why: 'Everything goes into one account',
    owner: 'agency',
    agency: 'Quay Money Advice',
    safety: false,
  },
  {
    what: 'Keep a bag with papers at a sister’s',
    why: 'To be able to go at once',
    owner: 'person',
    safety: false,
  },
  { what: 'Ring for the counselling place', why: 'In their own time', owner: 'person', safety: false },
  {
    what: 'Go through what a move would mean for the tenancy',
    why: 'To decide with the facts',
    owner: 'colleague',
    safety: false,
  },
] as const;

export const offers = [
  {
    kind: 'window_alarm',
    what: 'At the back, where it is dark',
    answer: 'taken',
    ownWords: '“Yes. The back door first.”',
    bringer: 'Larchfield Repairs',
    pence: 6_500,
  },
  {
    kind: 'move',
    what: 'A move with the same kind of tenancy',
    answer: 'declined',
    ownWords: '“No. I have lived here for nine years.”',
  },
  {
    kind: 'move',
    what: 'A move with the same kind of tenancy',
    answer: 'thinking',
    ownWords: '“Maybe. Let me think of the school.”',
  },
  {
    kind: 'specialist',
    what: 'The local specialist service',
    answer: 'taken',
    ownWords: '“If it is a woman, yes.”',
    bringer: 'The local specialist service',
  },
  {
    kind: 'counselling',
    what: 'Counselling, when there is room for it',
    answer: 'thinking',
    ownWords: '“Not now. Ask me in two weeks.”',
    againInDays: 14,
  },
  {
    kind: 'legal',
    what: 'Advice on an order of the court',
    answer: 'declined',
    ownWords: '“I do not want to stand there with him.”',
  },
  {
    kind: 'money',
    what: 'Advice on money and benefits',
    answer: 'taken',
    ownWords: '“Please. I have never seen a bill.”',
    bringer: 'Our adviser on money',
  },
  {
    kind: 'children',
    what: 'Somebody for the children to talk to',
    answer: 'taken',
    ownWords: '“The eldest does not sleep.”',
    bringer: 'The children’s worker of the family centre',
  },
  {
    kind: 'safe_phone',
    what: '',
    answer: 'taken',
    ownWords: '“He looks at mine every evening.”',
    bringer: 'From our own stock',
    soon: true,
  },
  {
    kind: 'food_voucher',
    what: '',
    answer: 'taken',
    ownWords: '“Until my money comes, yes.”',
    bringer: 'The voucher desk',
    soon: true,
    pence: 6_000,
  },
  {
    kind: 'white_goods',
    what: 'A cooker',
    answer: 'taken',
    ownWords: '“There is nothing in the new kitchen.”',
    bringer: 'Exampleton Reuse Store',
    pence: 18_000,
  },
  {
    kind: 'phone_monitoring',
    what: '',
    answer: 'taken',
    ownWords: '“If I do not answer, I want somebody to notice.”',
    bringer: 'The monitoring centre',
    soon: true,
  },
  {
    kind: 'personal_alarm',
    what: '',
    answer: 'declined',
    ownWords: '“I would only worry who hears it.”',
  },
] as const;

/** The same for those at high risk, dealt apart: each of them is offered to some. */
export const offersAtHighRisk = [...offers];

export const saidOfWhatCame = [
  '“It came on Tuesday, and it works.”',
  '“Yes. She rang when she said she would.”',
  '“I have it. Thank you.”',
] as const;

export const saidOfHousing = [
  '“I did not know that I could keep it.”',
  '“I would like to hear it from a solicitor first.”',
  '“Not another move. Not now.”',
] as const;

export const aboutThePlan = [
  '“That is what I said. Good.”',
  '“It is mine, not yours. I like that.”',
  '“Leave the door for now, do the rest.”',
] as const;

export const howSeen = {
  standard: ['“I know what he is like. This time it is over.”', '“It is mostly words now.”'],
  medium: ['“It depends on whether he drinks.”', '“I am careful. Being careful is tiring.”'],
  high: ['“One day he will do what he says.”', '“I put the knives away at night.”'],
} as const;

export const reviewed = [
  'Gone through with them: nothing new, and what was agreed is done.',
  'Nothing happened since the last time. They sleep better and go out again.',
  'He has been seen near the school once. The rest is as it was.',
  'They feel watched less. The locks help, and the neighbours know whom to ring.',
] as const;

export const lowered = [
  'No contact from him for a month, the order stands, and they see it so themselves.',
  'He has moved away, which the police confirmed. They agree that it is less now.',
] as const;

export const discussed = [
  'Went through risk, plan and what is next. The lead knows the case well; the next step is the ' +
    'security of the back door.',
  'Talked about pace: the lead waits for the person and that is right. Agreed who covers next week.',
  'Looked at the chronology together. One entry is to be put right; no concerns otherwise.',
] as const;

export const pauseWishes = [
  '“Give me until after the holidays. I will ring if anything happens.”',
  '“I need a rest from talking about it. You can ring me then.”',
] as const;

export const closingWhys = [
  'What was agreed is done. They have our number, and a word to say if somebody listens.',
  'They are settled, the order runs for a year, and the adviser stays in touch.',
  'They said that it is enough for now, and thanked us. The way back was gone through twice.',
] as const;

export const tasks = [
  'Ring the locksmith about the second key',
  'Ask the adviser whether the first meeting took place',
  'Check that the hold on the post still stands',
  'Write up the call of this morning',
  'Ask the surgery for the letter',
] as const;
