import {
  adviseMediation,
  arrangeMediation,
  askForMediation,
  decideMediation,
  mediationStands,
  mediationsOf,
  putMediation,
  stopMediation,
  testMediation,
} from '#modules/mediation/index.ts';
import { today } from '#rules/calendar.ts';
import type { MediationAnswers } from '#rules/mediation.ts';
import type { Acts, InCase } from './acting.ts';

type Does =
  | 'ask-for-mediation'
  | 'agree-to-mediation'
  | 'arrange-mediation'
  | 'fear-mediation'
  | 'stop-mediation';

const nothingAgainstIt: MediationAnswers = {
  ...{ joint: 'yes', coercive: 'no', honour: 'no' },
  ...{ court_order: 'no', afraid: 'no', pressed: 'no' },
};

export const mediationActs: Acts<Does> = {
  /** Where something speaks against it, they are told, and go another way. */
  async 'ask-for-mediation'({ acting: { tx, office }, caseId }) {
    if (office.pack.purposes.mediation === null) return undefined;
    const saidAt = office.now.subtract({ minutes: 20 });
    const mediationId = await askForMediation(tx, office, {
      ...{ caseId, idea: 'theirs', alone: 'yes', saidAt },
      words: '“Could somebody neutral speak with them about the tenancy? We cannot.”',
    });
    const of = { caseId, mediationId };
    await testMediation(tx, office, {
      ...{ ...of, answers: nothingAgainstIt },
      words: 'Asked alone, on the phone that was agreed: there was one night, and they parted since.',
    });
    await adviseMediation(tx, office, {
      ...{ ...of, says: 'safe', who: 'The Idva service, the duty worker', givenAt: saidAt },
      words: 'Nothing speaks against it, as long as the two never meet.',
    });
    if ((await mediationStands(tx, office, of)).open)
      await putMediation(tx, office, { ...of, why: 'They ask for it, and went through what else there is.' });
    else
      await stopMediation(tx, office, {
        ...{ ...of, why: 'not_safe' },
        words: 'Told them, alone, why we do not offer it. They look at the other ways with us.',
      });
    return undefined;
  },
  async 'agree-to-mediation'(here) {
    const { tx, office } = here.acting;
    const { caseId } = here;
    const mediation = await open(here);
    const put = mediation?.decisions.find(({ decision }) => decision === null);
    if (!mediation || !put) return undefined;
    const { open: isOpen } = await mediationStands(tx, office, { caseId, mediationId: mediation.id });
    await decideMediation(tx, office, {
      ...{ caseId, decisionId: put.id, version: put.version },
      ...(isOpen
        ? { decision: 'approved', why: '' }
        : { decision: 'declined', why: 'Something has changed since. Look at it again first.' }),
    });
    return undefined;
  },
  async 'arrange-mediation'(here) {
    const { tx, office } = here.acting;
    const mediation = await open(here);
    if (mediation?.decisions[0]?.decision !== 'approved') return undefined;
    await arrangeMediation(tx, office, {
      ...{ caseId: here.caseId, mediationId: mediation.id, who: 'Ana Berg, Mediation South' },
      dayOn: today(office).add({ days: 9 }),
      words: 'The mediator rings each on the number that they gave, and stops at a word.',
    });
    return undefined;
  },
  async 'fear-mediation'(here) {
    const { tx, office } = here.acting;
    const mediation = await open(here);
    if (!mediation) return undefined;
    await testMediation(tx, office, {
      ...{ caseId: here.caseId, mediationId: mediation.id, answers: { ...nothingAgainstIt, afraid: 'yes' } },
      words: '“I said yes too fast. What will he do, if he does not like what I say?”',
    });
    return undefined;
  },
  async 'stop-mediation'(here) {
    const { tx, office } = here.acting;
    const mediation = await open(here);
    if (!mediation) return undefined;
    await stopMediation(tx, office, {
      ...{ caseId: here.caseId, mediationId: mediation.id, why: 'not_safe' },
      words: 'The mediator was told this morning that it stops, and nobody why.',
    });
    return undefined;
  },
};

async function open({ acting: { tx, organisation }, caseId }: InCase) {
  const [latest] = await mediationsOf(tx, organisation, caseId);
  return latest?.steps.some(({ step }) => step !== 'arranged') ? undefined : latest;
}
