import { insist, notFound } from '#kit/http/errors.ts';
import type { Office } from '#kit/office.ts';
import type { Tx } from '#kit/sql.ts';
import { openFile } from '#modules/case-file/index.ts';
import type { CaseId } from '#rules/facts.ts';
import { moveIsOver } from '../course.ts';
import { notNow } from '../deciding.ts';
import { type Move, movesOf, type Offer } from './rows.ts';

/** A move of a case that is behind no wall; throws `not-found` otherwise. */
export async function loadMove(tx: Tx, office: Office, caseId: CaseId, moveId: string) {
  const [file, moves] = await Promise.all([
    openFile(tx, office.organisation, caseId),
    movesOf(tx, office.organisation, caseId),
  ]);
  const move = moves.find(({ id }) => id === moveId);
  if (!file || !move) throw notFound();
  return { file, move };
}

export interface OneOffer {
  readonly move: Move;
  readonly offer: Offer;
}

export async function loadOffer(tx: Tx, office: Office, caseId: CaseId, offerId: string) {
  const [file, moves] = await Promise.all([
    openFile(tx, office.organisation, caseId),
    movesOf(tx, office.organisation, caseId),
  ]);
  if (!file) throw notFound();
  return { file, ...offerIn(moves, offerId) };
}

/** Throws `not-found` where there is none. */
export function offerIn(moves: readonly Move[], offerId: string): OneOffer {
  for (const move of moves) {
    const offer = move.offers.find(({ id }) => id === offerId);
    if (offer) return { move, offer };
  }
  throw notFound();
}

export function goesOn(move: Pick<Move, 'steps'>): void {
  if (moveIsOver(move)) insist(notNow('This move is over. Begin another one where they wish to move.'));
}
