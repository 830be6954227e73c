import { offerSupport, recordStep } from '#modules/support/index.ts';
import { today } from '#rules/calendar.ts';
import type { Acts, InCase } from './acting.ts';

export const supportActs: Acts<
  'offer' | 'approve-support' | 'order-support' | 'deliver-support' | 'hear-of-support'
> = {
  async offer({ acting: { tx, office }, caseId, before }, { kind, what, answer, ownWords }) {
    const way = 'phone';
    const offer = { caseId, kind, what, answer, ownWords, way, offeredOn: today(office) };
    const offerId = await offerSupport(tx, office, offer);
    return { offerIds: [...(before.offerIds ?? []), offerId] };
  },
  async 'approve-support'(here, { nth, pence }) {
    await done(here, nth, { step: 'approved', pence });
    return undefined;
  },
  async 'order-support'(here, { nth, whom }) {
    // Whoever it is, the person rings them: nobody of us has told them anything.
    await done(here, nth, { step: 'ordered', whom, way: 'themselves' });
    return undefined;
  },
  async 'deliver-support'(here, { nth }) {
    await done(here, nth, { step: 'delivered' });
    return undefined;
  },
  async 'hear-of-support'(here, { nth, words }) {
    await done(here, nth, { step: 'confirmed', way: 'phone', words });
    return undefined;
  },
};

type Done = Omit<Parameters<typeof recordStep>[2], 'caseId' | 'offerId' | 'happenedOn'>;

async function done(
  { acting: { tx, office }, caseId, before }: InCase,
  nth: number,
  step: Done,
): Promise<void> {
  const offerId = before.offerIds?.[nth];
  if (offerId) await recordStep(tx, office, { ...step, caseId, offerId, happenedOn: today(office) });
}
