import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { StaffId } from '#rules/facts.ts';
import { runs } from '../../../tests/property.ts';
import { type AwayNow, type Covered, coverFor } from './cover.ts';

const id = (name: string) => name as StaffId;
const colleague = (name: string, deputy: string | null, manager: string | null): Covered => ({
  id: id(name),
  deputyId: deputy === null ? null : id(deputy),
  managerId: manager === null ? null : id(manager),
});
const away = (name: string, deputy: string | null = null): AwayNow => ({
  staffId: id(name),
  deputyId: deputy === null ? null : id(deputy),
});
const team = [
  colleague('Ada', 'Ben', 'Mo'),
  colleague('Ben', 'Ada', 'Mo'),
  colleague('Cy', null, 'Mo'),
  colleague('Mo', 'Nell', null),
  colleague('Nell', 'Mo', null),
];

describe('who covers for somebody', () => {
  test('whoever was named for this absence comes first, then the deputy, then the manager', () => {
    assert.deepEqual(coverFor(id('Ada'), team, [away('Ada', 'Cy')]), ['Cy', 'Ben', 'Mo']);
  });

  test('a deputy who is away is left out', () => {
    assert.deepEqual(coverFor(id('Ada'), team, [away('Ada'), away('Ben', 'Cy')]), ['Mo', 'Cy']);
  });

  test('where everybody named is away, those who cover for them are asked', () => {
    assert.deepEqual(coverFor(id('Cy'), team, [away('Cy'), away('Mo')]), ['Nell']);
  });

  test('a chain that leads back to where it began ends there', () => {
    const absent = ['Ada', 'Ben', 'Mo', 'Nell'].map((name) => away(name));
    assert.deepEqual(coverFor(id('Ada'), team, absent), []);
  });

  test('whoever has left covers for nobody', () => {
    assert.deepEqual(coverFor(id('Ada'), team, [away('Ada', 'Gone')]), ['Ben', 'Mo']);
  });

  test('whatever the chain, nobody covers for themselves, or twice, or while they are away', () => {
    const names = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'gone');
    const maybe = fc.option(names);
    const teams = fc.tuple(
      ...['a', 'b', 'c', 'd', 'e'].map((name) =>
        fc.tuple(maybe, maybe).map(([d, m]) => colleague(name, d, m)),
      ),
    );
    const absences = fc.array(
      fc.tuple(names, maybe).map(([name, deputy]) => away(name, deputy)),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(teams, absences, names, (colleagues, absent, whose) => {
        const cover = coverFor(id(whose), colleagues, absent);
        assert.equal(new Set(cover).size, cover.length);
        for (const each of cover) {
          assert.notEqual(each, whose);
          assert.ok(!absent.some(({ staffId }) => staffId === each));
          assert.ok(colleagues.some((known) => known.id === each));
        }
      }),
      runs(100),
    );
  });
});
