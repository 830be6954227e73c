import type { TestContext } from 'node:test';
import type { z } from 'zod';
import { type sql, transact } from '#kit/sql.ts';
import { lintelSite } from '../../../tests/lintel-site.ts';
import { type Colleague, type Office, openOffice } from '../../../tests/policy/office.ts';
import { aCase } from '../../../tests/policy/steps.ts';

export const because = { reason: 'danger_now', words: 'The police are at her door and ask for the plan' };

/** A case kept to its lead and the manager; somebody of the team is not among them. */
export async function aKeptCase(t: TestContext) {
  const lintel = await lintelSite(t, '2026-11-18T10:00');
  const office = await openOffice(lintel);
  const { worker, manager } = office;
  const file = await aCase(worker, { person_name: 'Zelda Quince' });
  const reference = /C-[A-Z2-9]{4}-[A-Z2-9]{4}/.exec(await whole(worker, file))?.[0] ?? '';
  await manager.finishes(`${file}/access/restriction`, {
    staffIds: [manager.staff, worker.staff],
    reason: 'She knows somebody in the team',
  });
  const outsider = await office.colleague('da_worker');
  const officer = await office.colleague('data_protection_officer');
  return { lintel, office, worker, manager, outsider, officer, file, reference };
}

export const whole = async (reader: Colleague, path: string) => (await reader.get(path)).body;
export const asks = (who: Colleague, reference: string) =>
  who.fills('/emergency-access/new', { reference, ...because });
export const sees = async (who: Colleague, path: string) => (await who.get(path)).statusCode === 200;

export function rows<T>({ lintel, landlord }: Office, row: z.ZodType<T>, query: ReturnType<typeof sql>) {
  const { organisation } = landlord;
  return transact({ pool: lintel.database.owner, checkRows: true }, { organisation }, (tx) =>
    tx.rows(row, query),
  );
}
