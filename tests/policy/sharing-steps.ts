import { dataKinds } from '#rules/sharing.ts';
import type { Lintel } from '../lintel-site.ts';
import { toTheIdva, toThePolice, yesToTheIdva } from '../sharing-lived-in.ts';
import type { Colleague, Office } from './office.ts';
import { aCase, moment } from './steps.ts';

export const asZip = {
  way: 'zip',
  format: 'word',
  toWhom: 'jo@idva.example',
  told: 'by phone at their office',
};
export const theirDomain = {
  ...{
    agency: 'Exampleton Idva Service',
    domain: 'idva.example',
    howKnown: 'It stands in our agreement with them',
  },
};
export const aLink = { address: 'jo@idva.example', days: '3', codeTold: 'by phone at their office' };

/** Decided as they agreed: it may leave. */
export async function anOpenShare({ worker }: Office, asked = '2026-11-18T09:50') {
  const file = await aCase(worker);
  const yes = await worker.finishes(`${file}/consents/new`, { ...yesToTheIdva, ...moment('asked', asked) });
  return { file, yes, share: await worker.finishes(`${file}/shares/new`, toTheIdva) };
}

/** What would go by e-mail, in place of a mail server. */
export function post(lintel: Lintel): { readonly to: string; readonly link: string }[] {
  const sent: { to: string; link: string }[] = [];
  lintel.services.mail.send = async (_, { to, link = '' }) => {
    sent.push({ to, link });
  };
  return sent;
}

/** They agree, and everything of the case that may is decided to go to a court or an agency. @returns which */
export async function decidesAllOf(
  { worker }: Pick<Office, 'worker'>,
  file: string,
  to: 'court' | 'marac' | 'specialist',
  asked = '2026-11-18T09:50',
): Promise<string> {
  const named = {
    court: { agency: 'The county court', role: 'Clerk', sort: 'court' },
    marac: { agency: 'The Marac', role: 'Coordinator', sort: 'marac' },
    specialist: { agency: 'The refuge', role: 'Worker', sort: 'specialist' },
  }[to];
  await worker.finishes(`${file}/consents/new`, {
    ...{ ...yesToTheIdva, ...named, kinds: dataKinds.map(({ value }) => value) },
    ...moment('asked', asked),
  });
  const share = await worker.finishes(`${file}/shares/new`, {
    ...{ ...toTheIdva, ...named, words: '', wordKinds: [] },
    ...(await allOffered(worker, file)),
  });
  return share.split('/').at(-1) ?? '';
}

/** Everything of the case that may is decided to go to the police, whether she agrees or not. @returns which */
export async function decidesAllForThePolice(
  { worker }: Pick<Office, 'worker'>,
  file: string,
): Promise<string> {
  const all = { ...toThePolice, ...(await allOffered(worker, file)) };
  return (await worker.finishes(`${file}/shares/new`, all)).split('/').at(-1) ?? '';
}

async function allOffered(worker: Colleague, file: string) {
  const { body } = await worker.get(`${file}/shares/new`);
  const offered = (name: string) => {
    const found = [...body.matchAll(new RegExp(`name="${name}"[^>]* value="([^"]+)"`, 'g'))];
    return found.length > 0 && { [name]: found.map(([, id = '']) => id) };
  };
  return { ...offered('entries'), ...offered('assessments') };
}

/** What was done about the danger that stands in a case. */
export async function dealsWithDanger(by: Colleague, file: string, at: string): Promise<void> {
  const { body } = await by.get(`${file}/danger`);
  const link = /href="(\/dangers\/[0-9a-f-]{36})"/.exec(body)?.[1] ?? '';
  const done = { done: 'Police went; she is with her sister.', doneBy: 'Ada Keel', ...moment('at', at) };
  await by.finishes(link, done);
}

/** Opens, from the page of a decision, everything that was sent by it. @returns what stood there */
export async function readsWhatWasSent(by: Colleague, share: string): Promise<string> {
  const { body } = await by.get(share);
  const paths = [...body.matchAll(/href="([^"]+\/sent\/[0-9a-f-]{36}\/reading)"/g)].map(
    ([, path = '']) => path,
  );
  const read: string[] = [];
  for (const path of new Set(paths)) read.push(await by.reads(path));
  return read.join('\n');
}

/** Told by the police, and decided that agencies may know it. @returns the case and the entry */
export async function toldByThePolice({
  worker,
}: Office): Promise<{ readonly file: string; readonly entry: string }> {
  const file = await aCase(worker);
  const told = { kind: 'agency', source: 'police', words: 'He is to be arrested on Friday at his work.' };
  await worker.finishes(`${file}/entries/new`, { ...told, ...moment('happened', '2026-11-18T09:30') });
  const { body } = await worker.get(`${file}/entries`);
  for (const [, path = ''] of body.matchAll(/href="(\/cases\/[^"]+\/entries\/[0-9a-f-]{36})"/g)) {
    if (!(await worker.reads(path)).includes('arrested on Friday')) continue;
    await worker.finishes(`${path}/audience`, {
      audience: ['agencies'],
      reason: 'The refuge has to know it',
    });
    return { file, entry: path };
  }
  throw new Error('It is not in the chronology');
}
