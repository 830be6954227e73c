import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { runs } from '../../tests/property.ts';
import { agreedChannels, type Way } from './agreement.ts';
import { agreementCheck, contactGate, gateThen, type PlannedContact } from './gate.ts';
import { agreements, at, office, phoneAgreed } from './testing.ts';

const now = at('2026-07-01 10:30');

function reasons(differences: Partial<typeof phoneAgreed> = {}, channel: Way = 'phone', when = now) {
  const gate = contactGate({
    agreement: { ...phoneAgreed, ...differences },
    channel,
    now: when,
    calendar: office,
  });
  return gate.open ? [] : gate.reasons.map(({ reason }) => reason);
}

describe('the contact gate', () => {
  test('is open for the way that was agreed, at a time that was agreed', () => {
    assert.deepEqual(reasons(), []);
  });

  test('is shut where nothing was agreed', () => {
    const gate = contactGate({ agreement: null, channel: 'phone', now, calendar: office });
    assert.deepEqual(gate, {
      open: false,
      reasons: [{ reason: 'Nothing has been agreed yet about how to be in touch.', basis: 'safe-contact' }],
    });
  });

  test('is shut for a way that nobody agreed to: a number to ring is no number to text', () => {
    assert.deepEqual(reasons({}, 'text'), ['Text message was not agreed.']);
    assert.deepEqual(reasons({ mayText: true }, 'text'), []);
    assert.deepEqual(reasons({}, 'video'), ['Video call was not agreed.']);
    assert.deepEqual(reasons({ contactPerson: 'Her sister' }, 'through_somebody'), []);
  });

  test('is shut outside the times that were agreed, and at their very end', () => {
    assert.deepEqual(reasons({}, 'phone', at('2026-07-01 09:59')), [
      'This is outside the times that were agreed.',
    ]);
    assert.deepEqual(reasons({}, 'phone', at('2026-07-01 13:59')), []);
    assert.deepEqual(reasons({}, 'phone', at('2026-07-01 14:00')), [
      'This is outside the times that were agreed.',
    ]);
    assert.deepEqual(reasons({}, 'phone', at('2026-07-04 10:30')), [
      'This is outside the times that were agreed.',
    ]);
  });

  test('a time never to use beats one that was agreed, to its last minute', () => {
    const never = [{ days: [3], from: '10:00', to: '10:30' }];
    assert.deepEqual(reasons({ never }), ['This is a time never to use.']);
    assert.deepEqual(reasons({ never }, 'phone', at('2026-07-01 10:31')), []);
  });

  test('after a move no letter and no visit goes by what was agreed before it, and a call still does', () => {
    const movedSince = at('2026-07-01 09:00');
    const agreed = { mayPost: true, mayVisit: true, meetingPlace: 'The library', movedSince };
    for (const way of ['post', 'in_person'] as const)
      assert.deepEqual(reasons(agreed, way), [
        'They have moved since this was agreed: ask again before anybody writes or visits.',
      ]);
    assert.deepEqual(reasons(agreed), []);
    const first = { ...agreed, channel: 'post' as const, windows: [] };
    assert.equal(reasons(first, 'post').length, 1, 'said once');
  });

  test('times that are known in words only have to be read by somebody first', () => {
    const [reason] = reasons({ windows: [], times: 'When the children are at school' });
    assert.match(reason ?? '', /in words only: “When the children are at school”/);
    assert.deepEqual(reasons({ windows: [], times: '' }), [], 'where no time was named, any is agreed');
  });

  test('where no hours were named, nobody knows of a night or a Sunday whether it is safe to ring', () => {
    const none = { windows: [] };
    assert.deepEqual(reasons(none, 'phone', at('2026-07-01 16:59')), []);
    for (const when of ['2026-07-01 08:59', '2026-07-01 17:00', '2026-07-01 23:30', '2026-07-05 11:00'])
      for (const way of ['phone', 'video'] as const) {
        const [reason, ...more] = reasons({ ...none, channel: way }, way, at(when));
        assert.match(
          reason ?? '',
          /whether now is safe is not known.*in danger now, ring 999.*say why/,
          when,
        );
        assert.deepEqual(more, []);
      }
    assert.deepEqual(reasons({ ...none, mayPost: true }, 'post', at('2026-07-05 11:00')), []);
    const promised = { agreement: { ...phoneAgreed, ...none }, channel: 'phone' as const, calendar: office };
    assert.equal(gateThen({ ...promised, now: at('2026-07-01 19:00') }).open, true, 'as it was promised');
  });

  test('a letter arrives when it arrives: times do not hold it up, and its own permission does', () => {
    assert.deepEqual(reasons({ mayPost: true }, 'post', at('2026-07-01 20:00')), []);
    assert.deepEqual(reasons({}, 'post'), ['Post was not agreed.']);
  });

  test('is shut by every doubt: old, unsure, changed, or not their own word', () => {
    assert.deepEqual(reasons({ askedAt: now.subtract({ hours: 24 * 30 }) }), []);
    assert.equal(reasons({ askedAt: now.subtract({ hours: 24 * 30 + 1 }) }).length, 1);
    assert.equal(reasons({ unsureSince: now }).length, 1);
    assert.equal(reasons({ changedSince: now }).length, 1);
    assert.equal(reasons({ agreedWithPerson: false }).length, 1);
    assert.deepEqual(reasons({ channel: 'none' }), ['No safe way is known.']);
  });

  test('is shut where whoever they fear would answer, for every way that was agreed with it', () => {
    assert.deepEqual(reasons({ ofFeared: true, mayText: true }, 'text'), [
      'The register has this number as one of whoever they fear.',
    ]);
    assert.deepEqual(reasons({ channel: 'email', ofFeared: true }, 'email'), [
      'The register has this mailbox as one of whoever they fear.',
    ]);
    const trusted = { contactPerson: 'His sister', contactPersonOfFeared: true };
    assert.deepEqual(reasons(trusted), [], 'her own number is another');
    assert.deepEqual(reasons(trusted, 'through_somebody'), [
      'The register has this number as one of whoever they fear.',
    ]);
  });

  test('no way at all is ever open under an agreement that is in doubt', () => {
    const ways = agreedChannels.map(({ value }) => value).filter((way) => way !== 'none');
    fc.assert(
      fc.property(agreements, fc.constantFrom(...ways), (agreement, channel) => {
        const doubtful = { ...agreement, agreedWithPerson: false };
        assert.equal(contactGate({ agreement: doubtful, channel, now, calendar: office }).open, false);
      }),
      runs(2_000),
    );
  });
});

