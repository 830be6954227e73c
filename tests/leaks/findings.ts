import type { Route } from '#kit/http/route.ts';
import { subject } from '../words/subject.ts';
import { referencesIn, secretsIn } from './secrets.ts';
import { typedIntoAddresses } from './typed.ts';
import type { Answer, Likeness } from './visit.ts';
import type { Visitor } from './world.ts';

/** One way in which a route told somebody what they may not know. */
export interface Finding {
  readonly route: string;
  readonly who: string;
  readonly leak: string;
}

export const label = (route: Pick<Route, 'method' | 'path'>) => `${route.method} ${route.path}`;

/** What one answer tells that it must not: to this visitor, or to whoever reads along. */
export function toldBy(route: Route, visitor: Visitor, url: string, answer: Answer): readonly Finding[] {
  const leaks: string[] = [];
  if (answer.status >= 500) leaks.push(`${url} broke with ${answer.status}: nobody knows what it would tell`);
  if (answer.status === 429) leaks.push(`${url} was not walked: too many requests`);
  for (const { scope, place } of [...secretsIn(answer.body), ...referencesIn(answer.body)])
    if (!visitor.sees.includes(scope)) leaks.push(`${scope} ${place} in the body of ${url}`);
  for (const { scope, place } of referencesIn(answer.around))
    if (!visitor.sees.includes(scope)) leaks.push(`${scope} ${place} around ${url}`);
  for (const { scope, place } of secretsIn(answer.around)) leaks.push(`${scope} ${place} around ${url}`);
  const passing = seenInPassing(answer.body);
  for (const { scope, place } of secretsIn(passing))
    leaks.push(`${scope} ${place} in a title or an address on ${url}`);
  const named = subject.exec(passing);
  if (named) leaks.push(`“${named[0]}” in a title or an address on ${url}`);
  for (const field of typedIntoAddresses(answer.body))
    leaks.push(`what is typed into “${field}” on ${url} would stand in an address`);
  return leaks.map((leak) => ({ route: label(route), who: visitor.name, leak }));
}

/** Titles, and addresses that a browser keeps: over a shoulder, in a history. */
function seenInPassing(body: string): string {
  const title = /<title>([^<]*)<\/title>/.exec(body)?.[1] ?? '';
  const links = [...body.matchAll(/\s(?:href|action|src|formaction)="([^"]*)"/g)].map(
    ([, link]) => link ?? '',
  );
  const ours = links.filter((link) => !/^https?:/.test(link)).map((link) => decodeURIComponent(link));
  return [title, ...ours].join('\n');
}

/** Where two answers that should be alike first differ. */
export function difference(one: Likeness, other: Likeness): string | null {
  if (one.text === other.text) return null;
  if (one.status !== other.status) return `status ${one.status} instead of ${other.status}`;
  const [ours, theirs] = [one.text.split('\n'), other.text.split('\n')];
  const at = ours.findIndex((line, index) => line !== theirs[index]);
  const [line = '', wanted = ''] = [ours[at], theirs[at]];
  const from = Math.max(0, [...line].findIndex((letter, index) => letter !== wanted[index]) - 60);
  return `“${line.slice(from, from + 160)}” instead of “${wanted.slice(from, from + 160)}”`;
}
