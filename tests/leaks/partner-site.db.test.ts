import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LightMyRequestResponse } from 'fastify';
import { partnerRoutes } from '../../src/app.ts';
import { lintelSite } from '../lintel-site.ts';
import { openOffice } from '../policy/office.ts';
import { aLink, anOpenShare, post, theirDomain } from '../policy/sharing-steps.ts';
import { captureLog } from './capture.ts';

const reader = 'Quillon Vane';

test('every address of the partner site says nothing to a stranger, in page, header, cache or log', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');
  const sent = post(lintel);
  const { partners } = lintel;
  const log = captureLog(partners);
  const office = await openOffice(lintel);
  const { worker, manager, landlord } = office;
  const { file, share } = await anOpenShare(office);
  await manager.finishes('/agencies', theirDomain);
  const { body } = await worker.fills(`${share}/link`, aLink);
  const [, code = ''] = /<strong>(\d{8})<\/strong>/.exec(body) ?? [];
  const url = new URL(sent.at(-1)?.link ?? '').pathname;
  const token = url.slice(1);
  const [reference = ''] = /C-[A-Z2-9]{4}-[A-Z2-9]{4}/.exec((await worker.get(file)).body) ?? [];
  const { rows } = await lintel.database.owner.query(
    'select name from staff where organisation_id = $1 union select name from organisation where organisation_id = $1',
    [landlord.organisation],
  );
  const names: readonly string[] = rows.map(({ name }) => name);
  const untold = [
    ...[
      'go to court with her',
      'Exampleton',
      'Duty Idva',
      'idva.example',
      'sister',
      reference,
      landlord.slug,
    ],
    ...[...names, landlord.organisation, file, share, 'Lintel', 'abuse', 'victim', 'survivor'],
  ];
  const says = (text: string) => untold.filter((each) => text.toLowerCase().includes(each.toLowerCase()));

  const invented = 'x'.repeat(43);
  const typed = (payload: Record<string, string>) => ({
    method: 'POST' as const,
    headers: { 'content-type': 'application/x-www-form-urlencoded', referer: 'https://mail.example/inbox' },
    payload: new URLSearchParams(payload).toString(),
  });
  const wrong = { reader, code: code === '00000000' ? '11111111' : '00000000' };
  const asked: Readonly<Record<string, () => Promise<LightMyRequestResponse>>> = {
    'its door': () => partners.inject('/'),
    'no link at all': () => partners.inject('/cases'),
    'a link that there is not': () => partners.inject(`/${invented}`),
    'the link': () => partners.inject(url),
    'the link with more': () => partners.inject(`${url}?code=${code}&next=/day`),
    'below the link': () => partners.inject(`${url}/sent`),
    'a code for a link that there is not': () => partners.inject({ ...typed(wrong), url: `/${invented}` }),
    'a wrong code': () => partners.inject({ ...typed(wrong), url }),
    'no code': () => partners.inject({ ...typed({ reader }), url }),
    'a form of another kind': () => partners.inject({ method: 'POST', url, payload: wrong }),
    'nothing but rubbish': () =>
      partners.inject({ ...typed({ reader: '\u0000', code: '٣'.repeat(8) }), url }),
    'another method': () => partners.inject({ method: 'DELETE', url }),
    'how it is': () => partners.inject('/health'),
    'what robots may': () => partners.inject('/robots.txt'),
  };
  for (const [what, ask] of Object.entries(asked))
    await t.test(what, async () => {
      lintel.clock.set(lintel.clock.now().add({ minutes: 2 }));
      const answer = await ask();
      const headers = JSON.stringify(answer.headers);
      assert.ok(answer.statusCode < 500 || what === 'how it is', `${answer.statusCode}`);
      assert.deepEqual(says(answer.body.replaceAll(/\/assets\/[^"]+/g, '')), [], answer.body);
      assert.deepEqual(says(headers), []);
      assert.ok(!headers.includes(token), 'no header carries the link on');
      assert.equal(answer.headers['set-cookie'], undefined);
      assert.equal(answer.headers['cache-control'], 'no-store');
      assert.equal(answer.headers['referrer-policy'], 'no-referrer');
      assert.match(String(answer.headers['x-robots-tag']), /noindex/);
      assert.match(String(answer.headers['content-security-policy']), /script-src 'none'/);
      assert.match(String(answer.headers['content-security-policy']), /frame-ancestors 'none'/);
    });

  await t.test('what the right code opens is for nobody’s cache and no other page', async () => {
    lintel.clock.set(lintel.clock.now().add({ minutes: 2 }));
    const read = await partners.inject({
      ...typed({ reader, code, step: 'purpose', confirmed: 'yes' }),
      url,
    });
    assert.equal(read.statusCode, 200, read.body);
    assert.match(read.body, /go to court with her/);
    assert.equal(read.headers['cache-control'], 'no-store');
    assert.equal(read.headers['referrer-policy'], 'no-referrer');
    assert.doesNotMatch(read.body, /https?:\/\/(?!www\.w3\.org)/, 'it leads nowhere else');
    assert.ok(!read.body.includes(token), 'nor back by itself');
  });

  await t.test(
    'its log knows neither the link, nor the code, nor who read what, even where it breaks',
    async () => {
      const { db } = lintel.services;
      const broken = new Error(`${token} ${code} ${reader}`);
      Object.assign(lintel.services, { db: { ...db, pool: { connect: () => Promise.reject(broken) } } });
      const answer = await partners.inject({ ...typed({ reader, code }), url });
      Object.assign(lintel.services, { db });
      assert.equal(answer.statusCode, 500);
      assert.deepEqual(says(answer.body.replaceAll(/(?:class|href)="[^"]*"/g, '')), [], answer.body);
      assert.ok(!answer.body.includes(code), 'and does not give the code back');
      assert.ok(log.length > 0, 'it says that it broke');
      const said = log.join('');
      for (const each of [token, code, reader, 'mail.example']) assert.ok(!said.includes(each), each);
      // The program's own name stands in it, as in every log of its.
      const others = says(said).filter((each) => each !== 'Lintel');
      assert.deepEqual(others, []);
    },
  );

  await t.test('it has no other address than the link', () => {
    assert.deepEqual([...new Set(partnerRoutes.map(({ path }) => path))], ['/:link', '/jobs/:link']);
  });
});
