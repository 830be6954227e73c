import { openFile } from '#modules/case-file/index.ts';
import {
  askForChange,
  changesOf,
  checksOf,
  decideAnswer,
  findOutInCase,
  settleItem,
  stepChange,
} from '#modules/tenancies/index.ts';
import { today } from '#rules/calendar.ts';
import type { Found } from '#rules/may-go-ahead.ts';
import { needed } from '#rules/tenancy-change.ts';
import type { Acts, InCase } from './acting.ts';

const pressed = { servedBy: 'feared', freeWill: 'pressed', advice: 'offered', home: 'not_yet' } as const;
const free = { servedBy: 'them', freeWill: 'free', advice: 'had', home: 'decided' } as const;

type Does = 'look-into-tenancy' | 'agree-about-tenancy' | 'ask-for-change' | 'settle-change' | 'step-change';

export const tenancyActs: Acts<Does> = {
  async 'look-into-tenancy'(here) {
    const { tx, office, organisation } = here.acting;
    const { caseId } = here;
    const check = await waiting(here);
    const file = await openFile(tx, organisation, caseId);
    if (!check || !file || file.closedAt || check.answers.some(({ decision }) => decision === null))
      return undefined;
    const goesAhead = check.kind === 'name_removed' && !file.immediateDanger;
    const found: Found = goesAhead ? free : pressed;
    await findOutInCase(tx, office, {
      ...{ ...found, caseId, checkId: check.id, answer: goesAhead ? 'goes_ahead' : 'stopped' },
      words: goesAhead
        ? 'Asked alone, on the phone that was agreed: they have spoken with a solicitor, and want it.'
        : 'Asked alone: they knew nothing of it, and are afraid of what comes next. A solicitor rings them today.',
    });
    return undefined;
  },
  async 'agree-about-tenancy'(here) {
    const { tx, office, organisation } = here.acting;
    const { caseId } = here;
    const check = await waiting(here);
    const file = await openFile(tx, organisation, caseId);
    const put = check?.answers.find(({ decision }) => decision === null);
    if (!put || !file) return undefined;
    const declines = put.answer === 'goes_ahead' && file.immediateDanger;
    await decideAnswer(tx, office, {
      ...{ caseId, answerId: put.id, version: put.version },
      ...(declines
        ? { decision: 'declined', why: 'A danger stands since: ask them again.' }
        : { decision: 'approved', why: '' }),
    });
    return undefined;
  },
  async 'ask-for-change'({ acting: { tx, office }, caseId }, { route, words }) {
    await askForChange(tx, office, { caseId, route, askedAt: office.now.subtract({ minutes: 20 }), words });
    return undefined;
  },
  async 'settle-change'({ acting: { tx, office, organisation }, caseId }) {
    const [change] = await changesOf(tx, organisation, caseId);
    if (!change) return undefined;
    for (const item of needed[change.route])
      await settleItem(tx, office, {
        ...{ caseId, changeId: change.id, item, answer: 'yes', onDay: today(office) },
        ...{ who: 'Ola Brandt, solicitor', words: 'Told on the phone, and in writing since.' },
      });
    return undefined;
  },
  async 'step-change'({ acting: { tx, office, organisation }, caseId }, { step, words }) {
    const [change] = await changesOf(tx, organisation, caseId);
    if (!change || change.steps[0]?.step === step) return undefined;
    await stepChange(tx, office, {
      ...{ caseId, changeId: change.id, step, words },
      ...{ security: step === 'done' ? 'same' : null, manages: step === 'agreed' },
    });
    return undefined;
  },
};

async function waiting({ acting: { tx, organisation }, caseId }: InCase) {
  return (await checksOf(tx, organisation, caseId)).find(({ answer }) => answer === null);
}
