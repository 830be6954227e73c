import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintelSite } from '../lintel-site.ts';
import { type Colleague, openOffice, words } from './office.ts';
import { anAgreedCase } from './planning-steps.ts';
import { recordsContact } from './steps.ts';

/** Where the day leads to decide, with what its line says. */
async function decisionsOf(
  by: Colleague,
): Promise<readonly { readonly href: string; readonly line: string }[]> {
  const { body } = await by.get('/day');
  return [...body.matchAll(/<tr[\s\S]*?<\/tr>/g)].flatMap(([line]) => {
    const href = /href="([^"]+)">Decide</.exec(line)?.[1];
    return href ? [{ href, line: words(line) }] : [];
  });
}

test('what waits for a second person is on the day of whoever may decide it, and leads to where they do', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');
  const office = await openOffice(lintel);
  const { worker, manager, deputy } = office;
  await office.at('2026-11-18T10:00');

  await t.test('days on which the office would be closed', async () => {
    const days = { 'first-day': '24', 'first-month': '12', 'first-year': '2026' };
    await manager.finishes('/policy/closures/new', { ...days, reason: 'Everybody is trained' });
    assert.deepEqual(await decisionsOf(manager), [], 'nobody decides what they proposed');
    assert.deepEqual(await decisionsOf(worker), []);
    const [closure, ...others] = await decisionsOf(deputy);
    assert.ok(closure && others.length === 0);
    assert.match(closure.line, /Days on which the office would be closed wait for your decision/);
    await deputy.finishes(closure.href, { decision: 'approved' });
    assert.deepEqual(await decisionsOf(deputy), [], 'and it goes once it is decided');
  });

  await t.test('a closing that waits for a signature', async () => {
    const file = await anAgreedCase(office);
    await recordsContact(worker, file, 'spoke_safely', '2026-11-18T10:00');
    await worker.finishes(`${file}/risk/level`, { level: 'high', reason: 'As she sees it herself' });
    await worker.finishes(`${file}/closings/new`, {
      reason: 'support_complete',
      why: 'The locks are changed, and she says that she sleeps again',
      ...{ told: 'told', toldHow: 'On the phone, at ten' },
    });
    const [closing] = await decisionsOf(manager);
    assert.match(closing?.line ?? '', /A closing waits for your signature/);
    await manager.finishes(closing?.href ?? '', { decision: 'signed' });
    assert.deepEqual(await decisionsOf(manager), []);
  });
});
