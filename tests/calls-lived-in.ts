import assert from 'node:assert/strict';
import type { Colleague } from './policy/office.ts';
import { findsOnBoard, writesDown } from './policy/steps.ts';

/** A neighbour was promised a call this afternoon. @returns its id */
export async function aPromisedCall(worker: Colleague): Promise<string> {
  const { reference } = await writesDown(worker, {
    ...{ told_by: 'neighbour', verbatim: 'I hear her cry through the wall.', 'ring-time': '4pm' },
  });
  const { body } = await worker.get(await findsOnBoard(worker, reference));
  const call = /href="\/calls\/([0-9a-f-]{36})"/.exec(body)?.[1];
  assert.ok(call, 'the page of what was told leads to the call');
  return call;
}
