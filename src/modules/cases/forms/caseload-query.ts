import { z } from 'zod';
import { caseStates } from '#modules/case-file/pure.ts';
import { riskLevels, type StaffId } from '#rules/facts.ts';
import { type CaseloadQuery, dueChoices, mostPages, sorts } from '../caseload.ts';

/** What the address asks for; whatever is not understood is as if it had not been said. */
export const caseloadQuery = z.object({
  state: z.enum(['open', ...caseStates]).catch('open'),
  due: z
    .enum(dueChoices.map((choice) => choice.value))
    .nullable()
    .catch(null)
    .default(null),
  danger: z.preprocess((typed) => typed === 'yes', z.boolean()),
  lead: z
    .union([z.literal('unallocated'), z.uuid().transform((id) => id as StaffId)])
    .nullable()
    .catch(null)
    .default(null),
  level: z
    .enum([...riskLevels, 'none'])
    .nullable()
    .catch(null)
    .default(null),
  sort: z.enum(sorts).catch('pressing').default('pressing'),
  page: z.coerce.number().int().min(1).max(mostPages).catch(1).default(1),
}) as unknown as z.ZodType<CaseloadQuery>;

/** The address of a list that shows this; what goes without saying is not said. */
export function caseloadHref(
  path: string,
  query: CaseloadQuery,
  change: Partial<CaseloadQuery> = {},
): string {
  const { state, due, danger, level, lead, sort, page } = { ...query, page: 1, ...change };
  const said = new URLSearchParams();
  if (state !== 'open') said.set('state', state);
  if (due) said.set('due', due);
  if (danger) said.set('danger', 'yes');
  if (level) said.set('level', level);
  if (lead) said.set('lead', lead);
  if (sort !== 'pressing') said.set('sort', sort);
  if (page > 1) said.set('page', String(page));
  const text = said.toString();
  return text === '' ? path : `${path}?${text}`;
}
