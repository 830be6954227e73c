import { tag } from '#kit/components/tag.ts';
import { taskList } from '#kit/components/task-list.ts';
import type { Html } from '#kit/html.ts';
import { casePaths } from '#modules/case-file/pure.ts';
import { reasonInWords } from '#rules/clauses.ts';
import type { CaseId } from '#rules/facts.ts';
import type { Pack } from '#rules/pack.ts';
import type { Hurdle } from '../closing.ts';

/** What stands in front of closing: each with where it is settled, and the landlord's own clause. */
export function hurdleList(pack: Pack, caseId: CaseId, hurdles: readonly Hurdle[]): Html {
  const where: Readonly<Record<Hurdle['at'], string>> = {
    danger: casePaths.danger(caseId),
    contact: `/cases/${caseId}/contact`,
    risk: `/cases/${caseId}/risk`,
    plan: `/cases/${caseId}/plan`,
    markers: `/cases/${caseId}/markers`,
    safeguarding: casePaths.safeguarding(caseId),
    tenancy: casePaths.tenancyEvents(caseId),
    security: casePaths.security(caseId),
    moves: casePaths.moves(caseId),
    mediation: casePaths.mediation(caseId),
  };
  return taskList({
    idPrefix: 'closing',
    items: hurdles.map(({ passed, title, reason, basis, at }) => ({
      title: { text: title },
      href: where[at],
      ...(!passed && { hint: { text: reasonInWords(pack, { reason, basis }) } }),
      status: passed ? { text: 'Done' } : { html: tag({ text: 'To do', classes: 'govuk-tag--yellow' }) },
    })),
  });
}
