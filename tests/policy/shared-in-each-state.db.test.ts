import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintelSite } from '../lintel-site.ts';
import { noToThePolice, toTheIdva, toThePolice, yesToTheIdva } from '../sharing-lived-in.ts';
import { type Colleague, type Office, openOffice, words } from './office.ts';
import { aLink, asZip, dealsWithDanger, post, readsWhatWasSent, theirDomain } from './sharing-steps.ts';
import { aCase, moment } from './steps.ts';

interface Made {
  readonly file: string;
  readonly share: string;
}
interface State {
  /** On what it rests as it is sent. */
  readonly on: 'their agreement' | 'two people' | 'danger';
  /** What becomes of it afterwards. */
  readonly later: string;
  readonly opens: boolean;
  happens(office: Office, made: Made): Promise<unknown>;
}

const raises = (by: Colleague, file: string) =>
  by.finishes(`${file}/danger/new`, { how: 'partner', said: 'He is at the door' });
const decides = async (by: Colleague, share: string, decision: 'approved' | 'declined') => {
  await by.reads(`${share}/reading`);
  await readsWhatWasSent(by, share);
  await by.finishes(share, { decision, why: 'They had to know it that minute' });
};
const says =
  (change: 'withdrawn' | 'unsure') =>
  async ({ worker }: Office, { file }: Made) => {
    const { body } = await worker.get(`${file}/sharing`);
    const [, yes = ''] = /href="([^"]+\/consents\/[0-9a-f-]{36})"/.exec(body) ?? [];
    await worker.finishes(`${yes}/change`, { change, way: 'phone', ...moment('said', '2026-11-18T10:05') });
  };
const conflict =
  (who: 'deputy') =>
  async (office: Office, { file }: Made) =>
    office.manager.finishes(`${file}/conflicts/new`, {
      ...{ staffId: office[who].staff, relation: 'friend', reason: 'They know each other' },
    });
const drops = ({ worker }: Office, { share }: Made) =>
  worker.finishes(`${share}/dropping`, { why: 'She tells them herself' });
const agencyEnds = async ({ worker }: Office, { file }: Made) => {
  const { body } = await worker.get(`${file}/sharing`);
  const [, path = ''] = /href="([^"]+\/recipients\/[0-9a-f-]{36}\/ending)"/.exec(body) ?? [];
  await worker.finishes(path, { why: 'Somebody else is the duty there now' });
};
/** The words of the decision are written down as told in confidence, after they went. */
const keptBack = async ({ worker }: Office, { file }: Made) => {
  await worker.finishes(`${file}/entries/new`, {
    ...{ kind: 'note', source: 'agency', ...moment('known', '2026-11-18T10:04') },
    ...{ words: `The sister says: ${toThePolice.words}`, ...moment('happened', '2026-11-18T10:03') },
  });
};

