import { z } from 'zod';
import type { StaffContext } from '#kit/http/route.ts';
import { atHomeOf, homesBeside, type PropertySummary } from '#modules/register/index.ts';
import { today } from '#rules/calendar.ts';
import { entranceOf } from '#rules/entrance.ts';
import { householdOf } from '#rules/household.ts';
import type { Around, Learner } from '#rules/who-would-learn.ts';
import type { CaseModel } from '../views/model.ts';
import type { CaseFile } from './case-file.ts';

/** Who is around the person of a case, and may come by what is sent or given to them. */
export async function aroundThem(
  { tx, organisation }: Pick<StaffContext, 'tx' | 'organisation'>,
  {
    file,
    people,
    agreed,
    home,
    now,
    calendar,
  }: Pick<CaseModel, 'file' | 'people' | 'agreed' | 'home' | 'now' | 'calendar'>,
): Promise<Around> {
  const { propertyId, personId, homeKind, homeElsewhere } = file;
  const [atHome, beside] = await Promise.all([
    propertyId && atHomeOf(tx, organisation, propertyId, today({ now, calendar })),
    home ? homesBeside(tx, organisation, home) : [],
  ]);
  const lines = homeKind === 'elsewhere' ? [homeElsewhere] : (home?.addressLines ?? []);
  return {
    agreement: agreed,
    home: addressOfHome(file, home),
    household: householdOf({ personId, people, atHome }),
    supported: people.some(({ part, endedAt }) => part === 'supporter' && endedAt === null),
    entrance: entranceOf(lines, beside),
  };
}

/** The home of a case, as a letter would be addressed to it; `''`: it is not known, or they would rather not say. */
export function addressOfHome(
  { homeKind, homeElsewhere }: Pick<CaseFile, 'homeKind' | 'homeElsewhere'>,
  home: PropertySummary | null,
): string {
  if (homeKind === 'elsewhere') return homeElsewhere;
  if (home === null || (homeKind !== null && homeKind !== 'register')) return '';
  return [...home.addressLines, home.postcode].join('\n');
}

/** What was shown of it, as it is kept with whatever left. */
export const learnerRows: z.ZodType<readonly Learner[]> = z.array(
  z.object({
    who: z.string(),
    why: z.string(),
    sees: z.string().optional(),
    how: z.enum(['would', 'could', 'not_known']),
    feared: z.boolean().optional(),
  }),
);
