import { advices, type Found, freeWills, homes, servedBys } from '#rules/may-go-ahead.ts';
import { labelOf } from '#rules/words.ts';

/** What was found out, each with what it answers. */
export function foundRows({ servedBy, freeWill, advice, home }: Found) {
  return [
    ['Who is behind it', labelOf(servedBys, servedBy)],
    ['Their own will', labelOf(freeWills, freeWill)],
    ['Independent legal advice', labelOf(advices, advice)],
    ['Where they would live', labelOf(homes, home)],
  ] as const;
}

export function foundInWords(found: Found): string {
  return foundRows(found)
    .map(([name, value]) => `${name}: ${value}.`)
    .join(' ');
}
