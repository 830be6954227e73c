import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Fault } from './http/errors.ts';
import { turns } from './turns.ts';

test('so many have their turn at once, so many wait for it in the order in which they came, and no more', async () => {
  const { take } = turns({ atOnce: 2, waiting: 2 });
  const came: string[] = [];
  const asks = (name: string) =>
    take().then((end) => {
      came.push(name);
      return end;
    });
  const [first, second] = [asks('first'), asks('second')];
  const [third, fourth] = [asks('third'), asks('fourth')];
  await assert.rejects(asks('fifth'), (error) => error instanceof Fault && error.code === 'too-many');
  const ends = await Promise.all([first, second]);
  assert.deepEqual(came, ['first', 'second']);
  ends[0]();
  ends[0]();
  const end = await third;
  assert.deepEqual(came, ['first', 'second', 'third'], 'a turn that ends twice makes place for one');
  end();
  await fourth;
  assert.deepEqual(came, ['first', 'second', 'third', 'fourth']);
});
