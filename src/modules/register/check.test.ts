import assert from 'node:assert/strict';
import test from 'node:test';
import { checkHome } from './check-homes.ts';
import { checkPerson } from './check-people.ts';
import { checkBatch } from './check-result.ts';
import { checkResident, checkTenancy } from './check-tenancies.ts';
import { type Header, readHeader } from './headers.ts';
import { problemsCsv } from './store/report.ts';

const today = Temporal.PlainDate.from('2026-11-18');

function header(line: string): Header {
  const read = readHeader(line.split(','));
  if ('problem' in read) throw new Error(read.problem);
  return read;
}
const people = header('reference,given_name,family_name,date_of_birth,phones');
const homes = header('reference,uprn,address_line_1,postcode');
const tenancies = header(
  'reference,home_reference,tenure,tenancy_type,started_on,ended_on,tenant_references',
);
const residents = header('home_reference,person_reference,from,to');

test('somebody with a phone that cannot be read is imported without it, and it is reported', () => {
  const { value, problems } = checkPerson(
    people,
    ['P1', 'Ada', 'Moss', '1/2/1980', '07700 900123;call mum'],
    today,
  );
  assert.deepEqual(value?.phones, ['+447700900123']);
  assert.deepEqual(problems, [
    { field: 'phones', problem: '1 of 2 cannot be read as a phone number', refused: false },
  ]);
});

test('a birthday that is still to come is left out', () => {
  const { value, problems } = checkPerson(people, ['P1', 'Ada', 'Moss', '2027-01-01', ''], today);
  assert.equal(value?.dateOfBirth, null);
  assert.equal(problems[0]?.refused, false);
});

test('a report never repeats what stands in a field', () => {
  const { problems } = checkPerson(people, ['P1', 'Ada', 'Moss', 'SECRET', 'SECRET'], today);
  assert.equal(problems.length, 2);
  assert.doesNotMatch(JSON.stringify(problems), /SECRET/);
});

test('a row with too few fields is refused', () => {
  const { value, problems } = checkHome(homes, ['H1', '1']);
  assert.equal(value, null);
  assert.match(problems[0]?.problem ?? '', /2 fields where the header has 4/);
});

test('a UPRN is text, and a spreadsheet that broke it is found out', () => {
  assert.equal(checkHome(homes, ['H1', '000012345678', '1 Mill Lane', 'EX1 2AB']).value?.uprn, '12345678');
  const broken = checkHome(homes, ['H1', '1.00023E+11', '1 Mill Lane', 'EX1 2AB']);
  assert.equal(broken.value?.uprn, null);
  assert.equal(broken.problems[0]?.field, 'uprn');
});

test('tenure and type are read as stored or as people write them', () => {
  const read = (tenure: string, type: string) =>
    checkTenancy(tenancies, ['T1', 'H1', tenure, type, '', '', 'P1;P2']).value;
  assert.equal(read('rented', 'assured_periodic')?.tenancyType, 'assured_periodic');
  assert.equal(read('Shared ownership', 'Assured, periodic')?.tenure, 'shared_ownership');
  assert.equal(read('mystery', '')?.tenure, 'not_known');
});

test('a tenancy whose end cannot be read is refused, never taken for one that runs', () => {
  assert.equal(checkTenancy(tenancies, ['T1', 'H1', '', '', '', 'last May', 'P1']).value, null);
  assert.equal(checkResident(residents, ['H1', 'P1', '2020-01-02', '2020-01-01']).value, null);
});

test('the same reference twice in one file: the second is refused and told where the first is', () => {
  const rows = [
    { line: 2, cells: ['P1', 'Ada', 'Moss', '', ''] },
    { line: 3, cells: ['P1', 'Eve', 'Moss', '', ''] },
  ];
  const batch = checkBatch(
    rows,
    (cells) => checkPerson(people, cells, today),
    (person) => person.reference,
    new Map(),
  );
  assert.equal(batch.good.length, 1);
  assert.match(batch.problems[0]?.problem ?? '', /line 2 already/);
});

test('no cell of the report can be taken for a formula', () => {
  const csv = problemsCsv([{ fileName: '=cmd()', line: 2, field: '+x', problem: '@y', refused: true }]);
  assert.match(csv, /'=cmd\(\),2,'\+x,'@y/);
});
