import assert from 'node:assert/strict';
import { test } from 'node:test';
import { samePlace } from './same-place.ts';

test('one number is one place, however it is written and whatever its way is called', () => {
  const first = { over: 'first', to: '07700 900123' };
  assert.ok(samePlace('text', first, { over: 'w', to: '+44 (0)7700 900 123' }));
  assert.ok(
    !samePlace('text', first, { over: 'first', to: '07700 900456' }),
    'the way has another number since',
  );
  assert.ok(
    samePlace('email', { over: 'w', to: 'Ren@example.test ' }, { over: 'v', to: 'ren@example.test' }),
  );
  assert.ok(
    samePlace('post', { over: 'w', to: '9 Quay Row,\nOtherton' }, { over: 'v', to: '9 quay row Otherton' }),
  );
});

test('where it is not known where one of them went, the way says', () => {
  assert.ok(samePlace('post', { over: 'first', to: '' }, { over: 'first', to: '1 Mill Lane' }));
  assert.ok(!samePlace('post', { over: 'w', to: '' }, { over: 'first', to: '1 Mill Lane' }));
});
