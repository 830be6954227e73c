import assert from 'node:assert/strict';
import test from 'node:test';
import { readHeader, separatorOf } from './headers.ts';

function kindOf(...cells: readonly string[]): string {
  const header = readHeader(cells);
  return 'problem' in header ? header.problem : header.kind;
}

test('each of the four files is known by its header row', () => {
  assert.equal(kindOf('reference', 'uprn', 'address_line_1', 'postcode', 'local_authority'), 'homes');
  assert.equal(kindOf('reference', 'given_name', 'family_name', 'date_of_birth', 'phones'), 'people');
  assert.equal(
    kindOf('reference', 'home_reference', 'tenure', 'tenancy_type', 'tenant_references'),
    'tenancies',
  );
  assert.equal(kindOf('home_reference', 'person_reference', 'relation', 'from', 'to'), 'residents');
});

test('the order of columns, capitals and the words of other systems make no difference', () => {
  assert.equal(kindOf('Surname', 'First Name', 'DOB', 'Ref'), 'people');
  assert.equal(kindOf('Post Code', 'Address Line 1', 'Reference'), 'homes');
});

test('a file without a needed column is refused, and told which one', () => {
  assert.match(kindOf('given_name', 'family_name'), /people, but it has no column reference/);
  assert.match(kindOf('colour', 'size'), /No row .* names the columns/);
});

test('commas, semicolons and tabs are told apart, also where a heading holds a comma', () => {
  assert.equal(separatorOf('reference,postcode'), ',');
  assert.equal(separatorOf('reference;"address, first line";postcode'), ';');
  assert.equal(separatorOf('reference\tpostcode'), '\t');
});