describe('a call or a visit that is planned', () => {
  const check = (planned: Partial<PlannedContact>, differences: Partial<typeof phoneAgreed> = {}) =>
    agreementCheck(
      { ...phoneAgreed, ...differences },
      { channel: 'phone', at: at('2026-07-02 11:00'), ...planned },
      office,
    ).map(({ reason }) => reason);

  test('in what was agreed, nothing is against it', () => {
    assert.deepEqual(check({}), []);
  });

  test('nothing was agreed: that is the reason, and there is no other', () => {
    assert.equal(agreementCheck(null, { channel: 'phone', at: now }, office).length, 1);
  });

  test('for a day on which the agreement will be too old, it is asked again before', () => {
    assert.deepEqual(check({ at: at('2026-08-03 11:00') }), [
      'Asked more than 30 days ago: ask again first.',
    ]);
  });

  test('a visit to the home needs a word of its own', () => {
    const meetingPlace = 'The library';
    assert.deepEqual(check({ channel: 'in_person', place: 'home' }, { meetingPlace }), [
      'Visits to the home were not agreed.',
    ]);
    assert.deepEqual(check({ channel: 'in_person', place: 'agreed_place' }, { meetingPlace }), []);
    assert.deepEqual(check({ channel: 'in_person', place: 'elsewhere' }, { meetingPlace }), [
      'This place was not agreed as a safe one.',
    ]);
  });

  test('the colleague and the interpreter are those they asked for', () => {
    assert.deepEqual(check({ colleagueGender: 'man' }, { workerGender: 'woman' }), [
      'They asked for a colleague who is a woman.',
    ]);
    assert.deepEqual(check({ colleagueGender: 'woman' }, { workerGender: 'woman' }), []);
    assert.deepEqual(check({ interpreterBooked: false }, { interpreter: 'professional_woman' }), [
      'They need a professional interpreter who is a woman, and none is booked.',
    ]);
    assert.deepEqual(check({ interpreterBooked: true }, { interpreter: 'professional' }), []);
    assert.deepEqual(check({ interpreterBooked: false }, { interpreter: 'not_needed' }), []);
  });
});
