import { dayOfWeekInWords } from '#rules/moment.ts';
import { labelOf } from '#rules/words.ts';
import { optionOf } from './advise.ts';
import type { Decider } from './option.ts';
import { legalAnswers, type Saying, sayings, type Talk, waysOfAdvising } from './said.ts';

export const deciders: Readonly<Record<Decider, string>> = {
  them: 'They themselves',
  us: 'We, as their landlord',
  court: 'A court',
  council: 'A council',
  police: 'The police, and a court',
  'another-landlord': 'Another landlord, with us',
};

/** An option that is no more on the list keeps its name in what was said. */
export function titleOf(option: string): string {
  return optionOf(option)?.called ?? option;
}

/** What was said, each answer once, with the options under it, in the order in which the answers are asked. */
export function byAnswer(
  said: readonly { readonly option: string; readonly said: Saying }[],
): readonly { readonly answer: string; readonly titles: readonly string[] }[] {
  return sayings.flatMap(({ value, label }) => {
    const titles = said.filter((each) => each.said === value).map(({ option }) => titleOf(option));
    return titles.length > 0 ? [{ answer: label, titles }] : [];
  });
}

/** What the chronology says of it: which options, what they said to each, and their words. */
export function adviceInWords({ outcome, way, legal, legalWhy, words, againOn, said }: Talk): string {
  const how = labelOf(waysOfAdvising, way);
  const again = againOn ? ` To be spoken of again on ${dayOfWeekInWords(againOn)}.` : '';
  const own = words.trim() === '' ? '' : `\n\n${words}`;
  if (outcome === 'not_wanted')
    return `Housing options: they would rather not speak of them. ${how}.${again}${own}`;
  const lines = byAnswer(said).map(({ answer, titles }) => `${answer}: ${titles.join('; ')}.`);
  const advice = `Independent legal advice: ${labelOf(legalAnswers, legal)}.${legalWhy && ` ${legalWhy}`}`;
  return `Housing options were gone through. ${how}.${again}\n${[...lines, advice].join('\n')}${own}`;
}
