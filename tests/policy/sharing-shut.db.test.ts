import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Lintel, lintelSite } from '../lintel-site.ts';
import { type Colleague, type Office, openOffice, words } from './office.ts';
import { aLink, anOpenShare, post, theirDomain } from './sharing-steps.ts';

const reader = 'Jo Bright';

/** A link as it is sent. @returns how it answers to a code */
async function aLinkSent(lintel: Lintel, sent: ReturnType<typeof post>, share: string, sender: Colleague) {
  const { body } = await sender.fills(`${share}/link`, aLink);
  const [, code = ''] = /<strong>(\d{8})<\/strong>/.exec(body) ?? [];
  const url = new URL(sent.at(-1)?.link ?? '').pathname;
  const tries = async (typed: string) => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const payload = new URLSearchParams({ reader, code: typed }).toString();
    return (await lintel.partners.inject({ method: 'POST', url, headers, payload })).statusCode === 200;
  };
  return { opens: () => tries(code), guesses: () => tries(code === '00000000' ? '11111111' : '00000000') };
}

async function domainIn({ manager }: Office): Promise<string> {
  const [, path = ''] =
    /href="(\/agencies\/[0-9a-f-]{36}\/ending)"/.exec((await manager.get('/agencies')).body) ?? [];
  return path;
}

test('a domain that is taken away takes its links with it, in every case and for good', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');
  const sent = post(lintel);
  const office = await openOffice(lintel);
  const { worker, manager, deputy } = office;
  const { file, share } = await anOpenShare(office);
  const { file: walled, share: hidden } = await anOpenShare(office);
  const { share: elsewhere } = await anOpenShare(office);
  await manager.finishes('/agencies', theirDomain);
  await office.at('2026-11-18T10:05');
  const link = await aLinkSent(lintel, sent, share, deputy);
  const hiddenLink = await aLinkSent(lintel, sent, hidden, worker);
  const only = { staffIds: [worker.staff], reason: 'She knows everybody else' };
  await deputy.finishes(`${walled}/access/restriction`, only);
  assert.equal((await manager.get(walled)).statusCode, 404);

  await t.test('what ends with it is shown before, of what one may see', async () => {
    const page = await manager.get(await domainIn(office));
    assert.match(words(page.body), /Every link that went there opens nothing any more/);
    assert.ok(page.body.includes(share) && !page.body.includes(hidden));
    const noWhy = await manager.fills(await domainIn(office), { why: '' });
    assert.match(words(noWhy.body), /Say why it is not theirs any more/);
    assert.equal(await link.opens(), true, 'nothing is ended by looking');
  });

  await t.test('from that moment they open nothing, also where the domain comes back', async () => {
    await office.at('2026-11-18T10:10');
    await manager.finishes(await domainIn(office), { why: 'They rang: somebody else has it now' });
    assert.match(
      await manager.reads('/agencies'),
      /Not theirs any more .*They rang: somebody else has it now Wednesday 18 November 2026 at 10:10 by Ada Keel/,
    );
    assert.equal(await link.opens(), false);
    assert.equal(await hiddenLink.opens(), false, 'behind a wall of the manager’s');
    assert.match(await worker.reads(elsewhere), /Over a link/);
    const none = await worker.fills(`${elsewhere}/link`, aLink);
    assert.match(words(none.body), /not a domain on record for this agency/);
    await manager.finishes('/agencies', theirDomain);
    assert.equal(await link.opens(), false, 'it is theirs again, and nobody was asked');
    await office.at('2026-11-18T10:11');
    const another = await aLinkSent(lintel, sent, elsewhere, worker);
    assert.equal(await another.opens(), true);
  });

  await t.test('it stands in each case, and who leads it and who sent it are told', async () => {
    assert.match(await worker.reads(share), /Ended on Wednesday 18 November 2026 at 10:10 by Ada Keel/);
    assert.doesNotMatch(await worker.reads(share), /It opens until/);
    for (const each of [file, walled])
      assert.match(
        await worker.reads(`${each}/entries`),
        /A link to what was shared was ended: where it went/,
      );
    for (const each of [worker, deputy])
      assert.match(await each.reads('/notifications'), /Something that was sent opens no more/);
    const { rows } = await lintel.database.owner.query(
      `select count(*)::int as n from event where name = 'share.link-revoked' and data ->> 'by' = 'domain'`,
    );
    assert.deepEqual(rows, [{ n: 2 }], 'once each');
    await office.at('2026-11-18T10:12');
    const { rows: again } = await lintel.database.owner.query(
      `select count(*)::int as n from event where name = 'share.link-revoked'`,
    );
    assert.deepEqual(again, [{ n: 2 }]);
  });
});

test('five wrong codes lock a link, and it is told to whoever leads the case and whoever sent it', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');
  const sent = post(lintel);
  const office = await openOffice(lintel);
  const { worker, manager, deputy } = office;
  const { file, share } = await anOpenShare(office);
  await manager.finishes('/agencies', theirDomain);
  const link = await aLinkSent(lintel, sent, share, deputy);
  const told = /Something that was sent is locked, for it was tried with wrong codes/;

  for (let each = 0; each < 4; each += 1) await link.guesses();
  await office.at('2026-11-18T10:05');
  assert.doesNotMatch(await worker.reads('/notifications'), told, 'four may be a slip of the finger');
  await link.guesses();
  await office.at('2026-11-18T10:06');
  assert.equal(await link.opens(), false);
  for (const each of [worker, deputy]) {
    const page = await each.reads('/notifications');
    assert.match(page, told);
    assert.doesNotMatch(page, /Idva|Jo Bright|idva\.example/);
  }
  assert.doesNotMatch(await manager.reads('/notifications'), told);
  assert.match(
    await worker.reads(`${file}/entries`),
    /A link to what was shared was locked: five codes were wrong/,
  );
  const page = await worker.reads(share);
  assert.match(page, /Locked: five codes were wrong.*Ring them at the number.*Send another link/);
  assert.doesNotMatch(page, /It opens until/);

  await office.at('2026-11-18T10:20');
  const another = await aLinkSent(lintel, sent, share, deputy);
  assert.equal(await another.opens(), true);
  const settled = /Nothing new\. .*Read, or settled since Something that was sent is locked/;
  assert.match(await worker.reads('/notifications'), settled, 'another was sent in its place');
  const { rows } = await lintel.database.owner.query(
    `select count(*)::int as n from event where name = 'share.link-locked'`,
  );
  assert.deepEqual(rows, [{ n: 1 }]);
});
