import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { runs } from '../../tests/property.ts';
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
    const places = (differences: object) =>
      [...handingPlaces(withWays(differences), now), ...postalWays(withWays(differences), now, office)].map(
        ({ label }) => label,
      );
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
    const [post] = postalWays(withWays({ shared: 'yes', whoMightAnswer: 'her nephew' }), now, office);
    assert.deepEqual(post, {
      label: further[1],
      over: '1',
      terms: 'Others use it too. Who might see it: her nephew',
    });
    assert.equal(
      mayGivePaper('posted', withWays({}), now, office).allowed,
      true,
      'the first shuts no other address',
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
          mayGivePaper(way, { ...agreement, doNot }, now, office).allowed;
        assert.ok(!given('handed_over') || handingPlaces({ ...agreement, doNot }, now).length > 0);
        assert.ok(!given('posted') || agreement.mayPost || agreement.channel === 'post');
      }),
      runs(100),
    );
  });
});
