import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shelve } from '#kit/pack-shelf.ts';
import { chance } from '#modules/simulator/pure.ts';
import { packs } from '#packs/index.ts';
import { atTheOffice } from '#rules/calendar.ts';
import { closureNotice } from '#rules/closures.ts';
import type { RiskLevel } from '#rules/facts.ts';
import { closedDaysOf, closureOf } from './closures.ts';
import { householdsOf } from './households.ts';
import { type InventedLandlord, landlords } from './landlords.ts';
import { scriptOf } from './script.ts';
import { shownSeason } from './season.ts';
import { shown } from './sign-ins.ts';
import type { SafeContact, Step } from './steps.ts';

const shelf = shelve(packs);

function script(landlord: InventedLandlord, present: Temporal.Instant): readonly Step[] {
  const pack = shelf.find(landlord.packId);
  const closure = closureOf(landlord, shelf.calendarOf(pack, ''), present);
  const calendar = shelf.calendarOf(pack, closedDaysOf(closure));
  const today = present.toZonedDateTimeISO(calendar.rules.timeZone).toPlainDate();
  const households = householdsOf(landlord, chance(`${landlord.slug}/homes`), today);
  return scriptOf(landlord, households, shownSeason, calendar, present, closure);
}

/** Every 85 hours of three months: many hours of the day, weekends, Christmas and the New Year. */
const presents = Array.from({ length: 24 }, (_, nth) =>
  Temporal.Instant.from('2026-11-16T09:00:00Z').add({ hours: 85 * nth }),
);

for (const landlord of landlords) {
  test(`whenever ${landlord.name} is looked at, its stories make sense`, () => {
    for (const present of presents) {
      const told = new Set<string>();
      const cases = new Set<string>();
      for (const { at, story, action } of script(landlord, present)) {
        const where = `${present}: ${action.does} in ${story}`;
        assert.ok(Temporal.Instant.compare(at, present) <= 0, `${where} lies in the future`);
        if (story === '') continue;
        if (action.does === 'receive' || action.does === 'hand-on') {
          assert.ok(
            Temporal.Instant.compare(action.told.receivedAt, at) <= 0,
            `${where} is written before it is told`,
          );
          told.add(story);
        } else if (action.does === 'triage') {
          assert.ok(told.has(story), `${where} comes before anybody told`);
          if (action.outcome.kind === 'existing_case')
            assert.ok(cases.has(action.outcome.story), `${where} joins what is not there`);
          if (action.outcome.kind !== 'handover') cases.add(story);
        } else if (
          ['refer', 'agree-to-handover', 'agree-to-joining', 'claim', 'propose-told-contact'].includes(
            action.does,
          )
        ) {
          assert.ok(told.has(story), `${where} comes before anybody told`);
        } else assert.ok(cases.has(story), `${where} comes before the case`);
        if (action.does === 'contact')
          assert.ok(
            Temporal.Instant.compare(action.happenedAt, at) <= 0,
            `${where} is written before it happened`,
          );
      }
    }
  });
}

test('whoever looks, on almost any day, finds an open case at high risk', () => {
  for (const landlord of landlords) {
    const days = presents.filter((present) => highOpen(script(landlord, present)) === 0);
    assert.ok(days.length <= 1, `${landlord.name}: none on ${days.join(', ')}`);
    assert.ok(highOpen(script(landlord, Temporal.Instant.from('2026-11-18T11:00:00Z'))) > 0);
  }
});

/** How many cases are open and high when the script ends: a lower level counts once a second person agreed. */
function highOpen(steps: readonly Step[]): number {
  const level = new Map<string, RiskLevel>();
  const lowering = new Map<string, RiskLevel>();
  for (const { story, action } of steps) {
    if (action.does === 'close') level.delete(story);
    else if (action.does === 'state-level') {
      const lower = level.get(story) === 'high' && action.level !== 'high';
      (lower ? lowering : level).set(story, action.level);
    } else if (action.does === 'decide-lowering') {
      const to = lowering.get(story);
      if (to && action.decision === 'confirmed') level.set(story, to);
      lowering.delete(story);
    }
  }
  return [...level.values()].filter((each) => each === 'high').length;
}

test('whenever one looks, a landlord has agreed to close: Christmas to come, or a training day that is over', () => {
  for (const landlord of landlords)
    for (const present of presents) {
      const calendar = shelf.calendarOf(shelf.find(landlord.packId), '');
      const { firstDay, lastDay, proposedAt, decidedAt } = closureOf(landlord, calendar, present);
      const day = atTheOffice(present, calendar).toPlainDate();
      const ahead = atTheOffice(decidedAt, calendar).toPlainDate().until(firstDay).days;
      assert.ok(ahead >= closureNotice, `${landlord.name} at ${present}: ${ahead} days ahead`);
      assert.ok(Temporal.Instant.compare(proposedAt, decidedAt) < 0);
      assert.ok(Temporal.Instant.compare(decidedAt, present) < 0);
      const over = Temporal.PlainDate.compare(lastDay, day) < 0;
      assert.equal(over, landlord.closes === 'training');
    }
});

