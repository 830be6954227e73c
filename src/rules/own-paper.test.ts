import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { runs } from '../../tests/property.ts';
import { handingPlaces, mayGivePaper, type PaperAgreement, postalWays } from './own-paper.ts';
import { agreements, at, office, phoneAgreed } from './testing.ts';

const now = at('2026-07-01 10:30');
const library: PaperAgreement = { ...phoneAgreed, meetingPlace: 'The library', doNot: '' };
const handed = (differences: Partial<PaperAgreement> = {}) => {
  const verdict = mayGivePaper('handed_over', { ...library, ...differences }, now, office);
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
    assert.deepEqual(postalWays({ ...library, ...moved }, now, office), []);
  });

  test('is not given where nothing was agreed, or no place, or where somebody may suspect', () => {
    assert.equal(mayGivePaper('handed_over', null, now, office).allowed, false);
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
    const places = (differences: object) => [
      ...handingPlaces(withWays(differences), now),
      ...postalWays(withWays(differences), now, office),
    ];
    const further = ['Where it was agreed to meet: her sister’s', 'By post: her sister’s'];
    assert.deepEqual(places({}), ['The library', ...further]);
    for (const doubt of [
      { unsureSince: now },
      { endedAt: now },
      { agreedWithPerson: false },
      { doNot: 'No paper' },
    ])
      assert.deepEqual(places(doubt), ['The library']);
    assert.deepEqual(handingPlaces({ ...withWays({}), unsureSince: now }, now), [further[0]]);
  });

  test('whatever was agreed, it is handed over only at an agreed place, and posted only where post was agreed', () => {
    fc.assert(
      fc.property(agreements, fc.string(), (agreement, doNot) => {
        const given = (way: 'handed_over' | 'posted') =>
          mayGivePaper(way, { ...agreement, doNot }, now, office).allowed;
        assert.ok(!given('handed_over') || handingPlaces({ ...agreement, doNot }, now).length > 0);
        assert.ok(!given('posted') || agreement.mayPost || agreement.channel === 'post');
      }),
      runs(100),
    );
  });
});
