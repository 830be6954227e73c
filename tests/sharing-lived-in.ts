import type { Colleague, Office } from './policy/office.ts';
import { moment } from './policy/steps.ts';

/** An agency to which they said yes, and another to which they said no. */
export const yesToTheIdva = {
  ...{ agency: 'Exampleton Idva Service', role: 'Duty Idva', sort: 'specialist' },
  ...{ purpose: 'support', kinds: ['account', 'plan'], answer: 'given', way: 'phone' },
  ...{
    by: 'person',
    heard: 'nobody',
    words: 'She may know all of it.',
    ...moment('asked', '2026-11-18T09:50'),
  },
} as const;
export const noToThePolice = {
  ...{ agency: 'Exampleshire Police', role: 'Officer in the case', sort: 'police' },
  ...{ purpose: 'prosecution', kinds: ['account'], answer: 'refused', way: 'phone' },
  ...{ words: 'Not yet.', ...moment('asked', '2026-11-18T09:55') },
} as const;

/** What may go to the police without asking her: they are told of it when she answers. */
export const toThePolice = {
  ...{ agency: 'Exampleshire Police', role: 'Duty sergeant', sort: 'police', purpose: 'safety' },
  ...{ words: 'He has said that he will come back tonight.', wordKinds: ['account'] },
  ...{ ground: 'legal-obligation', condition: 'unlawful-acts', power: 'crime-and-disorder' },
  ...{
    necessity: 'They can watch the street tonight',
    proportionality: 'Nothing of what she told us before',
  },
  ...{ view: 'not_asked', viewWords: 'She does not answer her phone', told: 'will_be' },
  ...{ toldWhy: 'As soon as she answers, by her worker' },
} as const;

/** To the Idva, as they agreed. */
export const toTheIdva = {
  ...{ agency: 'Exampleton Idva Service', role: 'Duty Idva', sort: 'specialist', purpose: 'support' },
  ...{ words: 'She would like somebody to go to court with her.', wordKinds: ['account'], ground: 'consent' },
  ...{ necessity: 'They go to court with people', proportionality: 'Nothing but what she wants from them' },
  ...{ view: 'agrees', told: 'told' },
} as const;

/** What they agreed to in a case, and what was sent. @returns the ids of what is there */
export async function sharingIn(
  { worker, manager, lintel }: Office,
  file: string,
): Promise<Readonly<Record<string, string>>> {
  const confidential = await toldInConfidence(worker, file);
  const told = await writesDown(worker, file, 'person', 'He works nights at the depot.');
  const consent = await worker.finishes(`${file}/consents/new`, yesToTheIdva);
  await worker.finishes(`${file}/consents/new`, noToThePolice);
  const police = await worker.finishes(`${file}/shares/new`, toThePolice);
  const share = await worker.finishes(`${file}/shares/new`, { ...toTheIdva, entries: [told] });
  const asZip = { way: 'zip', format: 'word', toWhom: 'jo@idva.example', told: 'by phone at their office' };
  const made = await worker.fills(`${share}/file`, asZip);
  const domain = {
    agency: 'Exampleton Idva Service',
    domain: 'idva.example',
    howKnown: 'It stands in our agreement',
  };
  await manager.finishes('/agencies', domain);
  await worker.fills(`${share}/link`, {
    address: 'jo@idva.example',
    days: '7',
    codeTold: 'by phone at their office',
  });
  await putRightAndHeldBack({ worker, manager }, file, share, told);
  const { rows } = await lintel.database.owner.query(
    "select id from share_since where share_id = $1 and kind = 'corrected'",
    [share.split('/').at(-1)],
  );
  const idIn = (body: string, before: RegExp) =>
    new RegExp(`${before.source}([0-9a-f-]{36})`).exec(body)?.[1] ?? '';
  return {
    '/cases/:id/entries/:entry/condition/lifting': confidential,
    '/cases/:id/shares/:share/doubt': police.split('/').at(-1) ?? '',
    '/cases/:id/shares/since/:since': String(rows[0]?.id),
    '/cases/:id/shares/:share/correction': share.split('/').at(-1) ?? '',
    '/cases/:id/consents/:consent': consent.split('/').at(-1) ?? '',
    '/cases/:id/shares/:share': share.split('/').at(-1) ?? '',
    '/cases/:id/shares/:share/sent/:sent': idIn(made.body, /\/sent\//),
    '/cases/:id/shares/:share/links/:link': idIn((await worker.get(share)).body, /\/links\//),
    '/agencies/:domain': idIn((await manager.get('/agencies')).body, /\/agencies\//),
    '/cases/:id/recipients/:recipient': idIn((await worker.get(`${file}/sharing`)).body, /\/recipients\//),
  };
}

/** What left is put right, and something is held back: somebody has looked at what goes to the Idva alone. */
async function putRightAndHeldBack(
  { worker, manager }: Pick<Office, 'worker' | 'manager'>,
  file: string,
  share: string,
  told: string,
): Promise<void> {
  await worker.finishes(`${file}/entries/${told}/correction`, { words: 'He works days at the depot.' });
  const held = await writesDown(worker, file, 'agency', 'His sister has rung the school.');
  await worker.finishes(`${file}/entries/${held}/condition/new`, asked);
  await manager.get(`${share}/reading`);
  const why = 'Her words say nothing of the school or of his sister';
  await manager.finishes(`${share}/doubt`, { found: 'nothing', why });
}

const asked = { saidBy: 'Exampleshire Police', words: 'Do not disclose before the trial' };

/** What the police told us, and asked to be kept to ourselves. @returns the id of its entry */
async function toldInConfidence(worker: Colleague, file: string): Promise<string> {
  const words = 'Somebody else has told the police of him, too.';
  const entry = await writesDown(worker, file, 'agency', words);
  await worker.finishes(`${file}/entries/${entry}/condition/new`, asked);
  return entry;
}

/** @returns the id of the entry */
async function writesDown(worker: Colleague, file: string, source: string, words: string): Promise<string> {
  const entries = async () =>
    [...(await worker.get(`${file}/entries`)).body.matchAll(/\/entries\/([0-9a-f-]{36})/g)].map(
      ([, id]) => id,
    );
  const before = await entries();
  await worker.finishes(`${file}/entries/new`, {
    ...{ kind: 'note', source, words },
    ...moment('happened', '2026-11-18T09:40'),
    ...moment('known', '2026-11-18T09:50'),
  });
  return (await entries()).find((id) => !before.includes(id)) ?? '';
}
