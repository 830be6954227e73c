import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { runs } from '../../../tests/property.ts';
import { agreedFrom, loosenedBy } from './safer.ts';
import { customary, rulesOn, type SetThreshold } from './threshold.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const today = day('2026-11-18');
const dash = (more: Partial<SetThreshold>): SetThreshold => ({
  ...customary,
  areaId: null,
  effectiveFrom: today,
  counts: true,
  setAt: Temporal.Instant.from('2026-11-18T10:00:00Z'),
  ...more,
});
const loosened = (more: Partial<SetThreshold>, before: readonly SetThreshold[] = []) =>
  loosenedBy(dash(more), before, { today, tool: { levels: null } });

test('what makes fewer people high or medium than what is customary is named, and waits', () => {
  assert.deepEqual(loosened({ highFrom: 15 }), ['high from 15, not from 14']);
  assert.deepEqual(loosened({ mediumFrom: 11 }), ['medium from 11, not from 10']);
  assert.deepEqual(loosened({ callOuts: null }), ['police call-outs not counted, until now high from 3']);
  assert.deepEqual(loosened({ callOuts: 5 }), ['high from 5 police call-outs, until now high from 3']);
  assert.deepEqual(loosened({ repeat: 'violence_stalking_sexual' }), [
    'a repeat is violence, stalking or sexual abuse alone, until now any abuse',
  ]);
});

test('what is as safe or safer counts at once', () => {
  for (const safer of [{}, { highFrom: 10, mediumFrom: 5 }, { callOuts: 2 }])
    assert.deepEqual(loosened(safer), []);
});

test('it is compared with what holds there, not only with what is customary', () => {
  const north = dash({ areaId: 'north', highFrom: 8, mediumFrom: 4 });
  assert.deepEqual(loosened({ areaId: 'north', highFrom: 12 }, [north]), [
    'high from 12, not from 8',
    'medium from 10, not from 4',
  ]);
  assert.deepEqual(loosened({ areaId: 'south', highFrom: 12 }, [north]), []);
  const agreed = dash({ highFrom: 18 });
  assert.deepEqual(loosened({ highFrom: 16 }, [agreed]), [], 'nearer to what is customary than what holds');
  assert.deepEqual(
    loosened({ highFrom: 16 }, [dash({ highFrom: 18, counts: false })]),
    ['high from 16, not from 14'],
    'what waits is nothing to compare with',
  );
});

test('a day in the past hides nothing: what it would take the place of later is looked at too', () => {
  const everywhere = dash({ highFrom: 8, mediumFrom: 4 });
  const before = day('2026-01-01');
  assert.deepEqual(loosened({ areaId: 'north', effectiveFrom: before }, [everywhere]), [
    'high from 14, not from 8',
    'medium from 10, not from 4',
  ]);
  assert.deepEqual(loosened({ effectiveFrom: before, highFrom: 14 }, [everywhere]), [], 'it was overtaken');
  const later = dash({ effectiveFrom: day('2027-01-01'), highFrom: 8 });
  assert.equal(loosened({ areaId: 'north' }, [later]).length, 1, 'nor does a day to come');
});

test('where nothing is known of a tool every score is medium, so that a standard is one that two agree to', () => {
  const merit = { instrument: 'merit', callOuts: null, highFrom: 72 };
  assert.deepEqual(loosened({ ...merit, mediumFrom: 1 }), []);
  assert.deepEqual(loosened({ ...merit, mediumFrom: 36 }), ['medium from 36, not from 1']);
});

test('a tool of one’s own is compared with its own levels until an area has set others', () => {
  const levels = [
    { name: 'Bronze', from: 0, means: 'standard' },
    { name: 'Silver', from: 20, means: 'medium' },
    { name: 'Gold', from: 40, means: 'high' },
  ] as const;
  const own = (highFrom: number) =>
    loosenedBy(dash({ instrument: 'own-1', highFrom, mediumFrom: 20, callOuts: null }), [], {
      today,
      tool: { levels },
    });
  assert.deepEqual([own(30), own(41)], [[], ['high from 41, not from 40']]);
});

