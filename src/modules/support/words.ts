import { dayOfWeekInWords } from '#rules/moment.ts';
import { pounds } from '#rules/pounds.ts';
import { labelOf } from '#rules/words.ts';
import { kindOf } from './kinds.ts';
import { isLook } from './looks.ts';
import { endings, isAnswer, isToldByContractor, type StepName, stateInWords, themselves } from './offer.ts';
import { type Feared, fearedAnswers } from './stock.ts';
import type { StepRow } from './store/rows.ts';
import { destinations } from './where-it-goes.ts';

/** "A move to another home: near the school". */
export function offerInWords({ kind, what }: { readonly kind: string; readonly what: string }): string {
  const { label } = kindOf(kind);
  if (kind === 'other') return what || label;
  return what ? `${label}: ${what}` : label;
}

/** How something was offered or said; a message is sent by the page of messages, past every gate. */
export const waysOfTelling = [
  { value: 'phone', label: 'On the phone, as agreed' },
  { value: 'in_person', label: 'In person, at a safe place' },
  { value: 'home_visit', label: 'At home, seen alone' },
  { value: 'message', label: 'In an answer of theirs to a message' },
  { value: 'through_advocate', label: 'Through somebody they trust' },
] as const;

const steps: Readonly<Record<StepName, string>> = {
  taken: 'They would like it',
  thinking: 'Later, or they are thinking about it',
  declined: 'They decided that it is not for them',
  not_asked: 'They were told of it and not asked to decide',
  approved: 'Approved',
  ordered: 'On its way',
  delivered: 'Delivered, as we say',
  confirmed: 'It came, and it is right, they say',
  not_come: 'It did not come, or it is not right, they say',
  not_safe: 'It is not safe to ask them',
  ended: 'Ended',
  look_works: 'Looked at again: it works, and is as they want it',
  look_changed: 'Looked at again: it works, and something about it has changed',
  look_broken: 'Looked at again: it does not work any more, and they would like it put right',
  look_gone: 'Looked at again: it is not there any more, or they do not want it',
  look_rather_not: 'They would rather not look at it again',
  look_handed_on: 'Somebody else looks at it from now on',
  look_not_reached: 'To look at it again was tried, and they were not reached',
};

type Told = Pick<StepRow, 'whom' | 'dayOn' | 'pence' | 'ending' | 'goes' | 'opens' | 'worksOrderId'> & {
  readonly step: StepName;
};

/** A step in one line: "On its way: Example Furniture, to come by Monday 2 March 2026". */
export function stepInWords(told: Told): string {
  const { step, whom, dayOn, pence, ending, goes, opens } = told;
  const said = isToldByContractor(told)
    ? stateInWords({ state: 'delivered', toldByContractor: true })
    : steps[step];
  const day = dayOn && dayWords(step);
  const more = [
    ending && lowered(labelOf(endings, ending)),
    whom,
    dayOn && `${day} ${dayOfWeekInWords(dayOn)}`,
    pence !== null && pounds(pence),
    goes !== '' && lowered(labelOf(destinations, goes)),
    opens.trim() !== '' && `who opens: ${opens.trim()}`,
  ].filter((each) => each !== '' && each !== null && each !== false);
  return more.length > 0 ? `${said}: ${more.join(', ')}` : said;
}

function dayWords(step: StepName): string {
  if (step === 'thinking') return 'ask again on';
  if (step === 'confirmed' || isLook(step)) return 'to be looked at again by';
  return step === 'ordered' ? 'to come by' : 'by';
}

function lowered(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** How it was said, or how whoever brings it about knows of them; '' where neither was asked. */
export function wayInWords({
  way,
  shareId,
}: {
  readonly way: string;
  readonly shareId: string | null;
}): string {
  if (shareId !== null) return 'They know of them by a decision about sharing';
  if (way === themselves) return 'They turn to them themselves: nobody of us told them';
  return way === '' ? '' : labelOf(waysOfTelling, way);
}

type ToldOf = Told & Parameters<typeof wayInWords>[0];

/** What the chronology says of it, with their words after it. */
export function toldInWords(
  offer: Parameters<typeof offerInWords>[0] & { readonly broughtUp?: boolean },
  step: ToldOf,
  words: string,
): string {
  const said = [
    `${isAnswer(step.step) ? 'Offered: ' : ''}${offerInWords(offer)}`,
    offer.broughtUp ? 'They brought it up themselves' : '',
    stepInWords(step),
    wayInWords(step),
  ].filter((each) => each !== '');
  return `${said.join('. ')}.${words.trim() === '' ? '' : `\n\n${words}`}`;
}

/** What the chronology says of an item that came back, or that they have again. */
export function backInWords(
  offer: Parameters<typeof offerInWords>[0],
  number: string,
  { withThem, words }: { readonly withThem: boolean; readonly words: string },
): string {
  const said = `${offerInWords(offer)}: ${number} ${withThem ? 'is with them again' : 'came back'}.`;
  return words.trim() === '' ? said : `${said}\n\n${words}`;
}

interface LossSaid {
  readonly feared: Feared;
  readonly words: string;
  /** It is told of for the first time. */
  readonly first: boolean;
  /** A way of contact is in doubt because of it. */
  readonly shut: boolean;
}

/** What the chronology says of an item that is lost: never that anybody failed. */
export function lossInWords(
  offer: Parameters<typeof offerInWords>[0],
  number: string,
  { feared, words, first, shut }: LossSaid,
): string {
  const said = [
    `${offerInWords(offer)}: ${number} ${first ? 'is lost' : 'is still lost'}`,
    feared === 'not_asked'
      ? 'Whether somebody they fear has it, they have not been asked yet'
      : `Whether somebody they fear has it: ${lowered(labelOf(fearedAnswers, feared))}`,
    shut ? 'The way of contact that led to it is in doubt until it is agreed anew' : '',
  ].filter((each) => each !== '');
  return `${said.join('. ')}.${words.trim() === '' ? '' : `\n\n${words}`}`;
}
