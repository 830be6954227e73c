import { dayOfWeekInWords } from '#rules/moment.ts';
import { labelOf } from '#rules/words.ts';
import {
  areaAnswers,
  areas,
  type Looked,
  type Outcome,
  outcomes,
  type WayOfLooking,
  waysOfLooking,
} from './assessment.ts';
import { fireAnswers, holders, owners, type Rights, spouses, stands } from './rights.ts';

export interface Assessed {
  readonly outcome: Outcome;
  readonly way: WayOfLooking;
  readonly looked: readonly Looked[];
  readonly words: string;
  readonly againOn: Temporal.PlainDate | null;
}

/** What the chronology says of it. */
export function assessmentInWords({ outcome, way, looked, words, againOn }: Assessed): string {
  const again = againOn ? ` To be asked again on ${dayOfWeekInWords(againOn)}.` : '';
  const own = words.trim() === '' ? '' : `\n\n${words}`;
  const lines = looked.map(lookedInWords).join('\n');
  return `Safety of the home: ${lowered(labelOf(outcomes, outcome))}. ${labelOf(waysOfLooking, way)}.${again}${
    lines && `\n${lines}`
  }${own}`;
}

export function lookedInWords({ area, answer, words }: Looked): string {
  const said = words.trim();
  return `${labelOf(areas, area)}: ${lowered(labelOf(areaAnswers, answer))}.${said && ` ${said}`}`;
}

/** What the chronology says of who has a right in the home. */
export function rightsInWords(rights: Rights): string {
  const { holder, holderStands, spouse, spouseStands, orderWhat, orderRead, orderUntil, owner, fire } =
    rights;
  const standing = (how: typeof holderStands) => (how ? ` (${lowered(labelOf(stands, how))})` : '');
  const order =
    orderWhat &&
    ` Order of a court: ${orderWhat}, ${orderRead ? 'read by one of us' : 'not read by us'}${
      orderUntil ? `, until ${dayOfWeekInWords(orderUntil)}` : ''
    }.`;
  const said = rights.words.trim();
  const parts = [
    `${labelOf(holders, holder)}${standing(holderStands)}.`,
    `Married, or in a civil partnership: ${lowered(labelOf(spouses, spouse))}${standing(spouseStands)}.${order}`,
    `The building: ${lowered(labelOf(owners, owner))}. Fire: ${lowered(labelOf(fireAnswers, fire))}.`,
  ];
  return `Who may enter the home. ${parts.join(' ')}${said && `\n\n${said}`}`;
}

export function lowered(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
