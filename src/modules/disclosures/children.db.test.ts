import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decide, newCase, office, rows } from './triage.fixture.ts';

const two = [
  { name: 'Mia', age: '12 March 2019', school: 'St Mary’s' },
  { name: 'first child', age: 'about 4', school: '' },
];
const inCase = `select described_as as name, age, born_on::text as born, school from case_person
  where part = 'child_victim' order by described_as desc`;

test('children who were told of are people in the case, with what is known of each, and typed once', async (t) => {
  const { site, colleague, receive } = await office(t);
  const worker = await colleague(['da_worker']);
  const { id } = await receive({ children: 'yes', childrenTold: two, childrenDetails: 'Tom 9\nThey hide.' });
  const page = (await worker.get(`/disclosures/${id}`)).body;
  assert.match(page, /Mia, born 12 March 2019, St Mary(?:’|&#39;)s/);
  const form = (await worker.get(`/disclosures/${id}/triage`)).body;
  for (const value of ['Mia', '12 March 2019', 'first child', 'about 4', 'Tom'])
    assert.match(
      form,
      new RegExp(`name="child_\\d_[a-z]+"[^>]*value="${value}"|value="${value}"[^>]*name="child_`),
    );
  await decide(worker, id, { ...newCase, children: 'yes', safeguarding: 'refer_today' });
  assert.deepEqual(await rows(site, inCase), [
    { name: 'first child', age: 'about 4', born: null, school: '' },
    { name: 'Tom', age: '9', born: null, school: '' },
    { name: 'Mia', age: '12 March 2019', born: '2019-03-12', school: 'St Mary’s' },
  ]);
  const [referral] = await rows(site, 'select about from safeguarding_referral');
  assert.equal(referral?.about, 'Mia, born 12 March 2019, St Mary’s; first child, about 4; Tom, 9');
  const told = await rows(site, "select words from case_entry where words like '%Child: Mia, born%'");
  assert.equal(told.length, 1, 'the chronology says so');
  assert.match(told[0]?.words ?? '', /They hide\./, 'what was said besides is there too');
});

test('what is corrected at triage is what the case knows; a wrong birth date keeps what was typed', async (t) => {
  const { site, colleague, receive } = await office(t);
  const worker = await colleague(['da_worker']);
  const { id } = await receive({ children: 'yes', childrenTold: two });
  const known = {
    ...newCase,
    ...{ children: 'yes', children_asked: 'yes', safeguarding: 'refer_today' },
    ...{ child_1_name: 'Mia', child_1_age: '31/2/2019', child_1_school: 'Elm Primary' },
  };
  const wrong = await decide(worker, id, known);
  assert.equal(wrong.statusCode, 422);
  assert.match(wrong.body, /Enter a real date, or an age such as 4/);
  assert.match(wrong.body, /Elm Primary/);
  const none = await decide(worker, id, { ...known, child_1_age: '7', children: 'no' });
  assert.match(none.body, /A child is written down below/);
  await decide(worker, id, { ...known, child_1_age: '7' });
  assert.deepEqual(await rows(site, inCase), [{ name: 'Mia', age: '7', born: null, school: 'Elm Primary' }]);
  assert.equal(
    (await rows(site, "select from case_entry where words like '%as they are known%Mia, 7%'")).length,
    1,
  );
});

test('joined to a case, a child who is there already is nobody new', async (t) => {
  const { site, colleague, receive, person } = await office(t);
  const worker = await colleague(['da_worker']);
  const zelda = await person('Zelda', 'Quince');
  const first = await receive({ children: 'yes', childrenTold: two.slice(0, 1) });
  const answers = { children: 'yes', safeguarding: 'refer_today', person_id: zelda };
  const { headers } = await decide(worker, first.id, { ...newCase, ...answers });
  const second = await receive({
    children: 'yes',
    childrenTold: [{ name: 'mia', age: '', school: '' }, ...two.slice(1, 2)],
  });
  await decide(worker, second.id, {
    ...{ ...newCase, ...answers, outcome: 'existing_case' },
    case_id: String(headers.location).split('/').at(-1) ?? '',
  });
  assert.deepEqual(
    (await rows(site, inCase)).map(({ name }) => name),
    ['first child', 'Mia'],
  );
});
