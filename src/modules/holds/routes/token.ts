import type { z } from 'zod';
import { askAlone } from '#kit/alone.ts';
import type { ApiAsked } from '#kit/http/api.ts';
import { Problem } from '#kit/http/problems.ts';
import { type Question, wrongIn } from '../questions.ts';
import { type Ask, type Asking, askHolds } from '../store/ask.ts';
import { isProven, prove } from '../store/proven.ts';
import { readToken, type Token } from '../store/token.ts';

/** Of one system, within a minute. */
const atMost = { one: 60_000, many: 120, list: 2 } as const;
/** Of one address, with tokens that are none. */
const wrongTokens = 600;

/** Each statement by itself: nothing to begin, nothing to commit. */
export function alone({ services }: Pick<ApiAsked, 'services'>): Ask {
  return (row, query) => askAlone(services.db, row, query);
}

export function read<T>(schema: z.ZodType<T>, sent: unknown): T {
  const result = schema.safeParse(sent ?? {});
  if (!result.success) throw new Problem('wrong-request', wrongIn(result.error));
  return result.data;
}

/**
 * Counts it against the system before anything is looked up about anybody, or against the address where the token is
 * none: all one answer. A token that was found before is counted without looking for it first; whether it still stands
 * is asked with the question itself.
 */
export async function insistOnToken(
  asked: ApiAsked,
  how: keyof typeof atMost,
  question: Question,
  ask: (token: Token) => Promise<Asking | null>,
): Promise<Asking & { readonly token: Token }> {
  const token = readToken(asked.bearer);
  if (!token) return refuse(asked);
  const bound = () => asked.bound(`${how} ${token.system}`, atMost[how]);
  const proven = isProven(token);
  // What asks about one alone costs as much as to look for its token.
  if (!proven && how !== 'one' && !(await stands(asked, token, question))) return refuse(asked);
  if (proven || how !== 'one') await bound();
  const asking = await ask(token);
  if (!asking) return refuse(asked);
  if (!proven && how === 'one') {
    prove(token);
    await bound();
  }
  if (asking.facts === null) throw new Problem('not-for-this-token');
  return { ...asking, token };
}

async function refuse(asked: ApiAsked): Promise<never> {
  await asked.bound(`address ${asked.address}`, wrongTokens);
  throw new Problem('no-token');
}

async function stands(asked: ApiAsked, token: Token, question: Question): Promise<boolean> {
  const by = question === 'list' ? 'tenancy' : question;
  const found = (await askHolds(alone(asked), token, by, [], asked.now)) !== null;
  if (found) prove(token);
  return found;
}
