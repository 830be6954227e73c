type Plant = (table: string, given: Readonly<Record<string, unknown>>) => Promise<string>;

export interface MoveThings {
  readonly move: string;
  readonly homeOffer: string;
  readonly lesserDecision: string;
  readonly placeToAvoid: string;
  readonly homeAway: string;
}

/** A move with an offer that waits for a manager, where they must not be housed, and that they are away. */
export async function plantMove(plant: Plant, inCase: { readonly case_id: string }): Promise<MoveThings> {
  const move = await plant('home_move', { ...inCase, kind: 'transfer', bedrooms: 2 });
  const of = { ...inCase, move_id: move };
  await plant('home_move_step', { ...of, step: 'next', outcome: '' });
  const types = {
    held_type: 'assured_periodic',
    offered_type: 'starter',
    time_counts: 'no',
    security: 'lesser',
  };
  const homeOffer = await plant('home_offer', { ...of, ...types });
  const waits = { decision: null, decided_at: null, decided_by: null };
  const lesserDecision = await plant('home_offer_lesser', {
    ...{ ...inCase, ...waits, offer_id: homeOffer, legal: 'had' },
  });
  await plant('home_offer_answer', {
    ...{ ...inCase, offer_id: homeOffer, answer: 'refused_safety', counts: undefined },
  });
  const stands = { ended_at: null, ended_by: null };
  const placeToAvoid = await plant('place_to_avoid', { ...inCase, ...stands, kind: 'area', ended_why: '' });
  await plant('place_to_avoid', { ...inCase, kind: 'street', ended_at: '2026-11-18T09:01:00Z' });
  const homeAway = await plant('home_away', {
    ...{ ...inCase, ...stands, property_id: null, tenancy_id: null, whereabouts: 'refuge' },
    ...{ ended_how: null, ended_why: '' },
  });
  return { move, homeOffer, lesserDecision, placeToAvoid, homeAway };
}
