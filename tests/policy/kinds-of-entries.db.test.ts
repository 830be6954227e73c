import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintelSite } from '../lintel-site.ts';
import { toTheIdva, yesToTheIdva } from '../sharing-lived-in.ts';
import { type Colleague, openOffice, words } from './office.ts';
import { aLink, asZip, post, theirDomain } from './sharing-steps.ts';
import { aCase, moment } from './steps.ts';

interface Written {
  readonly name: string;
  readonly says: string;
  readonly kind: 'family' | 'health' | 'home';
  /** What they have to be asked, as the page says it. */
  readonly asked: RegExp;
  write(worker: Colleague, file: string): Promise<unknown>;
}

const changed = (trigger: string, said: string) => (worker: Colleague, file: string) =>
  worker.finishes(`${file}/risk/changes/new`, {
    ...{ trigger, words: said, source: 'person', ...moment('happened', '2026-11-18T09:30') },
  });

const noted = (said: string) => (worker: Colleague, file: string) =>
  worker.finishes(`${file}/entries/new`, {
    ...{ kind: 'observation', source: 'person', words: said, ...moment('happened', '2026-11-18T09:30') },
  });

const written: readonly Written[] = [
  {
    ...{ name: 'contact with the children', kind: 'family', says: 'He may see them on Saturdays.' },
    asked: /They were not asked: children and others of the household/,
    write: changed('child_contact', 'He may see them on Saturdays.'),
  },
  {
    ...{ name: 'a pregnancy', kind: 'health', says: 'She is in her fifth month.' },
    asked: /They were not asked: health, and what they need/,
    write: changed('pregnancy', 'She is in her fifth month.'),
  },
  {
    ...{ name: 'a move', kind: 'home', says: 'She would go to her aunt.' },
    asked: /They were not asked: home, tenancy and rent/,
    write: changed('move', 'She would go to her aunt.'),
  },
  {
    ...{ name: 'what the children heard', kind: 'family', says: 'They were in the next room.' },
    asked: /They were not asked: children and others of the household/,
    write: (worker, file) =>
      worker.finishes(`${file}/entries/new`, {
        ...{ kind: 'observation', source: 'person', words: 'They were in the next room.' },
        ...{ childrenSeen: 'yes', childrenHeard: 'yes', ...moment('happened', '2026-11-18T09:30') },
      }),
  },
  {
    ...{ name: 'a note that speaks of a child and names none', kind: 'family' },
    says: 'The little one hid behind the sofa.',
    asked: /They were not asked: children and others of the household/,
    write: noted('The little one hid behind the sofa.'),
  },
  {
    ...{
      name: 'a note that names a child of the case',
      kind: 'family',
      says: 'Mabel’s bag was by the door.',
    },
    asked: /They were not asked: children and others of the household/,
    write: async (worker, file) => {
      await worker.finishes(`${file}/people/new`, {
        describedAs: 'Her daughter Mabel, aged 7',
        part: 'child_victim',
      });
      await noted('Mabel’s bag was by the door.')(worker, file);
    },
  },
  {
    ...{ name: 'a note that speaks of a pregnancy', kind: 'health', says: 'She told the midwife on Monday.' },
    asked: /They were not asked: health, and what they need/,
    write: noted('She told the midwife on Monday.'),
  },
];

test('an entry counts by what it tells of, and goes only where that was agreed to, for as long as it is', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');
  const sent = post(lintel);
  const office = await openOffice(lintel);
  const { worker, manager } = office;
  await manager.finishes('/agencies', theirDomain);
  for (const { name, says, kind, asked, write } of written)
    await t.test(name, async () => {
      const file = await aCase(worker);
      const account = { ...yesToTheIdva, kinds: ['account', 'risk'] };
      await worker.finishes(`${file}/consents/new`, { ...account, ...moment('asked', '2026-11-18T09:50') });
      await write(worker, file);
      const { body } = await worker.get(`${file}/shares/new`);
      const [, entry = ''] =
        new RegExp(`name="entries"[^>]* value="([^"]+)"(?:(?!name="entries")[\\s\\S])*?${says}`).exec(body) ??
        [];
      assert.notEqual(entry, '', 'it is offered');
      const given = { ...toTheIdva, words: '', wordKinds: [], entries: [entry] };
      const refused = await worker.fills(`${file}/shares/new`, given);
      assert.equal(refused.statusCode, 422);
      assert.match(words(refused.body), asked);

      const more = await worker.finishes(`${file}/consents/new`, {
        ...{ ...yesToTheIdva, kinds: [kind] },
        ...moment('asked', '2026-11-18T09:55'),
      });
      const share = await worker.finishes(`${file}/shares/new`, given);
      const zip = await worker.fills(`${share}/file`, asZip);
      const [, container = ''] = /href="([^"]+\/sent\/[^"]+)"/.exec(zip.body) ?? [];
      const linked = await worker.fills(`${share}/link`, aLink);
      const [, code = ''] = /<strong>(\d{8})<\/strong>/.exec(linked.body) ?? [];
      const url = new URL(sent.at(-1)?.link ?? '').pathname;
      const ways = async () => {
        const headers = { 'content-type': 'application/x-www-form-urlencoded' };
        const payload = new URLSearchParams({ reader: 'Jo Bright', code }).toString();
        const opened = await lintel.partners.inject({ method: 'POST', url, headers, payload });
        return [opened.statusCode, (await worker.get(container)).statusCode];
      };
      assert.deepEqual(await ways(), [200, 200]);
      const back = { change: 'withdrawn', way: 'phone', words: 'Not of that any more' };
      await worker.finishes(`${more}/change`, { ...back, ...moment('said', '2026-11-18T10:00') });
      assert.deepEqual(await ways(), [422, 403]);
    });

  await t.test('also where it was decided before anybody counted it so', async () => {
    const file = await aCase(worker);
    await worker.finishes(`${file}/consents/new`, { ...yesToTheIdva, kinds: ['account', 'family', 'risk'] });
    await written[0]?.write(worker, file);
    const { body } = await worker.get(`${file}/shares/new`);
    const [, entry = ''] =
      /name="entries"[^>]* value="([^"]+)"(?:(?!name="entries")[\s\S])*?on Saturdays/.exec(body) ?? [];
    const share = await worker.finishes(`${file}/shares/new`, {
      ...{ ...toTheIdva, words: '', wordKinds: [], entries: [entry] },
    });
    const { owner } = lintel.database;
    await owner.query(`update share set kinds = '{account}' where id = $1`, [share.split('/').at(-1)]);
    assert.match(await worker.reads(share), /Children and others of the household/);
  });
});
