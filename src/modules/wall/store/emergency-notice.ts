import type { Page } from '#kit/http/answers.ts';
import type { Began } from '#kit/http/begin.ts';
import type { Who } from '#kit/http/route.ts';
import type { Services } from '#kit/services.ts';
import { transact } from '#kit/sql.ts';
import { saysSo } from '../emergency.ts';
import { overPage } from '../views/emergency-end.ts';
import { overSince } from './emergency-endings.ts';

const inACase = /^\/cases\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:[/?]|$)/;

/**
 * What somebody reads in place of “not found” about a case that they were let into in an emergency until lately.
 * Null for everybody else: what is behind the wall and what does not exist stay one answer.
 */
export async function whenGone(
  services: Services,
  who: Who,
  { path, packId, closedDays }: { readonly path: string } & Pick<Began, 'packId' | 'closedDays'>,
): Promise<Page | null> {
  const [, caseId] = inACase.exec(path) ?? [];
  if (!caseId) return null;
  const { organisation, staff, roles } = who;
  const now = services.now();
  const over = await transact(services.db, { organisation, staff, roles }, (tx) =>
    overSince(tx, caseId, now.subtract(saysSo), now),
  );
  if (!over) return null;
  const calendar = services.packs.calendarOf(services.packs.find(packId), closedDays);
  return { title: 'Your emergency access has ended', main: () => overPage(over, calendar) };
}
