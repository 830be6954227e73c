import type { DisclosureValue } from '#modules/disclosures/index.ts';
import { handOn, keepAnswer, keepTry, lettingsFor } from '#modules/new-customers/index.ts';
import { dateInWords } from '#rules/moment.ts';
import type { SystemAction } from '../script/system-actions.ts';
import type { Acting, Progress } from './acting.ts';

/** They are asked, alone; or why not. */
export async function asksAtLetting(
  acting: Acting,
  { reference, comes }: Extract<SystemAction, { does: 'ask-at-letting' }>,
): Promise<void> {
  const { tx, office } = acting;
  const letting = await lettingOf(acting, reference);
  if (comes === 'yes' || comes === 'no' || comes === 'rather_not')
    await keepAnswer(tx, office, letting, { answer: comes, withInterpreter: false });
  else await keepTry(tx, office, letting.id, comes);
}

/** What they want handed on. */
export async function handsOn(
  acting: Acting,
  reference: string,
  { routeDetails, ...told }: DisclosureValue,
): Promise<Partial<Progress>> {
  const { tx, office } = acting;
  const letting = await lettingOf(acting, reference);
  const value = { ...told, routeDetails: { ...routeDetails, moves_in: dateInWords(letting.movesInOn) } };
  const received = await handOn(tx, office, letting, { value, withInterpreter: false });
  if (!received) throw new Error(`${reference} was handed on before`);
  return { disclosureId: received.id };
}

async function lettingOf({ tx, office }: Acting, reference: string) {
  const letting = (await lettingsFor(tx, office)).find((each) => each.reference === reference);
  if (!letting) throw new Error(`Nobody told of the letting ${reference}`);
  return letting;
}
