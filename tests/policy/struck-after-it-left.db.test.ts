import assert from 'node:assert/strict';
import { test } from 'node:test';
import { housingIn } from '../housing-lived-in.ts';
import { lintelSite } from '../lintel-site.ts';
import { toldOfADebt } from '../money-lived-in.ts';
import { titleOf, triedPacks } from '../packs.ts';
import { looked, wants } from '../security-lived-in.ts';
import { toTheIdva, yesToTheIdva } from '../sharing-lived-in.ts';
import { type Colleague, openOffice } from './office.ts';
import { asZip } from './sharing-steps.ts';
import { aCase, moment } from './steps.ts';

interface Struck {
  readonly what: string;
  /** As the chronology has it. */
  readonly says: string;
  /** @returns the page from which it is struck out */
  write(worker: Colleague, file: string): Promise<string>;
}

const written: readonly Struck[] = [
  {
    ...{ what: 'a step of an offer', says: 'Yes, please' },
    write: (worker, file) => wants(worker, file, 'lock_change'),
  },
  {
    ...{ what: 'advice about housing', says: 'Not another move' },
    write: async (worker, file) => {
      await housingIn(worker, file);
      return `${file}/housing`;
    },
  },
  {
    ...{ what: 'the home as it was looked at', says: 'I hear it when somebody is at the back' },
    write: async (worker, file) => {
      await worker.finishes(`${file}/security/assessments/new`, looked);
      return `${file}/security`;
    },
  },
  {
    ...{ what: 'what they owe', says: 'He made me sign for the car' },
    write: async (worker, file) => {
      await worker.finishes(`${file}/money/new`, toldOfADebt);
      return `${file}/money`;
    },
  },
];

const everyKind = ['who', 'account', 'risk', 'plan', 'contact', 'home', 'family', 'health'];

for (const pack of triedPacks)
  test(`what was struck out after an entry about it had left is told and owed (${pack.id})`, async (t) => {
    const lintel = await lintelSite(t, '2026-11-18T10:00');
    const office = await openOffice(lintel, pack.id);
    const { worker } = office;
    for (const { what, says, write } of written)
      await t.test(what, async () => {
        await office.at('2026-11-18T10:00');
        const file = await aCase(worker);
        const asked = moment('asked', '2026-11-18T09:50');
        await worker.finishes(`${file}/consents/new`, { ...yesToTheIdva, kinds: everyKind, ...asked });
        const page = await write(worker, file);
        const entry = await entryThat(worker, file, says);
        const share = await worker.finishes(`${file}/shares/new`, {
          ...{ ...toTheIdva, words: '', wordKinds: [], entries: [entry] },
        });
        await worker.fills(`${share}/file`, asZip);
        await office.at('2026-11-18T10:10');
        assert.doesNotMatch(await worker.reads(share), /was put right/);

        const strike = /href="([^"]+\/correction)"/.exec((await worker.get(page)).body)?.[1] ?? '';
        await worker.finishes(strike, { reason: 'That was said in another case' });
        await office.at('2026-11-18T10:12');
        assert.match(await worker.reads(share), /What an entry tells of was put right/);
        assert.match(await worker.reads('/day'), new RegExp(titleOf(pack, 'correction-sent')));
        const { body } = await worker.get(share);
        const offered = /href="([^"]*\/shares\/new\?corrects=[^"]+)"/.exec(body)?.[1] ?? '';
        assert.equal((await worker.get(offered.replaceAll('&amp;', '&'))).statusCode, 200);
      });
  });

/** The entry that says so, which agencies may see from now on. @returns its id */
async function entryThat(worker: Colleague, file: string, says: string): Promise<string> {
  const { body } = await worker.get(`${file}/entries`);
  for (const [, path = ''] of body.matchAll(/href="(\/cases\/[^"]+\/entries\/[0-9a-f-]{36})"/g))
    if ((await worker.reads(path)).includes(says)) {
      const given = { audience: ['person', 'agencies'], reason: 'They go to the hearing with her' };
      await worker.finishes(`${path}/audience`, given);
      return path.split('/').at(-1) ?? '';
    }
  throw new Error(`“${says}” is not in the chronology`);
}
