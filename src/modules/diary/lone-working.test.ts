import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Role, StaffId } from '#rules/facts.ts';
import { at } from '#rules/testing.ts';
import { checkInIsMissing, standingInWords } from './appointment.ts';
import { mayFind, stillToTell, toMiss, toRaise } from './lone-working.ts';

const id = (name: string) => name as StaffId;
const somebody = (name: string, role: Role, manager: string | null = null) => ({
  id: id(name),
  roles: [role],
  managerId: manager === null ? null : id(manager),
});
const team = [
  somebody('Ada', 'da_worker', 'Mo'),
  somebody('Ben', 'da_worker'),
  somebody('Mo', 'da_manager'),
  somebody('Nell', 'da_manager'),
];

describe('whoever goes out alone', () => {
  test('is missed by their own manager, or by every manager where they have none', () => {
    assert.deepEqual(toMiss(id('Ada'), team), ['Mo', 'Ada']);
    assert.deepEqual(toMiss(id('Ben'), team), ['Mo', 'Nell', 'Ben']);
  });

  test('is missed by the whole team where nobody else who is there could be told', () => {
    const away = new Map([[id('Mo'), []]]);
    assert.deepEqual(stillToTell([id('Ada')], [id('Ada')], team, away), ['Ben', 'Mo', 'Nell']);
    assert.deepEqual(stillToTell([id('Ada')], [id('Ada'), id('Mo')], team, away), ['Ben', 'Nell']);
    assert.deepEqual(stillToTell([id('Ada')], [id('Ada'), id('Mo')], team, new Map()), []);
  });

  test('is missing only once the time is over, and not when it took place or was called off', () => {
    const visit = {
      startsAt: at('2026-07-01 10:00'),
      checkInBy: at('2026-07-01 11:30'),
      checkedInAt: null,
      endedHow: null,
      raisedAt: null,
      foundAt: null,
    };
    assert.ok(!checkInIsMissing(visit, at('2026-07-01 11:30')));
    assert.ok(checkInIsMissing(visit, at('2026-07-01 11:31')));
    assert.ok(!checkInIsMissing({ ...visit, checkedInAt: at('2026-07-01 11:00') }, at('2026-07-01 12:00')));
    assert.ok(!checkInIsMissing({ ...visit, endedHow: 'cancelled' }, at('2026-07-01 12:00')));
    assert.equal(standingInWords(visit, at('2026-07-01 12:00')), 'Not checked in');
    assert.equal(standingInWords(visit, at('2026-07-01 09:00')), 'Planned');
    const raised = { ...visit, raisedAt: at('2026-07-01 11:46') };
    assert.equal(standingInWords(raised, at('2026-07-01 12:00')), 'Not heard of');
    const late = { ...raised, checkedInAt: at('2026-07-01 11:50'), endedHow: 'kept' as const };
    assert.equal(
      standingInWords(late, at('2026-07-01 12:00')),
      'Not heard of',
      'a late check-in ends nothing',
    );
    assert.equal(
      standingInWords({ ...late, foundAt: at('2026-07-01 11:55') }, at('2026-07-01 12:00')),
      'Kept',
    );
  });

  test('still not heard of, the managers on duty and everybody up the line are told', () => {
    const all = [
      ...team.filter(({ id: each }) => each !== id('Mo')),
      somebody('Mo', 'da_manager', 'Dee'),
      somebody('Dee', 'director', 'Mo'),
    ];
    assert.deepEqual(toRaise([id('Ada')], all, new Set([id('Nell')])), ['Nell', 'Mo', 'Dee']);
    assert.deepEqual(
      toRaise([id('Ada')], all, new Set()),
      ['Nell', 'Mo', 'Dee'],
      'where none is on duty, all managers are asked',
    );
    assert.deepEqual(toRaise([id('Ben'), id('Mo')], all, new Set([id('Mo')])), ['Nell', 'Dee']);
    assert.deepEqual(toRaise([id('Nell')], team, new Set([id('Nell')])), ['Mo'], 'not to those who went');
  });

  test('what was found is said by somebody else, once, and by whoever went only where there is nobody else', () => {
    const missed = {
      staffId: id('Ada'),
      secondStaffId: id('Ben'),
      missedAt: at('2026-07-01 11:31'),
      foundAt: null,
    };
    assert.ok(mayFind(missed, id('Mo'), 2).allowed);
    for (const went of ['Ada', 'Ben']) assert.ok(!mayFind(missed, id(went), 1).allowed);
    assert.ok(mayFind(missed, id('Ada'), 0).allowed);
    assert.ok(!mayFind({ ...missed, missedAt: null }, id('Mo'), 2).allowed);
    assert.ok(!mayFind({ ...missed, foundAt: at('2026-07-01 12:00') }, id('Mo'), 2).allowed);
  });
});
