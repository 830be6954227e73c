import { z } from 'zod';
import { type OwedQuery, type OwedStands, owedKinds, owedSorts, owedStands } from '../owed.ts';
import { paths } from '../paths.ts';

const stands = owedStands.map(({ value }) => value);
const kinds = owedKinds.map(({ value }) => value);

/** What the address asks for; what is not understood is as if it had not been said. */
export const owedQuery = z.object({
  stands: z
    .enum(stands as [OwedStands, ...OwedStands[]])
    .nullable()
    .catch(null)
    .default(null),
  kind: z
    .enum(kinds as [string, ...string[]])
    .nullable()
    .catch(null)
    .default(null),
  lead: z
    .union([z.literal('me'), z.uuid()])
    .nullable()
    .catch(null)
    .default(null),
  overdue: z.preprocess((typed) => typed === 'yes', z.boolean()),
  sort: z.enum(owedSorts).catch('due').default('due'),
  page: z.coerce.number().int().min(1).max(80).catch(1).default(1),
}) as unknown as z.ZodType<OwedQuery>;

/** The address of a list that shows this; what goes without saying is not said. */
export function owedHref(query: OwedQuery, change: Partial<OwedQuery> = {}, ending = ''): string {
  const { stands: standing, kind, lead, overdue, sort, page } = { ...query, page: 1, ...change };
  const said = new URLSearchParams();
  if (standing) said.set('stands', standing);
  if (kind) said.set('kind', kind);
  if (lead) said.set('lead', lead);
  if (overdue) said.set('overdue', 'yes');
  if (sort !== 'due') said.set('sort', sort);
  if (page > 1) said.set('page', String(page));
  const text = said.toString();
  return `${paths.owed}${ending}${text === '' ? '' : `?${text}`}`;
}
