import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type HomeRights, mayOrderWork, type RoomFacts, type WorkFacts } from './may-order-work.ts';
import { worksOf } from './works.ts';

const day = Temporal.PlainDate.from('2026-11-18');
const theirs: HomeRights = {
  ...{ holder: 'alone', holderStands: null, spouse: 'not_married', spouseStands: null },
  ...{ order: null, owner: 'ours', fire: 'agrees' },
};
const room: RoomFacts = {
  ...{ wish: 'yes', fearedLivesThere: 'no', fireService: 'advised', getsOut: 'yes', planAgreed: true },
};

function reasons(kind: string, rights: Partial<HomeRights> | null, more: Partial<WorkFacts> = {}) {
  const works = worksOf(kind);
  assert.ok(works, kind);
  const known = rights && { ...theirs, ...rights };
  const gate = mayOrderWork({ works, rights: known, othersHold: false, room: null, ...more }, day);
  return gate.open ? [] : gate.reasons.map(({ reason }) => reason);
}

test('to make a broken lock safe waits for nothing: nobody is shut out', () => {
  assert.deepEqual(reasons('make_safe', null), []);
  assert.deepEqual(reasons('make_safe', { holder: 'not_known', owner: 'refuses', fire: 'refuses' }), []);
});

test('a lock is changed at once for somebody who holds the home alone', () => {
  assert.deepEqual(reasons('lock_change', {}), []);
});

test('who may enter has to be known: what nobody wrote down shuts it', () => {
  assert.match(reasons('lock_change', null)[0] ?? '', /is not written down/);
  assert.match(reasons('lock_change', { holder: 'not_known' })[0] ?? '', /Who holds this home is not known/);
  assert.match(reasons('lock_change', { spouse: 'not_known' })[0] ?? '', /home rights .* is not known/);
});

test('the register is heard against what somebody ticked', () => {
  assert.deepEqual(reasons('lock_change', {}, { othersHold: null }), []);
  assert.match(reasons('lock_change', {}, { othersHold: true })[0] ?? '', /Our register has somebody else/);
});

for (const holder of ['with_another', 'another'] as const)
  test(`a tenant is not shut out but as they agree or a court says (${holder})`, () => {
    const stands = (holderStands: HomeRights['holderStands'], order: HomeRights['order'] = null) =>
      reasons('lock_change', { holder, holderStands, order }, { othersHold: true });
    assert.deepEqual(stands('keys'), []);
    assert.deepEqual(stands('agrees'), []);
    assert.match(stands('refuses')[0] ?? '', /they do not agree/);
    assert.match(stands('not_safe')[0] ?? '', /asking them is not safe/);
    assert.match(stands('not_asked')[0] ?? '', /they were not asked/);
    assert.match(stands(null)[0] ?? '', /they were not asked/);
    assert.match(stands('court_order')[0] ?? '', /no order of a court is on record/);
    assert.match(stands('court_order', { read: false, until: null })[0] ?? '', /nobody of us has read/);
    assert.match(
      stands('court_order', { read: true, until: day.subtract({ days: 1 }) })[0] ?? '',
      /have ended/,
    );
    assert.deepEqual(stands('court_order', { read: true, until: day }), []);
    assert.deepEqual(stands('court_order', { read: true, until: null }), []);
  });

test('home rights by marriage are a right to be there, but not where it never was their shared home', () => {
  const stands = (more: Partial<HomeRights>) => reasons('lock_change', more);
  assert.match(
    stands({ spouse: 'yes', spouseStands: 'not_safe' })[0] ?? '',
    /Family Law Act 1996, section 30/,
  );
  assert.deepEqual(stands({ spouse: 'yes', spouseStands: 'agrees' }), []);
  assert.deepEqual(stands({ spouse: 'never_shared' }), []);
});

test('a joint tenant who is a spouse as well is asked about as both', () => {
  const both = { holder: 'with_another', holderStands: 'agrees', spouse: 'yes', spouseStands: null } as const;
  assert.equal(reasons('lock_change', both).length, 1);
});

test('what changes the building waits for its owner, what touches a way out for somebody who knows about fire', () => {
  assert.deepEqual(reasons('security_light', { owner: 'agrees', fire: 'not_asked' }), []);
  assert.match(
    reasons('camera_doorbell', { owner: 'not_known' })[0] ?? '',
    /owns the building agrees is not known/,
  );
  assert.match(reasons('fence_gate', { owner: 'refuses' })[0] ?? '', /does not agree/);
  assert.match(reasons('letterbox_guard', { fire: 'not_asked' })[0] ?? '', /Nobody who knows about fire/);
  assert.match(reasons('window_lock', { fire: 'refuses' })[0] ?? '', /may trap somebody/);
  assert.equal(reasons('door_replacement', { owner: 'not_known', fire: 'not_asked' }).length, 2);
  assert.deepEqual(reasons('window_alarm', { owner: 'refuses', fire: 'refuses' }), []);
});

test('a sanctuary room is their free choice, part of a plan, and never a trap', () => {
  const asks = (more: Partial<RoomFacts> | null, rights: Partial<HomeRights> = {}) =>
    reasons('sanctuary_room', rights, { room: more && { ...room, ...more } });
  assert.deepEqual(asks({}), []);
  assert.match(asks(null)[0] ?? '', /is not written down/);
  assert.match(asks({ wish: 'not_asked' })[0] ?? '', /have not said that they want it/);
  assert.match(asks({ wish: 'no' })[0] ?? '', /have not said that they want it/);
  assert.match(asks({ fearedLivesThere: 'yes' })[0] ?? '', /lives there: a room shuts nobody out/);
  assert.match(asks({ fearedLivesThere: 'not_known' })[0] ?? '', /is not known/);
  assert.match(asks({ planAgreed: false })[0] ?? '', /No plan is agreed/);
  assert.match(asks({ fireService: 'not_yet' })[0] ?? '', /fire service/);
  assert.match(asks({ getsOut: 'no' })[0] ?? '', /trap whoever is in it/);
  assert.match(asks({ getsOut: 'not_known' })[0] ?? '', /always get out is not known/);
  assert.match(asks({}, { holder: 'not_known' })[0] ?? '', /may stay in this home/);
});
