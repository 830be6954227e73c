import type { Against } from '#rules/gate.ts';
import { noLongerAgreed } from '#rules/no-longer-agreed.ts';
import type { CaseModel } from './views/model.ts';

/** Why the visit or call that is next is not agreed any more; nothing where it is, is over, or none is planned. */
export function nextNoLonger({ file, agreed, now, calendar }: CaseModel): readonly Against[] {
  const { nextPlanned, closedAt } = file;
  if (nextPlanned === null || closedAt !== null) return [];
  if (Temporal.Instant.compare(nextPlanned.endsAt, now) < 0) return [];
  return noLongerAgreed(agreed, nextPlanned, calendar);
}
