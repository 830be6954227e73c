import type { Carrier } from '#kit/carrier.ts';
import type { Job } from '#kit/jobs.ts';
import type { Said } from '../asking.ts';
import { settleAsked, type ToAsk, takeToAsk } from '../store/ask.ts';
import { asTheProgram } from './in-office.ts';

/** So many of one run: however many there are, other landlords have their turn. */
const most = 100;

/** Asks the services what became of what they took, and whether they have what may have left. */
export const asking: Job = {
  name: 'message-states',
  every: Temporal.Duration.from({ seconds: 15 }),
  async run(services, organisation) {
    const inOffice = asTheProgram(services, organisation);
    for (let done = 0; done < most; done += 1) {
      const next = await inOffice((tx, office) => takeToAsk(tx, office));
      if (next === null) return;
      const carrier = next.channel === 'post' ? undefined : services.carriers[next.channel];
      const said = carrier ? await ask(carrier, next) : null;
      await inOffice((tx, office) => settleAsked(tx, office, next, said));
    }
  },
};

/** What the service answers; null: it cannot be asked. */
async function ask(carrier: Carrier, { id, carrierId, state }: ToAsk): Promise<Said> {
  const known = state === 'sent' && carrierId !== '';
  if (known) return carrier.stateOf ? carrier.stateOf(carrierId) : null;
  return carrier.find ? carrier.find(id) : null;
}
