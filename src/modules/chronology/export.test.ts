import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Audience, audienceInWords, audienceOf, usualAudience } from './audience.ts';
import { selectFor } from './export.ts';
import { decisionFor } from './for-others.ts';
import { withholdings } from './withholding.ts';

const entry = (id: string, disclosableTo: readonly Audience[], correctsId: string | null = null) => ({
  id,
  disclosableTo,
  correctsId,
  heldBack: false,
});
const shown = (...of: Parameters<typeof selectFor>) => selectFor(...of).shown.map(({ id }) => id);

test('what others told us goes to nobody without asking; what somebody said of themselves is theirs', () => {
  for (const source of ['informant', 'police', 'agency', 'contractor', 'household', 'child'])
    assert.deepEqual(usualAudience(source), [], source);
  assert.deepEqual(usualAudience('person'), ['person', 'agencies']);
  assert.deepEqual(audienceOf([], 'police'), []);
  assert.deepEqual(audienceOf(['person'], 'police'), ['person'], 'somebody asked them');
  assert.deepEqual(audienceOf(['nobody'], 'person'), []);
  assert.equal(audienceInWords([]), 'Nobody without asking first');
});

test('each reader gets what may be shown to them, and the team gets everything', () => {
  const entries = [entry('hers', ['person']), entry('shared', ['person', 'agencies']), entry('told', [])];
  assert.deepEqual(shown('file', entries), ['hers', 'shared', 'told']);
  assert.deepEqual(shown('person', entries), ['hers', 'shared']);
  assert.deepEqual(shown('partner', entries), ['shared']);
  assert.deepEqual(shown('court', entries), ['shared']);
});

test('old words never go without what corrects them, however long the chain', () => {
  const entries = [
    entry('first', ['person']),
    entry('second', ['person'], 'first'),
    entry('third', [], 'second'),
    entry('other', ['person']),
  ];
  assert.deepEqual(shown('person', entries), ['other']);
  assert.deepEqual(
    selectFor('person', entries).leftOut.map(({ id }) => id),
    ['first', 'second', 'third'],
  );
});

test('for an agency or a court it leaves by a decision for them that stands, and by no other', () => {
  const gate = { open: true, on: 'consent', second: 'not_needed' } as const;
  const decided = { gate, recipient: 'The refuge: worker', what: '', why: '', entries: [], assessments: [] };
  const open = [
    { ...decided, id: 'refuge', court: false },
    { ...decided, id: 'court', court: true },
  ];
  const by = (purpose: 'file' | 'person' | 'partner' | 'court', recipient: string) =>
    decisionFor({ purpose, recipient }, open)?.id;
  assert.equal(by('partner', 'refuge'), 'refuge');
  assert.equal(by('court', 'court'), 'court');
  assert.equal(by('court', 'refuge'), undefined, 'decided for another');
  assert.equal(by('partner', 'The refuge: worker'), undefined, 'a name that somebody types is no decision');
  assert.equal(by('partner', ''), undefined);
  assert.equal(by('file', 'refuge'), undefined, 'for the team none is needed');
});

test('for a court, where people live, how they are reached and who may have told us stay behind', () => {
  const person = (id: string, part: 'at_risk' | 'witness' | 'alleged_perpetrator', describedAs: string) =>
    ({ id, part, describedAs, personId: null, endedAt: null }) as never;
  const facts = {
    people: [
      person('1', 'at_risk', 'Ines'),
      person('2', 'witness', 'Her neighbour Bettina Rook, at 3 Mill Lane'),
      person('3', 'alleged_perpetrator', 'Orson'),
    ],
    known: [],
    summaries: [],
    home: {
      addressLines: ['1 Mill Lane', 'Exampleton'],
      postcode: 'EX1 2AB',
      address: '1 Mill Lane, EX1 2AB',
    } as never,
    homes: [{ addressLines: ['9 Quay Row'], postcode: 'EX9 9ZZ', address: '' }],
    agreements: [
      {
        value: '07700 900123',
        codeWord: 'Bluebell',
        meetingPlace: '',
        contactPerson: 'Ada',
        contactPersonValue: '',
      },
    ] as never,
    ways: [{ value: 'ada@example.org' }] as never,
    nameOf: ({ describedAs }: { describedAs: string }) => describedAs,
    partOf: (part: string) => part,
  };
  const court = withholdings('court', facts);
  assert.deepEqual(
    court.filter(({ usual }) => usual).map(({ id }) => id),
    ['address', 'reach', '2'],
  );
  assert.deepEqual(court[0]?.texts, [
    '1 Mill Lane',
    'Exampleton',
    'EX1 2AB',
    '1 Mill Lane, EX1 2AB',
    '9 Quay Row',
    'EX9 9ZZ',
  ]);
  assert.deepEqual(court[1]?.texts, ['07700 900123', 'Ada', 'Bluebell', 'ada@example.org']);
  assert.deepEqual(court[2]?.texts, ['Bettina', 'Rook', 'Mill', 'Lane']);
  assert.equal(
    withholdings('file', facts).some(({ usual }) => usual),
    false,
  );
});
