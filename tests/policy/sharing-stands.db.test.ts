import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noMail } from '#kit/mail.ts';
import { lintelSite } from '../lintel-site.ts';
import { openOffice, words } from './office.ts';
import { aLink, anOpenShare, asZip, post, theirDomain } from './sharing-steps.ts';

test('a link opens no longer than its decision stands, and there is none where no mail would take it', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');
  const sent = post(lintel);
  const office = await openOffice(lintel);
  const { worker, manager } = office;
  const { share } = await anOpenShare(office);
  await manager.finishes('/agencies', theirDomain);
  await office.at('2026-12-14T10:00');
  const answer = await worker.fills(`${share}/link`, { ...aLink, days: '7' });
  const [, code = ''] = /<strong>(\d{8})<\/strong>/.exec(answer.body) ?? [];
  const url = new URL(sent.find(({ to }) => to === aLink.address)?.link ?? '').pathname;
  const opens = async () => {
    const payload = new URLSearchParams({ reader: 'Jo Bright', code }).toString();
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    return (await lintel.partners.inject({ method: 'POST', url, headers, payload })).statusCode === 200;
  };
  assert.match(await worker.reads(share), /It opens until Wednesday 16 December 2026/);
  assert.equal(await opens(), true);
  await office.at('2026-12-16T10:01');
  assert.equal(await opens(), false, 'decided 28 days ago');

  const { share: another } = await anOpenShare(office, '2026-12-16T10:01');
  assert.match(await worker.reads(another), /Over a link/);
  Object.assign(lintel.services.mail, noMail);
  assert.doesNotMatch(await worker.reads(another), /Over a link/);
  assert.equal((await worker.get(`${another}/link`)).statusCode, 404);
});

test('a file that somebody made who has a conflict is made anew by somebody else', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');
  const office = await openOffice(lintel);
  const { worker, manager, deputy } = office;
  const { file, share } = await anOpenShare(office);
  const made = await deputy.fills(`${share}/file`, asZip);
  const [, path = ''] = /href="([^"]+\/sent\/[^"]+)"/.exec(made.body) ?? [];
  assert.equal((await worker.get(path)).statusCode, 200);
  await manager.finishes(`${file}/conflicts/new`, {
    ...{ staffId: deputy.staff, relation: 'friend', reason: 'They know each other' },
  });
  const refused = await worker.get(path);
  assert.equal(refused.statusCode, 403);
  assert.match(words(refused.body), /Whoever made it has a conflict with this case/);
});