test('a visitor is told of two managers and two administrators, because much takes two people', () => {
  for (const { team } of landlords)
    for (const role of ['da_manager', 'administrator', 'da_worker'] as const)
      assert.equal(shown(team).filter(({ roles }) => roles.includes(role)).length, 2, role);
});

test('a load tells the same stories as the one before', () => {
  const [landlord] = landlords as [InventedLandlord];
  const present = Temporal.Instant.from('2026-11-18T11:00:00Z');
  assert.equal(JSON.stringify(script(landlord, present)), JSON.stringify(script(landlord, present)));
});

test('what people need is asked of them, and nobody is ever written to at home', () => {
  const [landlord] = landlords as [InventedLandlord];
  const agreed = script(landlord, Temporal.Instant.from('2026-11-18T11:00:00Z')).flatMap(({ action }) =>
    action.does === 'safe-contact' ? [action.agreed] : [],
  );
  assert.ok(agreed.some(({ language }) => language !== ''));
  assert.ok(agreed.some(({ meetingPlace }) => meetingPlace !== ''));
  assert.ok(agreed.every(({ mayPost }) => !mayPost));
});

test('whenever one looks, messages and letters were written, to numbers that nobody answers; one is withdrawn', () => {
  for (const landlord of landlords)
    for (const present of presents) {
      const steps = script(landlord, present);
      const written = steps.filter(({ action }) => action.does === 'write-message');
      assert.ok(written.length >= 5, `${landlord.name} at ${present}: ${written.length} messages`);
      assert.ok(steps.some(({ action }) => action.does === 'withdraw-message'));
      for (const { story } of written) {
        const agreed = steps.findLast((step) => step.story === story && step.action.does === 'safe-contact');
        assert.ok(agreed?.action.does === 'safe-contact');
        assert.match(agreed.action.agreed.value, /^07700 900\d{3}$|@example\.org$/);
      }
      assert.equal(steps.filter(({ action }) => action.does === 'write-letter').length, 2);
    }
});

test('no two people say the same, as far as the words reach', () => {
  for (const landlord of landlords) {
    const accounts = script(landlord, Temporal.Instant.from('2026-11-18T11:00:00Z')).flatMap(({ action }) =>
      action.does === 'receive' || action.does === 'hand-on' ? [action.told.verbatim] : [],
    );
    assert.ok(new Set(accounts).size >= accounts.length - 4);
  }
});

test('no tenant is called like a colleague: a conflict is always one that somebody recorded', () => {
  const today = Temporal.PlainDate.from('2026-11-18');
  for (const landlord of landlords) {
    const tenants = householdsOf(landlord, chance(`${landlord.slug}/homes`), today).flatMap(
      ({ people }) => people,
    );
    for (const { name } of landlord.team)
      assert.ok(!tenants.some(({ familyName }) => name.endsWith(` ${familyName}`)), name);
  }
});

for (const landlord of landlords) {
  test(`nobody at ${landlord.name} says one thing and agrees to another`, () => {
    for (const present of presents.slice(0, 6)) {
      const agreed = new Map<string, SafeContact>();
      const mailboxes = new Set<string>();
      const access = new Map<string, string>();
      for (const { story: told, action } of script(landlord, present)) {
        const story = told.replace(/ again$/, '');
        const where = `${present}: ${story}`;
        if ((action.does === 'receive' || action.does === 'hand-on') && !told.endsWith(' again'))
          access.set(story, action.told.accessNeeds ?? '');
        if (action.does === 'safe-contact') {
          const way = action.agreed;
          agreed.set(story, way);
          if (action.also) mailboxes.add(story);
          assert.equal(
            mailboxes.has(story) ? way.mayEmail : true,
            true,
            `${where}: a mailbox, and no e-mail`,
          );
          if (/no e-mail/.test(way.doNot))
            assert.ok(!way.mayEmail && !way.mayLeaveVoicemail, `${where}: doNot`);
          if (/^Text before/.test(way.adjustments))
            assert.ok(way.mayText, `${where}: text first, and no text`);
          if (/nothing by phone/.test(way.adjustments)) assert.notEqual(way.channel, 'phone', where);
          if (way.channel === 'in_person')
            assert.ok(!way.mayText && !way.mayLeaveVoicemail, `${where}: no phone`);
          if (/interpreter/.test(access.get(story) ?? ''))
            assert.notEqual(way.language, '', `${where}: language`);
          if (/speak with a woman/.test(access.get(story) ?? ''))
            assert.equal(way.workerGender, 'woman', where);
        }
        if (action.does !== 'contact') continue;
        assert.doesNotMatch(action.notes, /not to use e-mail/, where);
        if (action.channel === 'phone')
          assert.doesNotMatch(action.notes, /^Met /, `${where}: met on the phone`);
        if (action.channel === 'in_person') assert.doesNotMatch(action.notes, /[Cc]all(ed)? /, where);
        if (action.outcome === 'replied_safely') assert.ok(agreed.get(story)?.mayText, `${where}: text`);
      }
    }
  });
}
