import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { StaffId } from '#rules/facts.ts';
import { addressProblem } from './work-address.ts';

const [ada, bram] = ['ada', 'bram'] as unknown as readonly [StaffId, StaffId];
const domains = [{ agency: 'Exampleton Idva Service', domain: 'idva.example', addedBy: ada }];
const problem = (address: string, agency = 'exampleton  IDVA service', by = bram) =>
  addressProblem(address, agency, domains, by);

test('a link goes to a work address of that agency alone, on record by somebody else than whoever sends', () => {
  assert.equal(problem('jo@idva.example'), '');
  assert.match(problem('jo@idva.example', 'Exampleshire Police'), /not a domain on record for this agency/);
  assert.match(problem('jo@idva.example', undefined, ada), /You wrote down that domain yourself/);
  assert.match(problem('jo@other.example'), /not a domain on record/);
  assert.match(problem('jo@sub.idva.example'), /not a domain on record/, 'another domain is another');
  assert.match(problem('jo@gmail.com'), /Anybody can have a mailbox there/);
  for (const none of [
    '',
    'jo',
    'jo@',
    '@idva.example',
    'jo@idva',
    'a b@idva.example',
    'jo@idva.example, x@y.example',
  ])
    assert.match(problem(none), /Enter their work address/);
});
