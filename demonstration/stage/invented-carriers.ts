import type { Carriers } from '#kit/carrier.ts';
import { jobs } from '#modules/outgoing/index.ts';
import { goneMailbox } from '../script/messages.ts';
import type { Theatre } from './acting.ts';

/** What comes to a mailbox that is no more, until its postmaster says so. */
const cameBack = new WeakMap<Theatre['stories'], string[]>();

/** The program looks at messages as it does every few seconds; no service that is set up ever hears of these. */
export async function letMessagesGo({ services, organisation, stories }: Theatre): Promise<void> {
  const returned = cameBack.get(stories) ?? [];
  cameBack.set(stories, returned);
  const invented = { ...services, carriers: inventedCarriers(returned) };
  for (const job of jobs) await job.run(invented, organisation);
}

/** They take whatever they are handed and send it nowhere: a text arrives, and what goes to one mailbox comes back. */
function inventedCarriers(returned: string[]): Carriers {
  const name = 'invented for the demonstration';
  return {
    text: {
      ...{ name, close() {} },
      carry: async ({ id }) => ({ how: 'taken', carrierId: id }),
      stateOf: async () => ({ how: 'arrived' }),
    },
    email: {
      ...{ name, close() {} },
      async carry({ id, to }) {
        if (to === goneMailbox) returned.push(id);
        return { how: 'taken', carrierId: id };
      },
    },
    replies: {
      ...{ name, close() {} },
      async collect(_, keep) {
        for (const messageId of returned.splice(0))
          await keep({
            messageId,
            kind: 'bounce',
            gone: true,
            words: '5.1.1',
            source: `invented ${messageId}`,
          });
        return { how: 'collected', place: { validity: 'invented', uid: 0 } };
      },
    },
  };
}
