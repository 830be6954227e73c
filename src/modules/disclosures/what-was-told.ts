import type { Typed } from '#kit/forms.ts';
import type { Words } from '#rules/pack.ts';
import { typedChildren } from './child-rows.ts';
import { childrenOf } from './children.ts';
import { suggestsHonour } from './honour.ts';
import { question, saidOf } from './questions/all.ts';
import { inWords } from './questions/question.ts';
import type { Disclosure } from './store/rows.ts';

/** What was told of whom and of where, in a line each. */
export function whoAndWhere(disclosure: Disclosure, words: Words): readonly string[] {
  return (['personName', 'personAge', 'allegedName', 'address', 'whereKnown'] as const)
    .filter((name) => name !== 'whereKnown' || disclosure.address === '')
    .map((name) => [inWords(question(name).label, words), saidOf(disclosure, name)] as const)
    .filter(([, said]) => said !== '')
    .map(([label, said]) => `${label.replace(/[?]$/, '')}: ${said}`);
}

/** With what the form of triage begins: what is known from the disclosure. */
export function whatWasTold(disclosure: Disclosure): Typed {
  return {
    connection: disclosure.connection,
    person_age: disclosure.personAge,
    alleged_age: disclosure.allegedAge,
    happened: disclosure.happened,
    children: disclosure.children === 'not_asked' ? '' : disclosure.children,
    honour: suggestsHonour(disclosure, { honour: 'not_asked' }) ? 'yes' : disclosure.honour,
    ...typedChildren(childrenOf(disclosure)),
    described_as: disclosure.personName,
    safeguarding: disclosure.safeguardingToday.includes('child') ? 'refer_today' : '',
    adult_safeguarding: disclosure.safeguardingToday.includes('adult') ? 'refer_today' : '',
  };
}
