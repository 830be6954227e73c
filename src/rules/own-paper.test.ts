import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { runs } from '../../tests/property.ts';
import type { Nearness } from './household.ts';
import {
  handingPlaces,
  mayGivePaper,
  type PaperAgreement,
  paperInDoubtSince,
  postalWays,
} from './own-paper.ts';
import { agreements, at, office, phoneAgreed } from './testing.ts';

const now = at('2026-07-01 10:30');
const library: PaperAgreement = { ...phoneAgreed, meetingPlace: 'The library', doNot: '' };
/** Nobody else is known to be at their home. */
const alone = {
  household: { tenants: 0, others: null, children: false, feared: [] },
  home: '1 Mill Lane, ZX1 1AA',
} as const;
const handed = (differences: Partial<PaperAgreement> = {}) => {
  const verdict = mayGivePaper(
    'handed_over',
    { agreement: { ...library, ...differences }, ...alone },
    now,
    office,
  );
  return verdict.allowed ? 'given' : verdict.reason;
};

describe('a paper of their own', () => {
  test('is handed over at a place that was agreed', () => {
    assert.equal(handed(), 'given');
    assert.equal(handed({ meetingPlace: '', mayVisit: true }), 'given');
    assert.equal(handed({ meetingPlace: '', channel: 'in_person' }), 'given');
  });

  test('is neither handed over nor posted by what was agreed before they moved', () => {
    const moved = { movedSince: now, mayPost: true, mayVisit: true };
    assert.match(handed(moved), /moved since this was agreed/);
    assert.deepEqual(handingPlaces({ ...library, ...moved }, now), []);
    assert.deepEqual(postalWays({ agreement: { ...library, ...moved }, ...alone }, now, office), []);
  });

  test('is not given where nothing was agreed, or no place, or where somebody may suspect', () => {
    assert.equal(mayGivePaper('handed_over', { agreement: null, ...alone }, now, office).allowed, false);
    assert.match(
      handed({ meetingPlace: '' }),
      /No safe place to hand it over has been agreed\. Read it aloud/,
    );
    const doubts: readonly Partial<PaperAgreement>[] = [
      { channel: 'none' },
      { unsureSince: now },
      { changedSince: now },
      { agreedWithPerson: false },
      { askedAt: at('2026-05-01 10:30') },
    ];
    for (const doubt of doubts) assert.notEqual(handed(doubt), 'given');
  });

  test('is not given where paper was ruled out', () => {
    for (const doNot of ['Keep no paper', 'Nothing in writing', 'No copies at home', 'Never print anything'])
      assert.match(handed({ doNot }), /speaks against paper/, doNot);
    assert.equal(handed({ doNot: 'Never ring in the evening' }), 'given');
  });

  test('goes to a further address or place by its own terms: that one may be written to opens no other', () => {
    const own = {
      id: '1',
      wayId: '1',
      name: 'her sister’s',
      mayLeaveVoicemail: false,
      mayText: false,
      doNot: '',
    };
    const terms = { times: '', windows: [], never: [], agreedWithPerson: true, askedAt: now, endedAt: null };
    const way = { ...own, ...terms, unsureSince: null, changedSince: null };
    const withWays = (differences: object) => ({
      ...library,
      further: [
        { ...way, channel: 'post' as const, ...differences },
        { ...way, channel: 'in_person' as const, ...differences },
      ],
    });
    const places = (differences: object) =>
      [
        ...handingPlaces(withWays(differences), now),
        ...postalWays({ agreement: withWays(differences), ...alone }, now, office),
      ].map(({ label }) => label);
    const further = ['Where it was agreed to meet: her sister’s', 'By post: her sister’s'];
    assert.deepEqual(places({}), ['The library', ...further]);
    for (const doubt of [
      { unsureSince: now },
      { endedAt: now },
      { agreedWithPerson: false },
      { doNot: 'No paper' },
    ])
      assert.deepEqual(places(doubt), ['The library']);
    const left = handingPlaces({ ...withWays({}), unsureSince: now }, now);
    assert.deepEqual(
      left.map(({ label }) => label),
      [further[0]],
    );
    const [post] = postalWays(
      { agreement: withWays({ shared: 'yes', whoMightAnswer: 'her nephew' }), ...alone },
      now,
      office,
    );
    assert.deepEqual(post, {
      label: further[1],
      over: '1',
      terms: 'Others use it too. Who might see it: her nephew',
    });
    assert.equal(
      mayGivePaper('posted', { agreement: withWays({}), ...alone }, now, office).allowed,
      true,
      'the first shuts no other address',
    );
  });

  test('is not posted to a home at which whoever they fear is or was, nor to what may be that home', () => {
    const to = (value: string, near: Nearness, channel: 'post' | 'phone' = 'post') => {
      const household = { ...alone.household, feared: [near] };
      const agreement: PaperAgreement = { ...library, channel, value, mayPost: true };
      const facts = { agreement, home: alone.home, household };
      const verdict = mayGivePaper('posted', facts, now, office);
      assert.equal(postalWays(facts, now, office).length > 0, verdict.allowed);
      return verdict.allowed ? 'posted' : verdict.reason;
    };
    for (const near of ['holds_it', 'lives_there', 'was_there'] as const) {
      assert.match(to('Flat 2, 1 Mill Lane zx11aa', near), /Whoever they fear is or was at this home/);
      assert.match(to('my parents', near), /this may be that address/);
      assert.match(to('07700 900123', near, 'phone'), /Whoever they fear is or was at this home/);
      assert.equal(to('3 Sea Road, ZX2 2BB', near), 'posted');
    }
    assert.equal(
      to('1 Mill Lane, ZX1 1AA', 'not_known'),
      'posted',
      'it is said loudly, and theirs to decide',
    );
  });

  test('is in doubt once the way it went over is, was changed or ended; never by age, nor by another way', () => {
    const recordedAt = at('2026-03-01 09:00');
    const doubt = at('2026-07-01 09:30');
    const own = { id: '1', wayId: 'sister', name: 'her sister’s', channel: 'post' as const, doNot: '' };
    const terms = { times: '', windows: [], never: [], agreedWithPerson: true, askedAt: recordedAt };
    const fresh = { unsureSince: null, changedSince: null, endedAt: null };
    const way = { ...own, ...terms, ...fresh, mayLeaveVoicemail: false, mayText: false };
    const first = { ...library, recordedAt, askedAt: recordedAt, further: [way] };
    const since = (differences: object, over: string) => {
      const stands: typeof first = { ...first, ...differences };
      return paperInDoubtSince(stands, over)?.toString() ?? 'never';
    };
    for (const over of ['first', 'sister']) assert.equal(since({}, over), 'never', 'months old');
    for (const mark of ['unsureSince', 'changedSince']) {
      assert.equal(since({ [mark]: doubt }, 'first'), doubt.toString());
      assert.equal(since({ [mark]: doubt }, 'sister'), 'never');
    }
    for (const mark of ['unsureSince', 'changedSince', 'endedAt'])
      assert.equal(since({ further: [{ ...way, [mark]: doubt }] }, 'sister'), doubt.toString());
    for (const over of ['first', 'sister']) {
      assert.equal(since({ channel: 'none' }, over), recordedAt.toString());
      assert.equal(since({ doNot: 'Keep no paper' }, over), recordedAt.toString());
    }
  });

  test('whatever was agreed, it is handed over only at an agreed place, and posted only where post was agreed', () => {
    fc.assert(
      fc.property(agreements, fc.string(), (agreement, doNot) => {
        const given = (way: 'handed_over' | 'posted') =>
          mayGivePaper(way, { agreement: { ...agreement, doNot }, ...alone }, now, office).allowed;
        assert.ok(!given('handed_over') || handingPlaces({ ...agreement, doNot }, now).length > 0);
        assert.ok(!given('posted') || agreement.mayPost || agreement.channel === 'post');
      }),
      runs(100),
    );
  });
});
