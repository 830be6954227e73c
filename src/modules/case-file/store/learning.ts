import { z } from 'zod';
import type { StaffContext } from '#kit/http/route.ts';
import { atHomeOf } from '#modules/register/index.ts';
import { today } from '#rules/calendar.ts';
import { householdOf } from '#rules/household.ts';
import type { Around, Learner } from '#rules/who-would-learn.ts';
import type { CaseModel } from '../views/model.ts';

/** Who is around the person of a case, and may come by what is sent or given to them. */
export async function aroundThem(
  { tx, organisation }: Pick<StaffContext, 'tx' | 'organisation'>,
  { file, people, agreed, now, calendar }: CaseModel,
): Promise<Around> {
  const { propertyId, personId } = file;
  const atHome = propertyId && (await atHomeOf(tx, organisation, propertyId, today({ now, calendar })));
  return {
    agreement: agreed,
    household: householdOf({ personId, people, atHome }),
    supported: people.some(({ part, endedAt }) => part === 'supporter' && endedAt === null),
  };
}

/** What was shown of it, as it is kept with whatever left. */
export const learnerRows: z.ZodType<readonly Learner[]> = z.array(
  z.object({ who: z.string(), why: z.string(), how: z.enum(['would', 'could', 'not_known']) }),
);
