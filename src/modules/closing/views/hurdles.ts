import { tag } from '#kit/components/tag.ts';
import { taskList } from '#kit/components/task-list.ts';
import type { Html } from '#kit/html.ts';
import type { CaseId } from '#rules/facts.ts';
import type { Hurdle } from '../closing.ts';

/** What stands in front of closing: each with where it is settled, and the clause that it rests on. */
export function hurdleList(caseId: CaseId, hurdles: readonly Hurdle[]): Html {
  const where: Readonly<Record<Hurdle['at'], string>> = {
    contact: `/cases/${caseId}/contact`,
    risk: `/cases/${caseId}/risk`,
    plan: `/cases/${caseId}/plan`,
    markers: `/cases/${caseId}/markers`,
  };
  return taskList({
    idPrefix: 'closing',
    items: hurdles.map(({ passed, title, reason, clause, at }) => ({
      title: { text: title },
      href: where[at],
      ...(!passed && { hint: { text: `${reason} (${clause})` } }),
      status: passed ? { text: 'Done' } : { html: tag({ text: 'To do', classes: 'govuk-tag--yellow' }) },
    })),
  });
}
