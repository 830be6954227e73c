import { openFile } from '#modules/case-file/index.ts';
import { checksOf, decideAnswer, findOutInCase } from '#modules/tenancies/index.ts';
import type { Found } from '#rules/may-go-ahead.ts';
import type { Acts, InCase } from './acting.ts';

const pressed = { servedBy: 'feared', freeWill: 'pressed', advice: 'offered', home: 'not_yet' } as const;
const free = { servedBy: 'them', freeWill: 'free', advice: 'had', home: 'decided' } as const;

export const tenancyActs: Acts<'look-into-tenancy' | 'agree-about-tenancy'> = {
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
};

async function waiting({ acting: { tx, organisation }, caseId }: InCase) {
  return (await checksOf(tx, organisation, caseId)).find(({ answer }) => answer === null);
}
