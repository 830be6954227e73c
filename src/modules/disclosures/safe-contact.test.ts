import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { besideWhatStands, callBackWay, firstSafeContact, type Standing } from './safe-contact.ts';
import { nothingElseKnown } from './value.ts';

const told = { ...nothingElseKnown, toldBy: 'person' } as const;

describe('safe contact, from a disclosure', () => {
  test('is nothing where nothing was said: nothing goes out', () => {
    assert.equal(firstSafeContact(told), null);
  });

  test('allows the way that was named and no other, and never a voicemail', () => {
    const contact = firstSafeContact({
      ...told,
      safeToContact: 'yes',
      contactChannel: 'text',
      contactValue: '07700 900123',
      contactTimes: 'After 9:30',
    });
    assert.ok(contact?.mayText && contact.agreedWithPerson && contact.withholdNumber);
    assert.ok(!contact.mayEmail && !contact.mayPost && !contact.mayLeaveVoicemail);
  });

  test('says that no way is safe where the person said so, whatever number was written down', () => {
    const contact = firstSafeContact({
      ...told,
      safeToContact: 'no',
      contactChannel: 'phone',
      contactValue: '07700 900123',
    });
    assert.equal(contact?.channel, 'none');
  });

  test('keeps what the person needs from us, though no way is known yet', () => {
    const contact = firstSafeContact({ ...told, accessNeeds: 'Speaks Welsh, and reads it best' });
    assert.equal(contact?.channel, 'none');
    assert.equal(contact?.accessNeedsAsked, true);
    assert.equal(contact?.adjustments, 'Speaks Welsh, and reads it best');
  });

  test('a number without a way is no way', () => {
    assert.equal(firstSafeContact({ ...told, contactValue: '07700 900123' })?.channel, 'none');
  });

  test('named by a neighbour is not agreed with the person', () => {
    const contact = firstSafeContact({
      ...told,
      toldBy: 'neighbour',
      contactChannel: 'phone',
      contactValue: '01632 960001',
    });
    assert.equal(contact?.agreedWithPerson, false);
  });

  test('whether a way is safe was not said: nobody uses it before they have made sure', () => {
    const named = { ...told, contactChannel: 'phone', contactValue: '07700 900123' } as const;
    for (const safeToContact of ['not_known', 'not_asked'] as const)
      assert.equal(firstSafeContact({ ...named, safeToContact })?.agreedWithPerson, false, safeToContact);
    assert.equal(firstSafeContact({ ...named, safeToContact: 'yes' })?.agreedWithPerson, true);
  });

  test('another way than the agreed one opens nothing by itself, and drops no “never”', () => {
    const first = firstSafeContact({
      ...told,
      safeToContact: 'yes',
      contactChannel: 'phone',
      contactValue: '07700 900123',
      contactDoNot: 'Never a text: he reads them',
    });
    assert.ok(first);
    const friday = { days: [5], from: '00:00', to: '23:59' };
    const stands: Standing = {
      ...first,
      windows: [{ days: [1], from: '10:00', to: '14:00' }],
      never: [friday],
      codeWord: 'bluebell',
      senderAlias: 'Library',
      coverReason: 'A book is overdue',
    };
    const wrote = (more: Partial<typeof told> | object) =>
      ({ ...told, safeToContact: 'yes', ...more }) as const;
    const other = firstSafeContact(wrote({ contactChannel: 'text', contactValue: '07700 900999' }));
    assert.ok(other);
    const written = besideWhatStands(other, stands, false);
    assert.equal(written?.agreedWithPerson, false, 'whoever wrote it may not be the person');
    assert.deepEqual(
      [written?.value, written?.never, written?.windows, written?.doNot, written?.codeWord],
      ['07700 900999', [friday], stands.windows, stands.doNot, 'bluebell'],
    );
    assert.equal(
      besideWhatStands(other, stands, true)?.agreedWithPerson,
      false,
      'said to one of us it is another way than the agreed one too, and is asked about in the case',
    );
    const again = firstSafeContact(wrote({ contactChannel: 'phone', contactValue: '07700 900123' }));
    assert.ok(again);
    assert.equal(besideWhatStands(again, stands, false), null, 'the agreed way, told again, changes nothing');
  });
});

test('a number given in case the call dropped is a further way, which nobody uses before asking about it', () => {
  const safe = { safeToContact: 'yes', contactChannel: 'phone', contactValue: '07700 900123' } as const;
  const both = { ...told, ...safe, routeDetails: { call_back: '07700 900555' } };
  const way = callBackWay(both);
  assert.deepEqual([way?.value, way?.agreedWithPerson, way?.mayText], ['07700 900555', false, false]);
  assert.equal(callBackWay({ ...both, contactValue: '07700 900555' }), null, 'it is the safe number itself');
  assert.equal(callBackWay({ ...both, toldBy: 'neighbour' }), null, 'it is the number of whoever told us');
  assert.equal(callBackWay({ ...both, safeToContact: 'no' }), null, 'no way is safe, and so is not this one');
});
