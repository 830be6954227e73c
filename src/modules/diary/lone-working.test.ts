import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Role, StaffId } from '#rules/facts.ts';
import { at } from '#rules/testing.ts';
import { stillToTell, toMiss } from './lone-working.ts';
import { checkInIsMissing, standingInWords } from './planned.ts';

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
    assert.deepEqual(stillToTell(id('Ada'), [id('Ada')], team, away), ['Ben', 'Mo', 'Nell']);
    assert.deepEqual(stillToTell(id('Ada'), [id('Ada'), id('Mo')], team, away), ['Ben', 'Nell']);
    assert.deepEqual(stillToTell(id('Ada'), [id('Ada'), id('Mo')], team, new Map()), []);
  });

  test('is missing only once the time is over, and not when it took place or was called off', () => {
    const visit = {
      startsAt: at('2026-07-01 10:00'),
      checkInBy: at('2026-07-01 11:30'),
      checkedInAt: null,
      endedHow: null,
    };
    assert.ok(!checkInIsMissing(visit, at('2026-07-01 11:30')));
    assert.ok(checkInIsMissing(visit, at('2026-07-01 11:31')));
    assert.ok(!checkInIsMissing({ ...visit, checkedInAt: at('2026-07-01 11:00') }, at('2026-07-01 12:00')));
    assert.ok(!checkInIsMissing({ ...visit, endedHow: 'cancelled' }, at('2026-07-01 12:00')));
    assert.equal(standingInWords(visit, at('2026-07-01 12:00')), 'Not checked in');
    assert.equal(standingInWords(visit, at('2026-07-01 09:00')), 'Planned');
  });
});
