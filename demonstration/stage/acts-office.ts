import { readAllNotifications } from '#modules/account/index.ts';
import { loadInstrument, readInstrumentFile } from '#modules/assessments/index.ts';
import { setRate } from '#modules/costs/index.ts';
import { openFund, topUp } from '#modules/grants/index.ts';
import { financialYear } from '#modules/grants/pure.ts';
import { closuresOf, decideClosure, proposeClosure } from '#modules/policy/index.ts';
import { addOnCall, recordAbsence } from '#modules/rota/index.ts';
import { today } from '#rules/calendar.ts';
import type { Action } from '../script/steps.ts';
import type { Acting } from './acting.ts';
import { colleague } from './landlord.ts';

const done = [
  'read-notices',
  'be-away',
  'plan-on-call',
  'propose-closure',
  'agree-to-closure',
  'load-instrument',
  'open-fund',
  'set-rate',
] as const;

/** What somebody does that belongs to no story. */
type OfficeAction = Extract<Action, { readonly does: (typeof done)[number] }>;

export function isOfficeAction(action: Action): action is OfficeAction {
  return done.some((does) => does === action.does);
}

export async function actInOffice(acting: Acting, action: OfficeAction): Promise<void> {
  const { tx, office, organisation } = acting;
  const { id: staff } = colleague(acting, action.by);
  if (action.does === 'read-notices') return readAllNotifications(tx, organisation, staff, office.now);
  if (action.does === 'propose-closure') {
    const { firstDay, lastDay, reason } = action;
    await proposeClosure(tx, office, { firstDay, lastDay, opens: null, reason });
    return;
  }
  if (action.does === 'agree-to-closure') {
    const waiting = (await closuresOf(tx, organisation)).find(({ decision }) => decision === null);
    if (!waiting) throw new Error('No closure waits for a decision');
    await decideClosure(tx, office, waiting, { decision: 'approved', why: '', version: waiting.version });
    return;
  }
  if (action.does === 'open-fund') {
    const { name, about, pence } = action;
    const fundId = await openFund(tx, office, { name, about });
    if (fundId === null) throw new Error('Another fund has this name');
    const year = financialYear(today(office));
    await topUp(tx, office, { fundId, year, pence, words: 'Its first budget.' });
    return;
  }
  if (action.does === 'set-rate') {
    const { kind, pence, source } = action;
    await setRate(tx, office, { kind, pence, source, fromDay: today(office) });
    return;
  }
  if (action.does === 'load-instrument') {
    const read = readInstrumentFile(action.file);
    if (!read.ok) throw new Error(read.problems.join('; '));
    await loadInstrument(tx, office, { file: read.file, effectiveFrom: today(office) });
    return;
  }
  const { from } = action;
  if (action.does === 'be-away') {
    const { until } = action;
    await recordAbsence(tx, { ...office, staff }, { staffId: staff, deputyId: null, from, until });
    return;
  }
  const { to, reach } = action;
  const [staffId, secondId] = [action.first, action.second].map((post) => colleague(acting, post).id);
  if (staffId && secondId) await addOnCall(tx, { ...office, staff }, { staffId, secondId, from, to, reach });
}
