import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#kit/ids.ts';
import type { OrganisationId } from '#rules/facts.ts';
import { deviceNote, knownDevice } from './known-device.ts';

const secret = 'a secret for tests';
const organisation = newId<OrganisationId>();
const now = Temporal.Instant.from('2026-11-18T10:00:00Z');
const note = deviceNote(secret, organisation, 'o.marsh@example.test', now);
const asked = (email: string, later = 'PT0S', from = organisation) =>
  knownDevice(secret, from, email, note, now.add(later));

test('a browser is known to the account that signed in with it, and to no other', () => {
  assert.match(asked('O.Marsh@example.test') ?? '', /^[0-9a-f-]{36}$/);
  assert.equal(asked('b.oduya@example.test'), null);
  assert.equal(asked('o.marsh@example.test', 'PT0S', newId<OrganisationId>()), null);
});

test('a browser that was not used for thirty days is a stranger again', () => {
  assert.notEqual(asked('o.marsh@example.test', 'PT719H'), null);
  assert.equal(asked('o.marsh@example.test', 'PT720H'), null);
});

test('a made-up note is no note', () => {
  for (const made of ['', 'x', note.slice(1), Buffer.alloc(90).toString('base64url')])
    assert.equal(knownDevice(secret, organisation, 'o.marsh@example.test', made, now), null);
});