const states: readonly State[] = [
  { on: 'their agreement', later: 'nothing', opens: true, happens: async () => undefined },
  { on: 'their agreement', later: 'they take it back', opens: false, happens: says('withdrawn') },
  { on: 'their agreement', later: 'they are not sure', opens: false, happens: says('unsure') },
  {
    ...{ on: 'their agreement', later: 'they say no to the same', opens: false },
    happens: ({ worker }, { file }) =>
      worker.finishes(`${file}/consents/new`, {
        ...{ ...noToThePolice, ...moment('asked', '2026-11-18T10:05') },
        ...{ agency: yesToTheIdva.agency, role: yesToTheIdva.role, sort: yesToTheIdva.sort },
        ...{ recipient: '', purpose: yesToTheIdva.purpose },
      }),
  },
  { on: 'their agreement', later: 'it is shared no further', opens: false, happens: drops },
  { on: 'their agreement', later: 'the agency has no part any more', opens: false, happens: agencyEnds },
  {
    on: 'their agreement',
    later: 'whoever sent it has a conflict',
    opens: false,
    happens: conflict('deputy'),
  },
  { on: 'two people', later: 'nothing', opens: true, happens: async () => undefined },
  { on: 'two people', later: 'it is shared no further', opens: false, happens: drops },
  { on: 'two people', later: 'the agency has no part any more', opens: false, happens: agencyEnds },
  { on: 'two people', later: 'its words are told in confidence', opens: false, happens: keptBack },
  { on: 'danger', later: 'it stands', opens: true, happens: async () => undefined },
  {
    ...{ on: 'danger', later: 'it is dealt with, and nobody has looked', opens: false },
    happens: ({ worker }, { file }) => dealsWithDanger(worker, file, '2026-11-18T10:04'),
  },
  {
    ...{ on: 'danger', later: 'a second person does not agree', opens: false },
    happens: ({ manager }, { share }) => decides(manager, share, 'declined'),
  },
  {
    ...{ on: 'danger', later: 'a second person agrees, and it is dealt with', opens: true },
    happens: async ({ worker, manager }, { file, share }) => {
      await decides(manager, share, 'approved');
      await dealsWithDanger(worker, file, '2026-11-18T10:04');
    },
  },
  {
    ...{ on: 'danger', later: 'it is dealt with, and there is another', opens: true },
    happens: async ({ worker }, { file }) => {
      await dealsWithDanger(worker, file, '2026-11-18T10:04');
      await raises(worker, file);
    },
  },
];

test('what was sent opens by a link, to be read, and as a file in the same states and no other', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');
  const sent = post(lintel);
  const office = await openOffice(lintel);
  const { worker, manager, deputy } = office;
  await manager.finishes('/agencies', theirDomain);
  await manager.finishes('/agencies', { ...theirDomain, agency: toThePolice.agency });
  for (const [nth, { on, later, opens, happens }] of states.entries())
    await t.test(`on ${on}; then: ${later}`, async () => {
      await office.at('2026-11-18T10:00');
      const file = await aCase(worker);
      if (on === 'their agreement') await worker.finishes(`${file}/consents/new`, yesToTheIdva);
      const share = await worker.finishes(
        `${file}/shares/new`,
        on === 'their agreement' ? toTheIdva : toThePolice,
      );
      if (on === 'two people') await decides(manager, share, 'approved');
      if (on === 'danger') await raises(worker, file);
      const zip = await deputy.fills(`${share}/file`, asZip);
      const [, container = ''] = /href="([^"]+\/sent\/[^"]+)"/.exec(zip.body) ?? [];
      const linked = await deputy.fills(`${share}/link`, aLink);
      const [, code = ''] = /<strong>(\d{8})<\/strong>/.exec(linked.body) ?? [];
      const url = new URL(sent.at(-1)?.link ?? '').pathname;
      const partner = async (step: object) => {
        const headers = { 'content-type': 'application/x-www-form-urlencoded' };
        const payload = new URLSearchParams({ reader: 'Jo Bright', code, ...step }).toString();
        // From an office of its own each: of one address so many are let in a minute.
        const from = { remoteAddress: `192.0.2.${nth + 1}` };
        return (await lintel.partners.inject({ method: 'POST', url, headers, payload, ...from })).statusCode;
      };
      const ways = async () => [
        await partner({}),
        await partner({ step: 'purpose', confirmed: 'yes' }),
        (await worker.get(container)).statusCode,
      ];
      assert.deepEqual(await ways(), [200, 200, 200], 'as it was sent');
      await office.at('2026-11-18T10:06');
      await happens(office, { file, share });
      assert.deepEqual(await ways(), opens ? [200, 200, 200] : [422, 422, 403], later);
      const page = words((await worker.get(share)).body);
      (opens ? assert.match : assert.doesNotMatch)(page, /It opens until/);
      assert.match(await readsWhatWasSent(worker, share), /What was sent, word for word/, 'by us it is read');
    });
});
