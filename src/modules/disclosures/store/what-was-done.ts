import type { Tx } from '#kit/sql.ts';
import type { DisclosureId, OrganisationId } from '#rules/facts.ts';
import { type HandoverOnFile, handoversOf } from './handovers.ts';
import { type Triage, triagesOf } from './read.ts';
import { type ToldContactOnFile, toldContactsOf } from './told-contacts.ts';

/** What became of what was told: what was decided, to whom it was handed over, and who reached the person. */
export interface WhatWasDone {
  readonly triages: readonly Triage[];
  readonly handovers: readonly HandoverOnFile[];
  readonly told: readonly ToldContactOnFile[];
}

export async function whatWasDone(
  tx: Tx,
  organisation: OrganisationId,
  disclosureId: DisclosureId,
): Promise<WhatWasDone> {
  const [triages, handovers, told] = await Promise.all([
    triagesOf(tx, organisation, disclosureId),
    handoversOf(tx, organisation, disclosureId),
    toldContactsOf(tx, organisation, disclosureId),
  ]);
  return { triages, handovers, told };
}
