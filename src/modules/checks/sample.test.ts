import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { render } from '#kit/html.ts';
import type { StaffId } from '#rules/facts.ts';
import { at, office } from '#rules/testing.ts';
import { runs } from '../../../tests/property.ts';
import { mayAnswer } from './sample.ts';
import { drawn, drawnEach } from './store/chance.ts';
import type { Sample } from './store/samples.ts';
import { checksPage } from './views/list.ts';

const eligible = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ id: `promise ${n}`, team: 'one' }));
const recorder = 'recorder' as StaffId;
const lead = 'lead' as StaffId;
const another = 'another' as StaffId;
const spoke = 'spoke' as StaffId;
const sampled = { answer: null, recordedBy: recorder, hadAHand: [spoke], leads: [lead, null] };

test('five are drawn, each once; the same ones again by the same seed, in whatever order they come', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 40 }), fc.string(), (count, seed) => {
      const all = eligible(count);
      const once = drawn(all, seed).map(({ id }) => id);
      assert.equal(once.length, Math.min(count, drawnEach));
      assert.equal(new Set(once).size, once.length);
      assert.deepEqual(
        drawn(all.toReversed(), seed).map(({ id }) => id),
        once,
      );
    }),
    runs(200),
  );
});

test('every promise may be drawn: none stands where chance never looks', () => {
  const seen = new Set<string>();
  for (let seed = 0; seed < 200; seed += 1)
    for (const { id } of drawn(eligible(20), String(seed))) seen.add(id);
  assert.equal(seen.size, 20);
});

test('neither whoever wrote it down, spoke with them, nor leads the case says whether it was kept', () => {
  const may = (by: StaffId) => mayAnswer(sampled, by, 'inside').allowed;
  assert.deepEqual([recorder, spoke, lead, another].map(may), [false, false, false, true]);
  assert.ok(
    !mayAnswer({ ...sampled, leads: [null, another] }, another, 'inside').allowed,
    'who leads it by now',
  );
});

test('nobody looks from outside the wall, on a visit, or a second time', () => {
  assert.ok(!mayAnswer(sampled, another, 'outside').allowed);
  assert.ok(!mayAnswer(sampled, another, 'visiting').allowed);
  assert.ok(!mayAnswer({ ...sampled, answer: 'agreed' }, another, 'inside').allowed);
});

test('the list offers it to whoever may look, and to nobody else', () => {
  const waits: Sample = {
    ...{ id: 'one', caseId: null, disclosureId: null, caseNow: null, reference: 'DSC-1', packId: 'a pack' },
    ...{
      month: Temporal.PlainDate.from('2026-10-01'),
      commitment: 'first-contact',
      version: 1,
      confirmed: false,
    },
    ...{ startedAt: at('2026-10-01 09:00'), dueAt: at('2026-10-02 17:00'), keptAt: at('2026-10-02 09:00') },
    ...{ recordedBy: recorder, recordedByName: 'R', recordedAt: at('2026-10-02 09:05'), hadAHand: [spoke] },
    ...{ leadThen: lead, leadNow: null, answer: null, why: '', answeredByName: null, answeredAt: null },
  };
  const page = (viewer: StaffId) =>
    render(checksPage({ late: [], drawn: [waits], commitmentOf: () => undefined, calendar: office, viewer }));
  for (const viewer of [recorder, spoke, lead, another]) {
    const may = mayAnswer({ ...waits, leads: [lead, null] }, viewer, 'inside').allowed;
    assert.equal(/Look at it/.test(page(viewer)), may, viewer);
    assert.equal(/Somebody else looks/.test(page(viewer)), !may, viewer);
  }
});