test('a version of a tool that begins later makes nothing safer today; one that is withdrawn counts no more', () => {
  const version = (gold: number, from: string, until: string | null = null) => ({
    from: day(from),
    until: until === null ? null : day(until),
    levels: [
      { name: 'Bronze', from: 0, means: 'standard' },
      { name: 'Silver', from: 20, means: 'medium' },
      { name: 'Gold', from: gold, means: 'high' },
    ] as const,
  });
  const own = (highFrom: number, from: string, ...versions: readonly ReturnType<typeof version>[]) =>
    loosenedBy(
      dash({ instrument: 'own-1', highFrom, mediumFrom: 20, callOuts: null, effectiveFrom: day(from) }),
      [],
      { today, tool: { levels: null, versions } },
    );
  const held = version(40, '2026-01-01');
  const later = version(90, '2035-01-01');
  assert.deepEqual(own(85, '2026-11-18', later, held), ['high from 85, not from 40']);
  assert.deepEqual(own(85, '2035-01-01', later, held), [], 'on the day from which that version holds');
  const stricter = version(30, '2035-01-01');
  assert.deepEqual(own(35, '2026-11-18', stricter, held), ['high from 35, not from 30'], 'and then it would');
  const withdrawn = version(90, '2026-06-01', '2026-11-01');
  assert.deepEqual(own(85, '2026-11-18', withdrawn, held), ['high from 85, not from 40']);
  assert.deepEqual(
    own(95, '2026-11-18', withdrawn),
    ['high from 95, not from 90'],
    'what was asked with it is weighed as before',
  );
});

test('whoever agrees is told from which day it counts: today, or the later one that was proposed', () => {
  const says = (effectiveFrom: Temporal.PlainDate | null) => agreedFrom({ effectiveFrom }, today);
  for (const at of [null, today, day('2026-01-01')]) assert.equal(says(at), 'Agreed. It counts from today');
  assert.equal(says(day('2027-01-01')), 'Agreed. It counts from 1 January 2027');
});

test('whatever one person sets alone, nobody is at a lower level by it than before, on any day', () => {
  const bands = fc
    .tuple(fc.integer({ min: 1, max: 23 }), fc.integer({ min: 1, max: 23 }))
    .map(([one, other]) => ({
      mediumFrom: Math.min(one, other),
      highFrom: Math.max(one, other) + 1,
    }));
  const set = fc
    .record({
      bands,
      areaId: fc.constantFrom('north', 'south', null),
      effectiveFrom: fc
        .option(fc.integer({ min: -60, max: 60 }))
        .map((days) => (days === null ? null : today.add({ days }))),
      hour: fc.integer({ min: 0, max: 9 }),
    })
    .map(({ bands: each, hour, ...rest }) =>
      dash({ ...rest, ...each, setAt: Temporal.Instant.from(`2026-11-18T0${hour}:00:00Z`) }),
    );
  fc.assert(
    fc.property(
      fc.array(set, { maxLength: 5 }),
      set,
      fc.integer({ min: 0, max: 90 }),
      (before, typed, days) => {
        const wanted = { ...typed, setAt: Temporal.Instant.from('2026-11-18T10:00:00Z') };
        fc.pre(loosenedBy(wanted, before, { today, tool: { levels: null } }).length === 0);
        for (const area of ['north', 'south', null].filter(
          (each) => wanted.areaId === null || each === wanted.areaId,
        )) {
          const on = today.add({ days });
          const [then] = rulesOn(before, area, on).bands;
          const [now] = rulesOn([...before, wanted], area, on).bands;
          assert.ok(then && now && now.highFrom <= then.highFrom && now.mediumFrom <= then.mediumFrom);
        }
      },
    ),
    runs(1_000),
  );
});
