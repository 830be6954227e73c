import type { Callback } from '#kit/http/callbacks.ts';
import { hearOf } from '../store/hear.ts';

/** What the service for text messages tells us became of one. */
const text: Callback = {
  method: 'POST',
  path: '/callbacks/text',
  may: 'public.visit',
  records: ['message.delivered', 'message.failed'],
  async hear(saying, services) {
    const heard = services.carriers.text?.hear?.(saying);
    if (heard) await hearOf(services, 'text', heard);
  },
};

export const callbacks: readonly Callback[] = [text];
