import { importRegisterOf, registerId } from '../register-lived-in.ts';
import type { Fields } from './form.ts';
import type { Colleague, Office } from './office.ts';
import { findsOnBoard, opensCase, writesDown } from './steps.ts';

export const agreed: Fields = {
  ...{ channel: 'phone', value: '07700 900123', agreed: 'yes', post: 'yes', visit: 'yes' },
};
export const toMother: Fields = {
  kind: 'elsewhere',
  address: '9 Quay Row, Otherton',
  source: 'person',
  change: 'moved',
};

/** Zelda’s case at 1 Mill Lane, where post and visits were agreed; Orson, of whom she is afraid, lives at H1 too. */
export async function atMillLane(office: Office) {
  await importRegisterOf(office);
  const { worker } = office;
  const { reference } = await writesDown(worker, { person_name: 'Zelda Quince' });
  const [H1, H2, P1] = [
    await registerId(office, 'property', 'H1'),
    await registerId(office, 'property', 'H2'),
    await registerId(office, 'person', 'P1'),
  ];
  const at = `?person=${P1}&property=${H1}`;
  const file = await opensCase(worker, await findsOnBoard(worker, reference), worker, {}, at);
  await worker.finishes(`${file}/contact/new`, agreed);
  await office.at('2026-11-18T10:05');
  return { worker, file, H1, H2, P1 };
}

/** Sends the form as it stands for the first change. */
export const savesHome = (by: Colleague, file: string, fields: Fields) =>
  by.post(`${file}/home/new`, { _version: '1', ...fields });
