import type { Fields } from './policy/form.ts';
import type { Colleague, Office } from './policy/office.ts';

/** A home that they hold alone, in a building of ours. */
export const holdsAlone: Fields = {
  ...{ holder: 'alone', spouse: 'not_married', owner: 'ours', fire: 'agrees' },
  words: 'She showed us the agreement',
};

/** Somebody who may be sent until summer. @returns the page of those who may */
export async function aContractor(administrator: Colleague, name = 'Larch Repairs'): Promise<string> {
  return administrator.finishes('/contractors/new', {
    ...{ name, domain: 'larch.example', phone: '020 7946 0011' },
    ...{ 'vetted-day': '30', 'vetted-month': '6', 'vetted-year': '2027' },
    vettedHow: 'References and checks were seen, and the code of conduct is signed',
  });
}

/** They would like it. @returns the page of the offer */
export async function wants(worker: Colleague, file: string, kind: string): Promise<string> {
  const yes = { kind, answer: 'taken', ownWords: 'Yes, please', way: 'phone' };
  return (await worker.finishes(`${file}/support/new`, yes)).replace(/\/details$/, '');
}

/** A marker with the police that they asked for themselves, and confirmed. @returns the page of its offer */
export async function aMarker(worker: Colleague, file: string): Promise<string> {
  const offer = await wants(worker, file, 'emergency_marker');
  const rings = { whom: 'The control room', told: 'themselves', words: 'She rings them herself' };
  await worker.finishes(`${offer}/order`, rings);
  await worker.finishes(`${offer}/delivery`, {
    whom: 'The control room',
    words: 'She says that they have it',
  });
  await worker.finishes(`${offer}/confirmation`, {
    said: 'confirmed',
    way: 'phone',
    words: 'They read it back',
  });
  return offer;
}

/** Where a measure is ordered, from the page of its offer. */
export function orderOf(offer: string): string {
  return `${offer.replace('/support/', '/security/offers/')}/order`;
}

/** An order that is right, for tomorrow morning. */
export async function anOrder(worker: Colleague, order: string, more: Fields = {}): Promise<Fields> {
  const { body } = await worker.get(order);
  const contractor = /name="contractor"[^>]*value="([0-9a-f-]{36})"/.exec(body)?.[1] ?? '';
  return {
    ...{
      contractor,
      conflict: 'no',
      conflictSaid: 'She knows nobody who works there',
      there: 'no',
      two: 'yes',
    },
    ...{ 'happens-day': '19', 'happens-month': '11', 'happens-year': '2026', from: '10:00', to: '12:00' },
    ...{ address: '7 Example Row\nEX1 2AB', askFor: '', details: 'The front door opens inwards' },
    outsideWhy: 'She named the hour herself on the phone',
    ...more,
  };
}

/**
 * A home that was looked at, a repair that is ordered, and somebody who is not sent.
 * @returns what stands for parameters
 */
export async function securityIn(
  office: Office,
  everybody: Colleague,
  file: string,
): Promise<Readonly<Record<string, string>>> {
  const { worker } = office;
  const contractors = await aContractor(everybody);
  await aContractor(everybody, 'Birch Locks');
  await worker.finishes(`${file}/security/rights`, holdsAlone);
  await worker.finishes(`${file}/security/assessments/new`, looked);
  const broken = await wants(worker, file, 'make_safe');
  const cousin = { conflict: 'yes', conflictSaid: 'His cousin works there' };
  await worker.finishes(orderOf(broken), await anOrder(worker, orderOf(broken), cousin));
  const order = await worker.finishes(orderOf(broken), await anOrder(worker, orderOf(broken)));
  const window = await wants(worker, file, 'make_safe');
  const stopped = await aStop(office, file);
  const { body: marked } = await worker.get(await aMarker(worker, file));
  const { body } = await worker.get(`${file}/security`);
  const { body: list } = await everybody.get(contractors);
  return {
    '/cases/:id/security/assessments/:assessment':
      /\/security\/assessments\/([0-9a-f-]{36})\/correction/.exec(body)?.[1] ?? '',
    '/cases/:id/security/offers/:offer': window.split('/').at(-1) ?? '',
    '/cases/:id/security/orders/:order': order.split('/').at(-1) ?? '',
    '/cases/:id/security/stops/:stop': stopped,
    '/cases/:id/security/conflicts/:conflict': /\/security\/conflicts\/([0-9a-f-]{36})/.exec(body)?.[1] ?? '',
    '/cases/:id/support/looks/:look': /\/support\/looks\/([0-9a-f-]{36})/.exec(marked)?.[1] ?? '',
    '/contractors/:contractor': /\/contractors\/([0-9a-f-]{36})\/vetting/.exec(list)?.[1] ?? '',
  };
}

/** Looked at in the home, on a phone: two parts, and nothing of the others. */
export const looked: Fields = {
  ...{ outcome: 'made', way: 'at_home', words: 'I hear it when somebody is at the back.' },
  ...{ 'area-entry': 'needed', 'words-entry': 'The back door does not lock', 'area-keys': 'not_known' },
};

/** A link that went out and shut by itself, for they do not want it any more. @returns the stop’s id */
async function aStop({ lintel, landlord, worker }: Office, file: string): Promise<string> {
  const offer = await wants(worker, file, 'make_safe');
  const order = await worker.finishes(orderOf(offer), await anOrder(worker, orderOf(offer)));
  const link = { address: 'works@larch.example', codeTold: 'Read out on the telephone' };
  const sent = await worker.fills(`${order}/link`, link);
  if (sent.statusCode !== 200) throw new Error(`No link was sent: ${sent.statusCode}`);
  await worker.finishes(`${offer}/answer`, { answer: 'declined', ownWords: 'Not any more', way: 'phone' });
  await lintel.work(landlord.organisation);
  const { body } = await worker.get(order);
  return /\/security\/stops\/([0-9a-f-]{36})/.exec(body)?.[1] ?? '';
}
