import { z } from 'zod';
import { askAlone } from '#kit/alone.ts';
import type { ApiRoute } from '#kit/http/api.ts';
import { moveAnswered } from '../answers.ts';
import { moveAsked } from '../questions.ts';
import { askHolds } from '../store/ask.ts';
import { askMove, asLateAsAny, keepingMove } from '../store/move-checks.ts';
import { alone, insistOnToken, read } from './token.ts';

/** May a home be offered to a household? One question, kept before its answer leaves, and each after as long. */
export const moveCheck: ApiRoute = {
  method: 'POST',
  path: '/api/v1/move-checks',
  may: 'holds.ask',
  records: { nothing: 'Who asked what, when and what they were told is kept before the answer leaves.' },
  async handle(asked) {
    const question = read(moveAsked, asked.body);
    const { services, now: at } = asked;
    const late = asLateAsAny();
    const { token } = await insistOnToken(asked, 'one', 'move', (each) =>
      askHolds(alone(asked), each, 'move', [], at),
    );
    const { organisation, system } = token;
    const found = await askMove(alone(asked), { organisation, system, ...question, at });
    await askAlone(services.db, z.unknown(), keepingMove(found).statement);
    await late;
    return { json: moveAnswered(found.told) };
  },
};
