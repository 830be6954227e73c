import { pounds } from '#rules/pounds.ts';
import { type Choice, labelOf } from '#rules/words.ts';

/** What a move, a home or anything else about a case may cost beside what is offered. */
export const costKinds = [
  { value: 'removal', label: 'Removal of their things' },
  { value: 'storage', label: 'Storage of their things' },
  {
    value: 'travel',
    label: 'Travel',
    hint: 'Not what was offered as travel to safety: that has its price there',
  },
  { value: 'temporary', label: 'A place to stay for a time' },
  { value: 'void', label: 'Rent that was lost while a home stood empty' },
  { value: 'works_to_let', label: 'Works in a home before it was let again' },
  { value: 'works', label: 'Other works in their home', hint: 'Not what was offered as security' },
  { value: 'legal', label: 'Solicitors and courts' },
  { value: 'interpreter', label: 'An interpreter or a translation' },
  { value: 'other', label: 'Something else' },
] as const satisfies readonly Choice[];
export type CostKind = (typeof costKinds)[number]['value'];

export const stages = [
  { value: 'billed', label: 'It was billed or paid' },
  { value: 'quoted', label: 'It was quoted', hint: 'It is shown, and counts once there is a bill' },
] as const satisfies readonly Choice[];

export interface Cost {
  readonly kind: CostKind;
  readonly stage: (typeof stages)[number]['value'];
  readonly pence: number;
}

export function costInWords({ kind, stage, pence }: Cost): string {
  return `${labelOf(costKinds, kind)}, ${pounds(pence)}${stage === 'quoted' ? ' as quoted' : ''}`;
}

export const waysKnown = [
  { value: 'bill', label: 'We have the bill' },
  { value: 'receipt', label: 'We have the receipt' },
  { value: 'books', label: 'It stands in the landlord’s own books' },
  { value: 'quote', label: 'We have the quote' },
] as const satisfies readonly Choice[];
export type Known = (typeof waysKnown)[number]['value'];

/** What took our time. */
export const workKinds = [
  { value: 'contact', label: 'A call, message or talk' },
  { value: 'visit', label: 'A visit, with the way there and back' },
  { value: 'meeting', label: 'A meeting about the case' },
  { value: 'court', label: 'Court, or getting ready for it' },
  { value: 'writing', label: 'Writing and looking things up' },
] as const satisfies readonly Choice[];
export type WorkKind = (typeof workKinds)[number]['value'];

/** `1 hour 30 minutes`. */
export function hoursInWords(quarters: number): string {
  const hours = Math.floor(quarters / 4);
  const minutes = (quarters % 4) * 15;
  const whole = hours === 0 ? '' : `${hours} ${hours === 1 ? 'hour' : 'hours'}`;
  return [whole, minutes === 0 ? '' : `${minutes} minutes`].filter((part) => part !== '').join(' ');
}

/** As people type it: `1.5`, `0.25`, `2`; quarter hours, or null where it is none. */
export function quartersTyped(text: string): number | null {
  const [, whole, part = '0'] = /^(\d{1,2})(?:[.,](0|00|25|5|50|75))?$/.exec(text.trim()) ?? [];
  if (whole === undefined) return null;
  const quarters = Number(whole) * 4 + Number(part.padEnd(2, '0')) / 25;
  return quarters > 0 && quarters <= 96 ? quarters : null;
}
