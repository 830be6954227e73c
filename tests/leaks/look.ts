import type { Route } from '#kit/http/route.ts';
import { type Address, addressesOf } from './addresses.ts';
import { difference, type Finding, label } from './findings.ts';
import type { Answer, Walker } from './visit.ts';
import type { Visitor, World } from './world.ts';

/** One question, and what came back. */
export interface Looked {
  readonly address: Address;
  readonly visitor: Visitor;
  readonly answer: Answer;
  /** The answer to the same question about what does not exist; null where this visitor may know that it does. */
  readonly twin: Answer | null;
}

/** Every visitor looks at every page that can be asked for, at the same time as the others. */
export async function look(
  world: World,
  routes: readonly Route[],
  walkers: readonly Walker[],
): Promise<readonly Looked[]> {
  const pages = routes.filter((route) => route.method === 'GET').map((route) => addressesOf(route, world));
  const all = await Promise.all(walkers.map((each) => lookAs(each, pages)));
  return all.flat();
}

async function lookAs(
  { visitor, get }: Walker,
  pages: readonly (readonly Address[])[],
): Promise<readonly Looked[]> {
  const absent = new Map<string, Promise<Answer>>();
  const looked: Looked[] = [];
  for (const addresses of pages) {
    const refused = new Set<string>();
    for (const address of addresses) {
      const [path = ''] = address.url.split('?');
      // Sent away from a path: to ask there in other words would be answered before they are read.
      if (refused.has(path)) continue;
      const answer = await get(address.url);
      const twin = mayTell(address, visitor) ? null : await once(absent, address.twin?.url ?? '', get);
      looked.push({ address, visitor, answer, twin });
      if (answer.sentAway) refused.add(path);
    }
  }
  return looked;
}

function once(made: Map<string, Promise<Answer>>, url: string, get: Walker['get']): Promise<Answer> {
  const answer = made.get(url) ?? get(url);
  made.set(url, answer);
  return answer;
}

/** May this visitor see that what the address asks for exists? */
export function mayTell({ twin }: Address, visitor: Visitor): boolean {
  return !twin || visitor.sees.includes(twin.scope);
}

/** Answers by which somebody tells what exists from what does not. */
export function twins({ address, visitor, answer, twin }: Looked): readonly Finding[] {
  const differs = twin && difference(answer, twin);
  if (!differs) return [];
  const leak = `${address.url} (${address.twin?.scope}) differs from what does not exist: ${differs}`;
  return [{ route: label(address.route), who: visitor.name, leak }];
}

/** Counts, lists and pages that changed for somebody when a secret came into the world. */
export function changes(before: readonly Looked[], after: readonly Looked[]): readonly Finding[] {
  const key = ({ address, visitor }: Looked) => `${visitor.name} ${address.url}`;
  const earlier = new Map(before.map((looked) => [key(looked), looked.answer]));
  return after.flatMap((looked) => {
    const { address, visitor, answer } = looked;
    const was = earlier.get(key(looked));
    const differs = was && difference(answer, was);
    if (!differs) return [];
    const leak = `${address.url} changed when a secret was planted: ${differs}`;
    return [{ route: label(address.route), who: visitor.name, leak }];
  });
}
