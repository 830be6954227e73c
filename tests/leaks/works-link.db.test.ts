import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LightMyRequestResponse } from 'fastify';
import { apiRoutes, helpRoutes, staffRoutes } from '../../src/app.ts';
import { lintelSite } from '../lintel-site.ts';
import { openOffice } from '../policy/office.ts';
import { anAgreedCase } from '../policy/planning-steps.ts';
import { post } from '../policy/sharing-steps.ts';
import { aContractor, anOrder, holdsAlone, orderOf, wants } from '../security-lived-in.ts';
import { sends, sendsLink } from '../works-link-lived-in.ts';
import { captureLog } from './capture.ts';

const reader = 'Quillon Vane';
const invented = `/jobs/${'x'.repeat(43)}`;

/** What differs from one answer to the next whatever was asked. */
const told = (
  { statusCode, headers: { date: _, 'x-ratelimit-remaining': __, ...headers }, body }: LightMyRequestResponse,
  url: string,
) => JSON.stringify({ statusCode, headers, body }).replaceAll(url, '/jobs/a-link');

test('whoever has a link to one job learns nothing beside it, and whoever has none nothing at all', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');
  const sent = post(lintel);
  const log = captureLog(lintel.partners);
  const office = await openOffice(lintel);
  const { worker, landlord } = office;
  await aContractor(await office.colleague('administrator'));
  const file = await anAgreedCase(office, { visit: 'yes' });
  await worker.finishes(`${file}/security/rights`, holdsAlone);
  const ordered = async (more: Record<string, string>) => {
    const offer = await wants(worker, file, 'make_safe');
    return worker.finishes(orderOf(offer), await anOrder(worker, orderOf(offer), more));
  };
  const another = { address: '99 Elsewhere Lane', askFor: 'Hollis', details: 'The garden gate' };
  const others = await Promise.all([sendsLink(worker, await ordered(another), sent)]);
  const own = await ordered({ askFor: 'Rowan' });
  const { url, code } = await sendsLink(worker, own, sent);
  const [reference = ''] = /C-[A-Z2-9]{4}-[A-Z2-9]{4}/.exec((await worker.get(file)).body) ?? [];
  const { rows } = await lintel.database.owner.query(
    `select name from staff where organisation_id = $1 union select name from organisation where organisation_id = $1
     union select coalesce(given_name, '') || ' ' || family_name from person where organisation_id = $1`,
    [landlord.organisation],
  );
  const names = rows.map(({ name }) => String(name)).filter((name) => name.trim() !== '');
  const untold = [
    ...['99 Elsewhere', 'Hollis', 'garden gate', 'Exampleton', '07700', 'She knows nobody', 'named the hour'],
    ...['abuse', 'victim', 'survivor', 'safe from', 'perpetrator', reference, landlord.slug, file, own],
    ...names,
  ];
  const says = (text: string) => untold.filter((each) => text.toLowerCase().includes(each.toLowerCase()));
  const answers = (at: string, step: string, more: Record<string, string> = {}) => {
    lintel.clock.set(lintel.clock.now().add({ minutes: 2 }));
    return sends(lintel, at, { reader, code, step, ...more });
  };
  const wrong = code === '00000000' ? '11111111' : '00000000';

  await t.test(
    'an unknown link, a wrong code, a shut link and one whose day is over are answered alike',
    async () => {
      const unknown = await answers(invented, 'open');
      assert.equal(unknown.statusCode, 422);
      const same = async (what: string, answer: LightMyRequestResponse, at: string) =>
        assert.equal(told(answer, at), told(unknown, invented), what);
      await same('a wrong code', await answers(url, 'open', { code: wrong }), url);
      const [other] = others;
      assert.ok(other);
      await same('the code of another link', await answers(other.url, 'open'), other.url);
      await same('a step that nobody may take', await answers(invented, 'done', { words: 'x' }), invented);
      const [there, nowhere] = [await lintel.partners.inject(url), await lintel.partners.inject(invented)];
      assert.equal(told(there, url), told(nowhere, invented), 'and its page says nothing before the code');
    },
  );

  await t.test('how long it takes tells nothing: no answer comes sooner than all of them', async () => {
    const took = async (ask: () => Promise<unknown>) => {
      const begun = performance.now();
      await ask();
      return performance.now() - begun;
    };
    assert.ok((await took(() => answers(invented, 'open'))) >= 300);
    assert.ok((await took(() => answers(url, 'open', { code: wrong }))) >= 300);
  });

  await t.test('each page of it, on the day as before it, says this one job and nobody’s story', async () => {
    const walked: string[] = [];
    const walk = async (step: string, more: Record<string, string> = {}) => {
      const answer = await answers(url, step, more);
      walked.push(step);
      assert.ok(answer.statusCode < 500, `${step}: ${answer.statusCode}`);
      assert.deepEqual(says(answer.body.replaceAll(/\/assets\/[^"]+/g, '')), [], `${step}: ${answer.body}`);
      assert.deepEqual(says(JSON.stringify(answer.headers)), []);
      assert.equal(answer.headers['cache-control'], 'no-store');
      assert.equal(answer.headers['referrer-policy'], 'no-referrer');
      assert.equal(answer.headers['set-cookie'], undefined);
      assert.match(String(answer.headers['x-robots-tag']), /noindex/);
      assert.match(String(answer.headers['content-security-policy']), /script-src 'none'/);
      assert.doesNotMatch(answer.body, /https?:\/\/(?!www\.w3\.org)/, 'it leads nowhere else');
      assert.doesNotMatch(answer.body, /<script/);
      return answer.body;
    };
    assert.doesNotMatch(await walk('open'), /Example Row/);
    await walk('arrived');
    await walk('accept');
    await office.at('2026-11-19T09:50');
    assert.match(await walk('open'), /7 Example Row/);
    await walk('problem');
    await walk('arrived');
    await walk('done');
    await walk('problem', { problem: 'somebody_else', words: 'A man' });
    assert.doesNotMatch(await walk('open'), /Example Row/, 'and nothing at all once it ended');
    assert.equal(walked.length, 9);
  });

  await t.test('neither the link nor its code is a key to anything else', async () => {
    const token = url.replace('/jobs/', '');
    const reads = [...staffRoutes, ...helpRoutes].filter(({ method }) => method === 'GET');
    for (const { path } of reads) {
      const at = path.replaceAll(/:\w+/g, token);
      const headers = { authorization: `Bearer ${token}`, cookie: `lintel_session=${token}` };
      const answer = await lintel.app.inject({ url: at, headers });
      // Who signs in chooses the landlord from those that there are.
      const others = says(answer.body).filter((each) => !names.includes(each) && each !== landlord.slug);
      assert.deepEqual(others, [], at);
      assert.doesNotMatch(answer.body, /Example Row|Rowan/, at);
    }
    for (const { path } of apiRoutes) {
      const answer = await lintel.app.inject({
        ...{ method: 'POST', url: path, payload: { contact: '07700900123' } },
        headers: { authorization: `Bearer ${token}` },
      });
      assert.ok(answer.statusCode >= 400, path);
    }
    assert.equal(
      (await lintel.partners.inject(`/${token}`)).statusCode,
      200,
      'the page that asks for a code',
    );
    const elsewhere = await sends(lintel, `/${token}`, { reader, code });
    assert.match(elsewhere.body, /Nothing opens with this/);
  });

  await t.test('the log knows neither the link, nor its code, nor who opened it', () => {
    const written = log.join('');
    for (const each of [url.replace('/jobs/', ''), code, reader, 'Example Row'])
      assert.ok(!written.includes(each), each);
  });
});
