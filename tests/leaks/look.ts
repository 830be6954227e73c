import type { Route } from '#kit/http/route.ts';
import { type Address, addressesOf, searchesOf } from './addresses.ts';
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
  const pages = routes.map((route) =>
    route.method === 'GET' ? addressesOf(route, world) : searchesOf(route, world),
  );
  const all = await Promise.all(walkers.map((each) => lookAs(each, pages)));
  return all.flat();
}

async function lookAs(walker: Walker, pages: readonly (readonly Address[])[]): Promise<readonly Looked[]> {
  const { visitor } = walker;
  const absent = new Map<string, Promise<Answer>>();
  const looked: Looked[] = [];
  for (const addresses of pages) {
    const refused = new Set<string>();
    for (const address of addresses) {
      const [path = ''] = address.url.split('?');
      // Sent away from a path: to ask there in other words would be answered before they are read.
      if (refused.has(path)) continue;
      const answer = await ask(walker, address.url, address.sent);
      const twin = mayTell(address, visitor) ? null : await once(absent, walker, address);
      looked.push({ address, visitor, answer, twin });
      if (answer.sentAway) refused.add(path);
    }
  }
  return looked;
}

function ask({ get, post }: Walker, url: string, sent: Address['sent']): Promise<Answer> {
  return sent ? post(url, sent) : get(url);
}

function once(made: Map<string, Promise<Answer>>, walker: Walker, address: Address): Promise<Answer> {
  const { sent, twin } = address;
  const key = question({ url: twin?.url ?? '', sent });
  const answer = made.get(key) ?? ask(walker, twin?.url ?? '', sent);
  made.set(key, answer);
  return answer;
}

/** What is asked, as words. */
function question({ url, sent = [] }: { readonly url: string; readonly sent?: Address['sent'] }): string {
  return [url, ...sent.map(([name, value]) => `${name}: ${value}`)].join(' with ');
}

/** May this visitor see that what the address asks for exists? */
export function mayTell({ twin }: Address, visitor: Visitor): boolean {
  return !twin || visitor.sees.includes(twin.scope);
}

/** Answers by which somebody tells what exists from what does not. */
export function twins({ address, visitor, answer, twin }: Looked): readonly Finding[] {
  const differs = twin && difference(answer, twin);
  if (!differs) return [];
  const leak = `${question(address)} (${address.twin?.scope}) differs from what does not exist: ${differs}`;
  return [{ route: label(address.route), who: visitor.name, leak }];
}

/** Counts, lists and pages that changed for somebody when a secret came into the world. */
export function changes(before: readonly Looked[], after: readonly Looked[]): readonly Finding[] {
  const key = ({ address, visitor }: Looked) => `${visitor.name} ${question(address)}`;
  const earlier = new Map(before.map((looked) => [key(looked), looked.answer]));
  return after.flatMap((looked) => {
    const { address, visitor, answer } = looked;
    const was = earlier.get(key(looked));
    const differs = was && difference(answer, was);
    if (!differs) return [];
    const leak = `${question(address)} changed when a secret was planted: ${differs}`;
    return [{ route: label(address.route), who: visitor.name, leak }];
  });
}
