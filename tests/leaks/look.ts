import type { Route } from '#kit/http/route.ts';
import { may } from '#rules/may.ts';
import { type Address, addressesOf, searchesOf } from './addresses.ts';
import { difference, type Finding, label } from './findings.ts';
import { type Answer, type Likeness, likeness, type Walker } from './visit.ts';
import type { Visitor, World } from './world.ts';

/** One question, and what came back. */
export interface Looked {
  readonly address: Address;
  readonly visitor: Visitor;
  readonly answer: Answer;
  readonly alike: Likeness;
  /** The answer to the same question about what does not exist; null where this visitor may know that it does. */
  readonly twin: Likeness | null;
}

export interface Looking {
  /** Is each question also asked about what does not exist? */
  readonly twins: boolean;
  /** Is handed each answer as it comes: pages are large, and thousands of them are not kept. */
  readonly see: (looked: Looked) => void;
}

/** Every visitor looks at every page that can be asked for, at the same time as the others. */
export async function look(
  world: World,
  routes: readonly Route[],
  walkers: readonly Walker[],
  looking: Looking,
): Promise<void> {
  const pages = routes.map((route) => ({
    route,
    addresses: route.method === 'GET' ? addressesOf(route, world) : searchesOf(route, world),
  }));
  await Promise.all(
    walkers.map(async (each) => {
      const absent = new Map<string, Promise<Likeness>>();
      for (const { route, addresses } of pages) await lookAt(each, route, addresses, absent, looking);
    }),
  );
}

async function lookAt(
  walker: Walker,
  route: Route,
  addresses: readonly Address[],
  absent: Map<string, Promise<Likeness>>,
  { twins, see }: Looking,
): Promise<void> {
  const { visitor } = walker;
  const atTheDoor = !may(visitor.roles, route.may).allowed;
  const refused = new Set<string>();
  for (const address of addresses) {
    const [path = ''] = address.url.split('?');
    // Sent away from a path: to ask there in other words would be answered before they are read.
    if (refused.has(path)) continue;
    const answer = await ask(walker, address.url, address.sent);
    const alike = likeness(answer);
    const twin = !twins || mayTell(address, visitor) ? null : await once(absent, walker, address);
    see({ address, visitor, answer, alike, twin });
    if (!answer.sentAway) continue;
    // Of no role that may, and told the same of what is there and of what is not: nothing was looked for.
    const nothingTold = !twins || !address.twin || (twin && difference(alike, twin) === null);
    if (atTheDoor && nothingTold) return;
    refused.add(path);
  }
}

function ask({ get, post }: Walker, url: string, sent: Address['sent']): Promise<Answer> {
  return sent ? post(url, sent) : get(url);
}

function once(made: Map<string, Promise<Likeness>>, walker: Walker, address: Address): Promise<Likeness> {
  const { sent, twin } = address;
  const key = question({ url: twin?.url ?? '', sent });
  const answer = made.get(key) ?? ask(walker, twin?.url ?? '', sent).then(likeness);
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
export function twins({ address, visitor, alike, twin }: Looked): readonly Finding[] {
  const differs = twin && difference(alike, twin);
  if (!differs) return [];
  const leak = `${question(address)} (${address.twin?.scope}) differs from what does not exist: ${differs}`;
  return [{ route: label(address.route), who: visitor.name, leak }];
}

/** What everybody was answered before there was a secret. */
export interface Memory {
  keep(looked: Looked): void;
  /** Counts, lists and pages that changed for somebody when a secret came into the world. */
  changes(looked: Looked): readonly Finding[];
}

export function memory(): Memory {
  const earlier = new Map<string, Likeness>();
  // Most refusals are alike: each is kept once.
  const kept = new Map<string, Likeness>();
  const key = ({ address, visitor }: Looked) => `${visitor.name} ${question(address)}`;
  return {
    keep(looked) {
      const { alike } = looked;
      if (!kept.has(alike.text)) kept.set(alike.text, alike);
      earlier.set(key(looked), kept.get(alike.text) ?? alike);
    },
    changes(looked) {
      const { address, visitor, alike } = looked;
      const was = earlier.get(key(looked));
      const differs = was && difference(alike, was);
      if (!differs) return [];
      const leak = `${question(address)} changed when a secret was planted: ${differs}`;
      return [{ route: label(address.route), who: visitor.name, leak }];
    },
  };
}
