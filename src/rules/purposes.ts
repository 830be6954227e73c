/**
 * What a refusal may rest on, as every landlord's policy says it in some clause or does not say it at all. Rules, the
 * kit and modules cite a purpose; each pack maps every one to its own clause, or to null where its policy is silent.
 */
export const purposes = {
  'need-to-know': 'What is told stays with those who need to know, or whom safety needs to know.',
  sharing: 'What is told is shared with other agencies only as the person agrees, or as safety needs.',
  'safe-contact': 'How and when to be in touch is agreed with the person, so that it stays safe.',
  'access-needs': 'What a person needs in order to speak with us is met.',
  'ways-to-tell': 'People can tell in many ways.',
  'reporting-a-concern': 'Whoever notices abuse, or is told of it, passes it on at the first opportunity.',
  'same-day-contact': 'Somebody who tells is contacted quickly.',
  'risk-assessed': 'The risk is assessed, and looked at again.',
  'plan-agreed': 'A plan is agreed together with the person.',
  'own-pace': 'People have time, are not pressed, and their decisions are respected.',
  allocation: 'A team delivers what is promised: somebody leads each case.',
  records: 'Records are clear, current and lawful.',
  safeguarding: 'Children and adults at risk are safeguarded.',
  'best-practice-advice': 'Advice is sought where who somebody is plays a part in the abuse.',
  'perpetrator-gate': 'Nothing is done that may raise the risk from a perpetrator.',
  'home-security': 'The home is made safer as they wish, and nobody is shut out whom the law lets in.',
  mediation: 'Mediation is offered only where it is safe, to whoever asks for it.',
  'breathing-space': 'Court action over income waits while somebody finds their feet.',
  signposting: 'People are told who else can help.',
  review: 'The policy is reviewed.',
} as const satisfies Readonly<Record<string, string>>;

export type Purpose = keyof typeof purposes;
export const purposeNames = Object.keys(purposes) as readonly Purpose[];

/** A law that itself says so, whatever a landlord's policy says: the Act and section. */
export interface Act {
  readonly act: string;
}

/** What a refusal rests on: something that a landlord's policy may say, or the law. */
export type Basis = Purpose | Act;
