import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { CaseId } from '#rules/facts.ts';
import { asked } from '../../src/modules/disclosures/questions/form.ts';
import type { FormName } from '../../src/modules/disclosures/questions/question.ts';
import { lintelSite } from '../lintel-site.ts';
import { triedPacks } from '../packs.ts';
import { type Colleague, type Office, openOffice, words } from '../policy/office.ts';
import { opensCase } from '../policy/steps.ts';
import { chronologyFiles } from './chronology-files.ts';
import { type Answers, type Filled, filled, formsOffered } from './filling.ts';
import { saidOn, wantedOf } from './shown.ts';

/** Never in a chronology: each of them says why where it is declared. */
const keptApart = [
  'contact_value',
  'informant_name',
  'informant_contact',
  'phone-call_back',
  'phone-code_word',
  // A search within the form: nothing is stored.
  'search',
];
/** Asked only where another way of telling is chosen. */
const otherRoute = /^(?!phone-)[a-z_]+-[a-z_]+$|^(?:colleague|relation)_/;

/** By what else was answered. */
const notAsked: Readonly<Record<string, readonly string[]>> = {
  'help site, about themselves': ['reporter'],
  // How to reach whoever told us, never to be named, and kept back.
  'help site, about somebody else': ['reported_for', 'contact_channel', 'contact_times'],
};
const shownAs: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'help site, about themselves': { reported_for: 'The person themselves' },
};

interface Told {
  readonly whole: Filled;
  readonly disclosure: string;
}

for (const { id: packId } of triedPacks)
  describe(`what is told under ${packId}`, async () => {
    test('by phone, by a colleague or on the help site is read again, in the case and its files', async (t) => {
      const lintel = await lintelSite(t, '2026-11-18T10:00');
      const office = await openOffice(lintel, packId);
      const { worker, manager, landlord } = office;
      const forms: Readonly<Record<string, { readonly asks: FormName; readonly tell: () => Promise<Told> }>> =
        {
          disclosure: {
            asks: 'disclosure',
            tell: () => told(worker, worker, '/disclosures/new', { route: 'phone' }),
          },
          concern: {
            asks: 'concern',
            tell: async () => told(await office.colleague('colleague'), worker, '/concerns/new'),
          },
          'help site, about themselves': {
            asks: 'help',
            tell: () => toldHelpSite(office, { reported_for: 'me' }),
          },
          'help site, about somebody else': {
            asks: 'help',
            tell: () => toldHelpSite(office, { reported_for: 'someone_else', reporter: 'neighbour' }),
          },
        };
      for (const [name, { asks, tell }] of Object.entries(forms)) {
        const { whole, disclosure } = await tell();
        const { body } = await worker.get(disclosure);
        assert.deepEqual(
          asked(asks).filter(({ field }) => !(field in whole.fields)),
          [],
          `${name}: each question is asked`,
        );
        const apart = [...keptApart, ...(notAsked[name] ?? [])];
        const wanted = wantedOf(whole, { keptAs: {}, shownAs: shownAs[name] ?? {} }).filter(
          ({ field }) => !apart.includes(field) && !otherRoute.test(field),
        );
        assert.ok(wanted.length >= 6, `${name}: ${wanted.length}`);
        const missing = (said: string) =>
          wanted
            .filter(({ texts }) => !texts.some((text) => said.includes(text.toLowerCase())))
            .map(({ field }) => field);
        assert.deepEqual(missing(saidOn(body)), [], `${name}: on its own page`);
        const children = { children: 'yes', safeguarding: 'refer_today' };
        const file = await opensCase(manager, disclosure, worker, children);
        const { document, sheet } = await chronologyFiles(lintel.services.db, {
          organisation: landlord.organisation,
          caseId: file.split('/').at(-1) as CaseId,
          calendar: lintel.services.packs.calendarOf(lintel.services.packs.find(packId), ''),
          now: lintel.clock.now(),
        });
        for (const made of [document, sheet])
          assert.deepEqual(
            missing(made.toLowerCase()).filter((field) => field !== 'reporter'),
            [],
            `${name}: in the files of its case, which name no informant`,
          );
      }
    });
  });

async function toldHelpSite({ lintel, landlord, worker }: Office, answers: Answers): Promise<Told> {
  const [form] = formsOffered((await lintel.help.inject({ url: `/${landlord.slug}/tell-us` })).body);
  assert.ok(form);
  const whole = filled(form, answers);
  const sent = await lintel.help.inject({
    ...{ method: 'POST', url: form.action },
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(whole.fields as Record<string, string>).toString(),
  });
  assert.equal(sent.statusCode, 303);
  await lintel.work(landlord.organisation);
  return { whole, disclosure: await newest(worker, whole) };
}

/** Fills in the form at that path and sends it. */
async function told(
  teller: Colleague,
  reader: Colleague,
  path: string,
  answers: Answers = {},
): Promise<Told> {
  const { body } = await teller.get(path);
  const form = formsOffered(body).find(({ action }) => action === path);
  assert.ok(form, path);
  const named = Object.fromEntries([1, 2, 3].map((row) => [`colleague_${row}`, '']));
  const whole = filled(form, { ...named, ...answers });
  const sent = await teller.post(path, { ...whole.fields });
  assert.equal(sent.statusCode, 303, words(sent.body));
  return { whole, disclosure: await newest(reader, whole) };
}

/** The disclosure on the board that holds what was just typed. */
async function newest(reader: Colleague, { typed }: Filled): Promise<string> {
  const { body } = await reader.get('/disclosures');
  const links = new Set([...body.matchAll(/href="(\/disclosures\/[0-9a-f-]{36})/g)].map(([, to = '']) => to));
  for (const link of links)
    if ((await reader.get(link)).body.includes(typed.verbatim ?? 'nothing')) return link;
  throw new Error('nothing on the board holds it');
}
