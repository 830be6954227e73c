import type { EventName } from '#rules/event.ts';
import type { Commitment, Silence } from '#rules/pack.ts';

/* That what is shared goes as the person agreed, or by two people, and that what they take back stops it. */

/** Afterwards, where somebody was in danger: nobody names a time, so that the next working day is Lintel's own. */
export function lookedAtAfterwards(clauses: readonly string[]): Commitment {
  return {
    id: 'share-looked-at',
    clauses,
    title: 'What one person shared because of danger is looked at by a second by the next working day',
    definition:
      'Of what was sent to another agency before a second person had decided, because a danger stood on record, that ' +
      'at which a second person looked by the close of the next working day, and said in words what they found, ' +
      'whether they agreed with it or not. That it is not shared any further ends nothing of this. The policy names ' +
      'no time; the day is Lintel’s.',
    measure: {
      kind: 'clock',
      starts: 'share.sent-in-danger',
      stops: ['share.second-approved', 'share.second-declined'],
      byPlan: [],
      due: { workingDays: 1 },
      escalateAt: [0.5, 1],
    },
  };
}

/** A stopped link helps nobody, and others act on what is wrong until they know: the next working day is ours. */
export function sinceItWasShared(
  decided: readonly string[],
  agreed: readonly string[],
): readonly Commitment[] {
  return [
    {
      id: 'doubt-looked-at',
      clauses: decided,
      title: 'What was held back since is looked for in what was shared by the next working day',
      definition:
        'Where an entry was held back, or somebody took back or refused something, after it was decided to share a ' +
        'plan, answers or words of ours, nothing more leaves by that decision until somebody who neither decided nor ' +
        'sent it has looked whether it repeats it. Of these, those that were looked at by the close of the next ' +
        'working day. Where nothing had left, that it is not shared after all ends it too. The day is Lintel’s.',
      measure: {
        kind: 'clock',
        starts: 'share.doubted',
        stops: ['share.doubt-looked-at'],
        byPlan: [],
        due: { workingDays: 1 },
        escalateAt: [0.5, 1],
      },
    },
    {
      id: 'correction-sent',
      clauses: agreed,
      title: 'What an agency has of us and was put right since, it has put right by the next working day',
      definition:
        'Of what had left for another agency and was put right since (an entry, an assessment, what an entry tells ' +
        'of, a line of the plan that was agreed otherwise, a name or a date of birth, a number that is no way to ' +
        'reach them any more), that of which the correction was sent to the same agency and role by the close of the ' +
        'next working day, or of which somebody said in words why they need not have it. The day is Lintel’s.',
      measure: {
        kind: 'clock',
        starts: 'share.corrected-since',
        stops: ['share.correction-sent', 'share.correction-not-sent'],
        byPlan: [],
        due: { workingDays: 1 },
        escalateAt: [0.5, 1],
      },
    },
  ];
}

/** What they said when they were asked: that nothing was shared shows nobody's keeping. */
const asked: readonly EventName[] = ['consent.given', 'consent.refused', 'consent.doubted'];
const nothingShared: Silence = {
  says: 'nothing was shared',
  asked: { by: asked, called: 'times asked what they agree to' },
};

/** @param decided of the promise that what is told stays confidential; @param agreed of working with agencies */
export function shared({
  decided,
  agreed,
}: {
  readonly decided: readonly string[];
  readonly agreed: readonly string[];
}): readonly Commitment[] {
  return [
    {
      id: 'sharing',
      clauses: decided,
      title: 'What is shared was agreed to, or decided by two people',
      definition:
        'Of what was sent to another agency, what went as the person had agreed, or after a second person had ' +
        'decided too. What went at once because somebody was in danger counts on the other side, and a second person ' +
        'looks at it afterwards. What was not shared after all, and what they answered when they were asked, is told ' +
        'apart. Where nothing was shared, nothing is kept.',
      measure: {
        kind: 'share',
        done: ['share.sent-as-agreed', 'share.sent-by-two'],
        notDone: ['share.sent-in-danger'],
        apart: [...asked, 'share.dropped', 'share.second-declined', 'share.sent-to-safeguard'],
        silence: nothingShared,
      },
    },
    {
      id: 'shared-in-danger',
      clauses: decided,
      title: 'What was shared at once, because somebody was in danger',
      definition:
        'How often something was sent before a second person had decided, because a danger stood on record. Each ' +
        'waits on that person’s day until they have looked.',
      measure: { kind: 'count', of: 'share.sent-in-danger', says: 'times sent at once because of danger' },
    },
    lookedAtAfterwards(decided),
    ...sinceItWasShared(decided, agreed),
    {
      id: 'shared-as-agreed',
      clauses: agreed,
      title: 'Sharing with agencies, as they agreed',
      definition:
        'Of what was sent to another agency, what went as the person had agreed to it: to that agency, for that ' +
        'purpose, about those things. The rest rests on another lawful ground, and is no failure by itself. What ' +
        'they answered when they were asked is told apart: to say no is no failure of anybody’s.',
      measure: {
        kind: 'share',
        done: ['share.sent-as-agreed'],
        notDone: ['share.sent-by-two', 'share.sent-in-danger'],
        apart: [...asked, 'share.sent-to-safeguard'],
        silence: nothingShared,
      },
    },
    {
      id: 'taken-back-in-time',
      clauses: agreed,
      title: 'What they take back stops it in time',
      definition:
        'Of the times that somebody took their agreement back, those in which nothing went under it between when ' +
        'they said so and when it was written down.',
      measure: {
        kind: 'share',
        done: ['consent.withdrawn'],
        notDone: ['consent.withdrawn-too-late'],
        apart: [],
        silence: { says: 'nobody took anything back' },
      },
    },
  ];
}
