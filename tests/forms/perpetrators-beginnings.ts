import type { LivedIn } from '../lived-in.ts';
import { feared, isPut, isSafe, proposes } from '../perpetrators-lived-in.ts';
import { aCase, recordsContact } from '../policy/steps.ts';

async function proposed({ office }: LivedIn): Promise<{ file: string; action: string }> {
  const file = await aCase(office.worker);
  await feared(office, file);
  return { file, action: await proposes(office.worker, file) };
}

const part = (name: string) => async (world: LivedIn) => ({
  on: `${(await proposed(world)).action}/${name}`,
});

const nowIn = ({ office }: LivedIn) =>
  office.lintel.clock
    .now()
    .toZonedDateTimeISO('Europe/London')
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' });

async function agreed(world: LivedIn): Promise<string> {
  const { worker, manager } = world.office;
  const { file, action } = await proposed(world);
  await isSafe(worker, action, nowIn(world));
  await manager.finishes(await isPut(worker, action), { decision: 'approved' });
  await recordsContact(worker, file, 'spoke_safely', nowIn(world));
  return action;
}

const today = { 'happens-day': '18', 'happens-month': '11', 'happens-year': '2026' };

async function told(world: LivedIn): Promise<string> {
  const action = await agreed(world);
  const words = 'On the phone: she stays with her sister that day';
  await world.office.worker.finishes(`${action}/telling`, { told: 'told', words, ...today });
  return action;
}

/** What must have happened before the forms about whoever is feared are offered. */
export const enforcementBeginnings = {
  '/cases/:id/enforcement/new': async ({ office }: LivedIn) => {
    const file = await aCase(office.worker);
    await feared(office, file);
    return { on: `${file}/enforcement/new` };
  },
  '/cases/:id/enforcement/:action/view': part('view'),
  '/cases/:id/enforcement/:action/test': part('test'),
  '/cases/:id/enforcement/:action/dropping': part('dropping'),
  '/cases/:id/enforcement/:action/manager': async (world: LivedIn) => {
    const { action } = await proposed(world);
    await isSafe(world.office.worker, action, nowIn(world));
    return { on: `${action}/manager` };
  },
  '/cases/:id/enforcement/decisions/:decision': async (world: LivedIn) => {
    const { action } = await proposed(world);
    await isSafe(world.office.worker, action, nowIn(world));
    return { on: await isPut(world.office.worker, action) };
  },
  '/cases/:id/enforcement/:action/telling': async (world: LivedIn) => ({
    on: `${await agreed(world)}/telling`,
  }),
  '/cases/:id/enforcement/:action/taking': async (world: LivedIn) => ({ on: `${await told(world)}/taking` }),
  '/cases/:id/enforcement/:action/outcome': async (world: LivedIn) => {
    const action = await told(world);
    const done = { 'done-day': '18', 'done-month': '11', 'done-year': '2026' };
    await world.office.worker.finishes(`${action}/taking`, { ...done, words: 'The manager spoke with him' });
    return { on: `${action}/outcome` };
  },
};
