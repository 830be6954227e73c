import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { firstSafeContact } from './safe-contact.ts';
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
});
