import { z } from 'zod';
import { sql } from '#kit/sql.ts';
import { openFile } from '#modules/case-file/index.ts';
import {
  answerOffer,
  awayOf,
  decideLesser,
  endAway,
  goAway,
  movesOf,
  putLesser,
  recordFelt,
  recordOffer,
  recordPlace,
  recordStep,
  wishToMove,
} from '#modules/moves/index.ts';
import { riskStanding, stateLevel } from '#modules/risk-level/index.ts';
import { today } from '#rules/calendar.ts';
import { tenancyTypes } from '#rules/words.ts';
import type { Acts, InCase } from './acting.ts';

const held = z.object({ type: z.enum(tenancyTypes.map(({ value }) => value)) });

export const moveActs: Acts<
  'wish-to-move' | 'offer-home' | 'agree-to-lesser' | 'move-house' | 'ask-how-safe' | 'stay-after-all'
> = {
  async 'wish-to-move'({ acting: { tx, office, organisation }, caseId }, { kind, words, asked, away }) {
    const file = await openFile(tx, organisation, caseId);
    if (!file || file.closedAt) return undefined;
    const on = today(office);
    await wishToMove(tx, office, {
      ...{ caseId, kind, words, wishedOn: on, bedrooms: 2, adaptations: '', schools: '' },
      withWhom: kind === 'reciprocal' ? 'Another landlord of the county' : '',
    });
    const asking = { caseId, askedOn: on, whoGoes: '' } as const;
    if (asked) {
      const why = 'His mother lives there, and he is at hers most days.';
      await recordPlace(tx, office, {
        ...asking,
        kind: 'area',
        place: 'The streets behind the station',
        why,
      });
    }
    if (away && (await awayOf(tx, organisation, caseId)).length === 0)
      await goAway(tx, office, { caseId, whereabouts: 'with_somebody', since: on, words: '' });
    return undefined;
  },
  async 'offer-home'(here, { comes }) {
    const { tx, office, organisation } = here.acting;
    const { caseId } = here;
    const move = await underWay(here);
    if (!move) return undefined;
    const on = today(office);
    const home = await tx.maybe(
      held,
      sql`select t.tenancy_type as type from case_file c
        join tenancy t on t.organisation_id = c.organisation_id and t.id = c.tenancy_id
        where c.organisation_id = ${organisation} and c.id = ${caseId}`,
    );
    const heldType = home?.type ?? 'not_known';
    const trial = heldType === 'starter' || heldType === 'introductory';
    const offerId = await recordOffer(tx, office, {
      ...{
        caseId,
        moveId: move.id,
        home: 'A flat on the second floor, from Monday',
        landlord: '',
        offeredOn: on,
      },
      ...{ heldType, offeredType: comes === 'lesser' ? 'starter' : heldType, words: '' },
      timeCounts: comes === 'lesser' ? 'no' : trial ? 'yes' : '',
    });
    const offer = { caseId, offerId };
    if (comes === 'not_safe') {
      const words = '“That is two streets from his work.”';
      await answerOffer(tx, office, { ...offer, answer: 'refused_safety', answeredOn: on, words });
      return undefined;
    }
    await putOrAccept(here, offerId);
    return undefined;
  },
  async 'agree-to-lesser'(here) {
    const { tx, office } = here.acting;
    const { caseId } = here;
    const move = await underWay(here);
    const put = move?.offers.flatMap(({ lesser }) => lesser).find(({ decision }) => decision === null);
    if (!put) return undefined;
    await decideLesser(tx, office, {
      ...{ caseId, decisionId: put.id, version: put.version, decision: 'approved' },
      why: 'They know what they would lose, and nothing as secure is free before the spring.',
    });
    return undefined;
  },
  async 'move-house'(here) {
    const { tx, office, organisation } = here.acting;
    const { caseId } = here;
    const move = await underWay(here);
    if (!move) return undefined;
    const on = today(office);
    const agreed = move.offers.find(({ lesser }) => lesser[0]?.decision === 'approved');
    if (agreed && agreed.answers.length === 0) {
      const words = '“Yes. I know that it is a trial.”';
      await answerOffer(tx, office, {
        caseId,
        offerId: agreed.id,
        answer: 'accepted',
        answeredOn: on,
        words,
      });
    } else if (!move.offers.some(({ answers: [last] }) => last?.answer === 'accepted')) return undefined;
    await recordStep(tx, office, { caseId, moveId: move.id, step: 'moved', dayOn: on, who: '', words: '' });
    const [away] = await awayOf(tx, organisation, caseId);
    if (away && away.endedAt === null)
      await endAway(tx, office, {
        caseId,
        awayId: away.id,
        how: 'moved',
        why: 'They live in their new home.',
      });
    return undefined;
  },
  async 'ask-how-safe'({ acting: { tx, office, organisation }, caseId }, { feeling }) {
    const [moves, file, risk] = await Promise.all([
      movesOf(tx, organisation, caseId),
      openFile(tx, organisation, caseId),
      riskStanding(tx, organisation, caseId),
    ]);
    const move = moves.find(({ steps }) => steps.some(({ step }) => step === 'moved'));
    if (!move || !file || file.closedAt) return undefined;
    const level = file.riskLevel;
    if (level && !risk.loweringWaiting) {
      const reason = 'They have moved, and nobody whom they fear knows where to, as far as they can tell.';
      await stateLevel(tx, office, caseId, { level, reason, grounds: [], callOuts: null, lastMaracOn: null });
    }
    const words = { safe: '“I slept.”', not_safe: '“The door to the yard does not close.”', not_said: '' }[
      feeling
    ];
    await recordFelt(tx, office, { caseId, moveId: move.id, feeling, askedOn: today(office), words });
    return undefined;
  },
  async 'stay-after-all'(here) {
    const { tx, office } = here.acting;
    const move = await underWay(here);
    if (!move) return undefined;
    const words = '“I have thought about it. I would like to stay, with the new locks.”';
    const given = { caseId: here.caseId, moveId: move.id, dayOn: today(office), who: '', words };
    await recordStep(tx, office, { ...given, step: 'not_wanted' });
    return undefined;
  },
};

/** One as secure they accept; for another they agree first, and a manager decides. */
async function putOrAccept(here: InCase, offerId: string): Promise<void> {
  const { tx, office, organisation } = here.acting;
  const { caseId } = here;
  const moves = await movesOf(tx, organisation, caseId);
  const offer = moves.flatMap(({ offers }) => offers).find(({ id }) => id === offerId);
  const on = today(office);
  if (offer?.security === 'same' || offer?.security === 'greater')
    return answerOffer(tx, office, {
      caseId,
      offerId,
      answer: 'accepted',
      answeredOn: on,
      words: '“Yes, please.”',
    });
  await putLesser(tx, office, {
    ...{ caseId, offerId, askedOn: on, legal: 'had' },
    words:
      '“I know that it begins with a trial, and that I could lose it more easily. I want it all the same.”',
    why: 'Nothing as secure is free that is far enough away.',
  });
}

async function underWay({ acting: { tx, organisation }, caseId }: InCase) {
  const file = await openFile(tx, organisation, caseId);
  const [latest] = await movesOf(tx, organisation, caseId);
  const isOver = latest?.steps.some(({ step }) => step === 'moved' || step === 'not_wanted');
  return isOver || !file || file.closedAt ? undefined : latest;
}
