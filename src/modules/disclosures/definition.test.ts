import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { connections } from '#rules/words.ts';
import { checkDefinition, type DefinitionFacts } from './definition.ts';

const adults: DefinitionFacts = {
  connection: 'married',
  personAge: 'adult',
  allegedAge: 'adult',
  happened: 'recently',
  children: 'no',
  honour: 'not_asked',
};

function laws(facts: DefinitionFacts): string {
  return checkDefinition(facts)
    .reasons.map((reason) => reason.law)
    .join(' ');
}

describe('the definition check', () => {
  for (const { value, label } of connections) {
    if (value === 'not_connected' || value === 'not_known') continue;
    test(`two adults meet the definition: ${label.toLowerCase()}`, () => {
      const check = checkDefinition({ ...adults, connection: value });
      assert.equal(check.suggested, 'meets');
      assert.deepEqual(check.next, ['treat_as_abuse']);
      assert.match(laws(adults), /s\.1\(2\)\(a\).*s\.2\(1\)/);
    });
  }

  test('a housemate is not personally connected, and is helped today and handed over warmly', () => {
    const check = checkDefinition({ ...adults, connection: 'not_connected' });
    assert.equal(check.suggested, 'not_connected');
    assert.deepEqual(check.next, ['safety_step_today', 'warm_handover']);
    assert.match(laws({ ...adults, connection: 'not_connected' }), /s\.2\(1\)/);
  });

  test('a connection that nobody knows yet is unclear, and is treated as domestic abuse', () => {
    for (const connection of ['', 'not_known'] as const) {
      const check = checkDefinition({ ...adults, connection });
      assert.equal(check.suggested, 'unclear');
      assert.deepEqual(check.next, ['treat_as_abuse']);
    }
  });

  test('an age that nobody knows yet is unclear, and is treated as domestic abuse', () => {
    assert.equal(checkDefinition({ ...adults, personAge: 'not_known' }).suggested, 'unclear');
    assert.equal(checkDefinition({ ...adults, allegedAge: 'not_known' }).suggested, 'unclear');
  });

  test('somebody at risk who is under 16 is a child to be safeguarded today', () => {
    const facts = { ...adults, connection: 'relatives', personAge: 'under_16' } as const;
    const check = checkDefinition(facts);
    assert.equal(check.suggested, 'under_16');
    assert.deepEqual(check.next, ['child_safeguarding']);
    assert.match(laws(facts), /Children Act 1989 s\.47/);
  });

  test('a parent harmed by a child under 16 is supported, and children’s services are told', () => {
    const check = checkDefinition({ ...adults, connection: 'relatives', allegedAge: 'under_16' });
    assert.equal(check.suggested, 'under_16');
    assert.deepEqual(check.next, ['child_safeguarding', 'support_parent']);
  });

  test('a child comes before the question of connection', () => {
    const check = checkDefinition({ ...adults, connection: 'not_connected', personAge: 'under_16' });
    assert.equal(check.suggested, 'under_16');
  });

  test('at 16 or 17 it is domestic abuse and child safeguarding, on either side', () => {
    for (const ages of [{ personAge: 'aged_16_17' }, { allegedAge: 'aged_16_17' }] as const) {
      const check = checkDefinition({ ...adults, ...ages });
      assert.equal(check.suggested, 'aged_16_17');
      assert.deepEqual(check.next, ['treat_as_abuse', 'child_safeguarding']);
    }
  });

  test('somebody of 16 or 17 who is not connected is still safeguarded as a child', () => {
    const check = checkDefinition({ ...adults, connection: 'not_connected', personAge: 'aged_16_17' });
    assert.equal(check.suggested, 'not_connected');
    assert.ok(check.next.includes('child_safeguarding'));
  });

  test('abuse in the past is in scope, and current risk is looked at again', () => {
    const facts = { ...adults, happened: 'in_the_past' } as const;
    const check = checkDefinition(facts);
    assert.equal(check.suggested, 'historic');
    assert.deepEqual(check.next, ['treat_as_abuse', 'look_at_risk_again']);
    assert.match(laws(facts), /s\.1\(3\)/);
  });

  test('a child in the home is a victim in their own right', () => {
    const facts = { ...adults, children: 'yes' } as const;
    const check = checkDefinition(facts);
    assert.equal(check.suggested, 'meets');
    assert.ok(check.next.includes('child_is_victim'));
    assert.ok(check.next.includes('child_safeguarding'));
    assert.match(laws(facts), /s\.3/);
  });
});
