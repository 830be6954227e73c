import { heldUp } from '#kit/carrier.ts';
import type { Job } from '#kit/jobs.ts';
import type { Services } from '#kit/services.ts';
import type { OrganisationId } from '#rules/facts.ts';
import { asking } from './jobs/asking.ts';
import { collecting } from './jobs/collecting.ts';
import { asTheProgram, type InOffice } from './jobs/in-office.ts';
import { testing } from './jobs/testing-services.ts';
import { lookAt, type ToCarry } from './store/look.ts';
import { postponeDue, takeDue } from './store/rows.ts';
import { giveUpTaken, settle } from './store/settle.ts';

/** So many of one run: however much waits, other landlords have their turn. */
const most = 200;
/** Longer than this after it was decided, a message is not sent any more: it is decided anew. */
const promptly = Temporal.Duration.from({ seconds: 30 });

/** Looks at what waits to be sent, and sends what may leave at that very moment. */
const sending: Job = {
  name: 'messages',
  every: Temporal.Duration.from({ seconds: 5 }),
  async run(services, organisation) {
    const inOffice = asTheProgram(services, organisation);
    await inOffice(giveUpTaken);
    for (let done = 0; done < most; done += 1) if (!(await sendNext(services, organisation))) return;
  },
};

/** @returns whether there was one */
async function sendNext(services: Services, organisation: OrganisationId): Promise<boolean> {
  const inOffice = asTheProgram(services, organisation);
  try {
    const next = await inOffice(async (tx, office) => {
      const message = await takeDue(tx, organisation, office.now);
      return message && { taken: await lookAt(tx, office, message, services.carriers) };
    });
    if (next?.taken) await carry(services, inOffice, next.taken);
    return next !== null;
  } catch (thrown) {
    // One that cannot be looked at holds up no other.
    await inOffice((tx, office) => postponeDue(tx, organisation, office.now));
    throw thrown;
  }
}

async function carry(
  services: Services,
  inOffice: InOffice,
  { message, parcel, decidedAt }: ToCarry,
): Promise<void> {
  const { now, carriers } = services;
  const carrier = message.channel === 'post' ? undefined : carriers[message.channel];
  // Whoever was held up on the way, by a line or a machine that slept, may not act upon what was decided before.
  const inTime = () => Temporal.Duration.compare(now().since(decidedAt), promptly) <= 0;
  const carried = carrier && inTime() ? await carrier.carry(parcel, inTime) : heldUp;
  await inOffice((tx, office) => settle(tx, office, message, carried, carrier?.name ?? ''));
}

export const jobs: readonly Job[] = [sending, asking, testing, collecting];
