import { z } from 'zod';
import type { Office } from '#kit/office.ts';
import { sql, type Tx } from '#kit/sql.ts';
import { wordsOfLanguage } from '#kit/telling-words.ts';
import type { Language } from '#rules/languages.ts';
import type { LintFacts } from '#rules/message-lint.ts';
import { ownWords } from '#rules/telling-words.ts';
import { ownWordsOf } from './words.ts';

/** What is known of a case, as far as a message must not tell it. */
export type OfCase = Pick<LintFacts, 'mayNameLandlord' | 'people' | 'numbers'>;

const ofNoCase: OfCase = { mayNameLandlord: false, people: [], numbers: [] };

const named = z.object({ name: z.string(), callBack: z.string() });

/** The facts of the lint, but for the words of a language. */
export type Facts = Omit<LintFacts, 'words'> & { readonly own: readonly string[] };

/** What a message of this landlord must not tell, of no case in particular unless one is given. */
export async function lintFactsOf(
  tx: Tx,
  { organisation, pack }: Pick<Office, 'organisation' | 'pack'>,
  ofCase: OfCase = ofNoCase,
): Promise<Facts> {
  const [own, { name, callBack }] = await Promise.all([
    ownWordsOf(tx, organisation),
    tx.one(
      named,
      // A number that has become somebody’s is ours no longer: nothing that gives it may leave.
      sql`select o.name, coalesce((select m.call_back from message_sender m
        where m.organisation_id = o.organisation_id and m.ended_at is null
          and not lintel.somebodys_number(m.organisation_id, m.call_back)), '') as "callBack"
      from organisation o where o.organisation_id = ${organisation}`,
    ),
  ]);
  const landlord = [name, pack.publisher, ...(pack.knownAs ?? [])];
  return { ...ofCase, callBack, landlord, own: own.map(({ word }) => word) };
}

/** With the words of the language in which something is written. */
export function inLanguage({ own, ...facts }: Facts, language: Language): LintFacts {
  return { ...facts, words: [...wordsOfLanguage(language), ownWords(own)] };
}
