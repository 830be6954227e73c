import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aHub } from '../beside-lived-in.ts';
import { lintelSite } from '../lintel-site.ts';
import { triedPacks } from '../packs.ts';
import { importPeople, registerId } from '../register-lived-in.ts';
import { atMillLane } from './home-steps.ts';
import { openOffice, words } from './office.ts';
import { asZip } from './sharing-steps.ts';
import { moment } from './steps.ts';

const withoutHer = {
  ...{ decision: 'refer', why: 'He hits her in front of the boy, who hides', consent: 'disagrees' },
  ...{
    consentWords: 'She fears that he is taken away',
    basis: 'legal-obligation',
    condition: 'safeguarding',
  },
  ...{ told: 'told' },
};
const written = {
  ...{ who: ['yes'], worries: 'The boy hides when the key turns', household: 'Her son, 7' },
  ...{ theirView: 'She does not want it', safely: 'On her own phone before noon; he must not learn of it' },
};

for (const { id: packId, purposes } of triedPacks)
  test(`a child in the home asks, and nothing that is missing stops the referral (${packId})`, async (t) => {
    const lintel = await lintelSite(t, '2026-11-18T10:00');
    const office = await openOffice(lintel, packId);
    const administrator = await office.colleague('administrator');
    const { worker, manager, file } = { ...office, ...(await atMillLane(office)) };
    const list = () => worker.reads('/referrals');
    let referral = '';

    await t.test(
      'an entry that a child told asks for a decision by the next evening, and the team sees it',
      async () => {
        await worker.finishes(`${file}/entries/new`, {
          ...{ kind: 'account', source: 'child', words: 'I hide when the key turns', audience: ['nobody'] },
          ...{ ...moment('happened', '2026-11-18T09:40'), ...moment('known', '2026-11-18T09:50') },
        });
        await office.at('2026-11-18T10:05');
        assert.match(await list(), /A decision is owed/);
        const { body } = await worker.get(`${file}/referrals`);
        referral = /href="(\/referrals\/[0-9a-f-]{36})"/.exec(body)?.[1] ?? '';
        const page = await worker.reads(referral);
        assert.match(page, /Nobody has decided yet/);
        assert.match(page, /A child told us something/);
      },
    );

    await t.test('a reason is a sentence, and without her agreement a ground holds on that day', async () => {
      const refused = await worker.fills(`${referral}/decision`, { ...withoutHer, why: 'x', basis: '' });
      assert.equal(refused.statusCode, 422);
      assert.match(words(refused.body), /Say it in a sentence/);
      const groundless = await worker.fills(`${referral}/decision`, {
        ...withoutHer,
        basis: '',
        condition: '',
      });
      assert.match(words(groundless.body), /This basis is not open to us on that day/);
      await worker.finishes(`${referral}/decision`, withoutHer);
      assert.match(await worker.reads(referral), /Still to be made/);
    });

    await t.test('without a service on record it is made by phone; with one it is written here', async () => {
      assert.match(await worker.reads(`${referral}/writing`), /No service is on record/);
      const anybodys = await administrator.fills('/hubs', {
        ...aHub('The front door'),
        email: 'hub@gmail.com',
      });
      assert.match(words(anybodys.body), /Anybody can have a mailbox there/);
      await administrator.finishes('/hubs', aHub('The front door'));
      assert.equal((await worker.post('/hubs', aHub('Another'))).statusCode, 403);
      assert.match(await worker.reads(`${referral}/writing`), /The council where the home is/);
    });

    await t.test(
      'she does not agree and nobody else has looked: it leaves, and says what it overrides',
      async () => {
        const { body } = await worker.get(`${referral}/writing`);
        const hub = /name="hub"[^>]*value="([0-9a-f-]{36})"/.exec(body)?.[1] ?? '';
        const share = await worker.finishes(`${referral}/writing`, { ...written, hub });
        const page = await worker.reads(share);
        assert.match(page, /It may leave now/);
        assert.match(page, /nothing that is missing stops it/);
        assert.match(page, /Anything else would be stopped by this/);
        assert.ok(purposes.sharing === null || page.includes(purposes.sharing));
        const read = await worker.reads(`${share}/reading`);
        assert.match(read, /What we are worried about/);
        assert.match(read, /he must not learn of it/);

        await importPeople(office, 'P2,Orson,Quince,,1979-07-08,07700 900 124,');
        await worker.post(`${file}/people/new`, {
          ...{ personId: await registerId(office, 'person', 'P2'), describedAs: '' },
          ...{ part: 'alleged_perpetrator', connection: 'married' },
        });
        const his = await worker.fills(`${share}/file`, {
          ...asZip,
          format: 'pdf',
          toWhom: 'Ring 07700 900 124',
        });
        assert.equal(his.statusCode, 422);
        assert.match(words(his.body), /It never goes there/);

        const made = await worker.fills(`${share}/file`, {
          ...asZip,
          format: 'pdf',
          toWhom: 'The duty desk',
        });
        const taken = /href="([^"]+\/sent\/[0-9a-f-]{36})"/.exec(made.body)?.[1] ?? '';
        assert.match(
          await worker.reads(referral),
          /Still to be made/,
          'a file that nobody took is no referral',
        );
        assert.equal((await worker.get(taken)).statusCode, 200);
        assert.match(await worker.reads(referral), /Made; no answer yet/);
        assert.match(await list(), /nobody has said that they have it/);
        assert.match(await worker.reads(share), /SHA-256/i);

        const paper = await worker.post(`${share}/paper`, {});
        assert.equal(paper.headers['content-type'], 'application/pdf');
        assert.match(
          await worker.reads(share),
          /On paper/,
          'what left on paper stands beside what left as a file',
        );
      },
    );

    await t.test(
      'that they have it says how we know, is no answer, and is struck through in error',
      async () => {
        const said = {
          whom: 'The duty desk',
          words: 'They have it',
          ...moment('happened', '2026-11-18T10:04'),
        };
        const unsaid = await worker.fills(`${referral}/answer`, { ...said, answer: 'acknowledged' });
        assert.match(words(unsaid.body), /Say how we know/);
        await worker.finishes(`${referral}/answer`, {
          ...said,
          answer: 'acknowledged',
          knownBy: 'they_wrote',
        });
        assert.match(await worker.reads(referral), /Made; no answer yet/);
        const strike = /href="([^"]+\/correction)"/.exec((await worker.get(referral)).body)?.[1] ?? '';
        await worker.finishes(strike, { why: 'They wrote about another family' });
        assert.match(await worker.reads(referral), /Recorded in error, said/);
        assert.match(await list(), /nobody has said that they have it/);
      },
    );

    await t.test('the list leaves through a manager alone, and names nobody', async () => {
      assert.equal((await worker.get('/referrals.csv')).statusCode, 403);
      const { body } = await manager.get('/referrals.csv');
      assert.match(body, /Made, and no answer yet/);
      assert.doesNotMatch(body, /Quince|hides/);
    });
  });
