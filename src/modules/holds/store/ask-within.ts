import { Problem } from '#kit/http/problems.ts';
import type { Tx } from '#kit/sql.ts';
import { answerFor, codes } from '../answers.ts';
import type { AskedBy } from '../questions.ts';
import { askHolds } from './ask.ts';
import { keeping } from './keep-asked.ts';
import { readToken } from './token.ts';

/** What a system asks about many, within a transaction: for the demonstration, whose systems are invented. */
export async function askWithin(
  tx: Tx,
  token: string,
  { by, references, now }: { by: AskedBy; references: readonly string[]; now: Temporal.Instant },
): Promise<void> {
  const read = readToken(token);
  if (read === null) throw new Problem('no-token');
  const asking = await askHolds((row, query) => tx.rows(row, query), read, by, references, now);
  if (!asking?.facts) throw new Problem('no-token');
  const { contacts } = asking;
  const told = asking.facts.map((facts) => codes[answerFor(facts, contacts, now)]);
  const { organisation, system } = read;
  await tx.run(keeping([{ organisation, system, at: now, question: by, contacts, asked: references, told }]));
}
