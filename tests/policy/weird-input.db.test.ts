import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { FastifyInstance } from 'fastify';
import { sessionCookie } from '#kit/http/begin.ts';
import type { Route } from '#kit/http/route.ts';
import { newId } from '#kit/ids.ts';
import { stopwatch } from '#kit/now.ts';
import { helpRoutes, staffRoutes } from '../../src/app.ts';
import { furnished } from '../furnished.ts';
import type { LivedIn } from '../lived-in.ts';
import { inFull, runs } from '../property.ts';
import { addSession } from '../site.ts';
import { type Fields, fillIn } from './form.ts';
import type { Colleague } from './office.ts';
import { moment, told } from './steps.ts';

const requests = 10_000;
const atOnce = 10;
/** For how long it is asked in the ordinary run, in milliseconds. */
const patience = 5_000;

/** What nobody would type, and somebody will send. */
const oddities = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\uffff\ufeff',
  '‮ltr‬ مرحبا שלום',
  '🧿👩‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿',
  'Z̷̢͎a̴l̸g̵o̶',
  "'; drop table case_file; --",
  '%_\\%" or 1=1 --',
  '$1 {{x}} %s %00',
  '<script>alert(1)</script>',
  '../../../etc/passwd',
  '-1',
  '0',
  '1e309',
  '99999999999999999999',
  '2147483648',
  'NaN',
  'null',
  'true',
  '29',
  '2026-02-30',
  '31',
  '24:00',
  '9999-12-31',
  '-271821',
  '275760',
  '__proto__',
  'constructor',
  '00000000-0000-0000-0000-000000000000',
  'x'.repeat(300),
  '\r\n\r\nSet-Cookie: a=b',
] as const;

test('whatever is sent to whichever route, it is answered, and never with a fault of ours', async (t) => {
  const { lintel, world } = await furnished(t, 'vivid-2023');
  const { office, everybody, ids } = world;
  const sites = { staff: lintel.app, help: lintel.help };
  const nobody = await begin(lintel.app, '/sign-in', {});
  const names = await fieldNames(everybody, ids);
  const ask = async (asked: readonly Asked[]) => {
    // Some of what is asked signs out, or ends every session.
    const session = await addSession(lintel.services, office.landlord.organisation, everybody.staff);
    const somebody = await begin(lintel.app, '/account', { [sessionCookie]: session });
    const answers = await Promise.all(
      asked.map((each) => send(sites[each.site], each, each.signedIn ? somebody : nobody)),
    );
    for (const [index, status] of answers.entries())
      assert.ok(status < 500, `${status}: ${JSON.stringify(asked[index])}`);
  };
  const untimed = { numRuns: 1, seed: runs(1).seed };
  for (let from = 0; from < every.length; from += atOnce) {
    const some = every.slice(from, from + atOnce).map((each) => request([each], names, ids));
    await fc.assert(fc.asyncProperty(fc.tuple(...some), ask), { ...untimed, endOnFailure: true });
  }
  // Requests in flight are never cut off: a batch is answered or, once time is up, not begun.
  const elapsed = stopwatch();
  const batch = fc.array(request(every, names, ids), { minLength: atOnce, maxLength: atOnce });
  const inTime = async (asked: readonly Asked[]) => {
    if (inFull || elapsed() < patience) await ask(asked);
  };
  await fc.assert(fc.asyncProperty(batch, inTime), {
    ...untimed,
    numRuns: requests / atOnce,
    endOnFailure: true,
  });
});

test('odd words in the right places are kept or refused in words, and their page can be read', async (t) => {
  const { everybody, ids } = (await furnished(t, 'vivid-2023')).world;
  const file = `/cases/${ids['/cases/:id']}`;
  const forms: Readonly<Record<string, Fields>> = {
    '/disclosures/new': told,
    '/concerns/new': { immediate_danger: 'no', indicators: ['damage'], where_known: 'not_known' },
    [`${file}/entries/new`]: { kind: 'note', source: 'person', ...moment('known', '2026-11-18T10:00') },
    [`${file}/people/new`]: { part: 'witness' },
    [`${file}/contact/new`]: { channel: 'phone', agreed: 'yes' },
    [`${file}/contacts/new`]: {
      channel: 'phone',
      outcome: 'no_answer',
      ...moment('happened', '2026-11-18T12:00'),
    },
  };
  for (const [path, answers] of Object.entries(forms))
    for (const oddity of oddities) {
      const { fields } = fillIn((await everybody.get(path)).body, path, answers);
      const untouched = Object.entries(fields).filter(
        ([name, held]) => String(held) === '' && !(name in answers),
      );
      const odd = untouched.filter(([name]) => !/-(day|month|year|time)$|^person_?id$/i.test(name));
      const sent = await everybody.post(path, {
        ...fields,
        ...Object.fromEntries(odd.map(([name]) => [name, oddity])),
      });
      assert.ok(
        sent.statusCode === 303 || sent.statusCode === 422,
        `${path}: ${sent.statusCode} for ${oddity}`,
      );
      const shown = sent.headers.location ?? path;
      assert.equal((await everybody.get(String(shown))).statusCode, 200, `${path}: ${oddity}`);
    }
});

/** The names of every field that a page has: what is odd is more so under a name that is read. */
async function fieldNames(everybody: Colleague, ids: Ids): Promise<readonly string[]> {
  const names = new Set<string>(['q', 'page', 'person', 'search', 'draft', 'period', 'from-day', 'next']);
  for (const route of staffRoutes) {
    const path = route.path.replaceAll(
      /:\w+/g,
      (name, index: number) => ids[route.path.slice(0, index) + name] ?? '',
    );
    const { body } = route.method === 'GET' ? await everybody.get(path) : { body: '' };
    for (const [, name = ''] of body.matchAll(/ name="([^"]+)"/g)) names.add(name);
  }
  return [...names].filter((name) => name !== '_csrf');
}

interface Asked {
  readonly site: 'staff' | 'help';
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly query: string;
  readonly body: string;
  readonly type: string;
  readonly signedIn: boolean;
  readonly forged: boolean;
}

type Ids = LivedIn['ids'];

const every = [
  ...staffRoutes.map((route) => ({ route, site: 'staff' as const })),
  ...helpRoutes.map((route) => ({ route, site: 'help' as const })),
];

function request(routes: typeof every, names: readonly string[], ids: Ids): fc.Arbitrary<Asked> {
  const usual = fc.constantFrom(
    ...Object.values(ids),
    'yes',
    'no',
    'phone',
    'new_case',
    'handover',
    'spoke_safely',
    '18',
    '2026',
  );
  const value = fc.oneof(
    { weight: 20, arbitrary: fc.constantFrom(...oddities) },
    { weight: 20, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
    { weight: 20, arbitrary: usual },
    { weight: 1, arbitrary: fc.constant('é'.repeat(25_000)) },
  );
  const name = fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...names) }, { weight: 1, arbitrary: value });
  const fields = fc.array(fc.tuple(name, value), { maxLength: 25 });
  return fc.constantFrom(...routes).chain(({ route, site }) =>
    fc.record({
      site: fc.constant(site),
      method: fc.constant(route.method),
      path: pathOf(route, ids, value),
      query: fc
        .oneof({ weight: 2, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: fields })
        .map(written),
      body: fields.map((sent) => written([['_submission', newId()], ['_version', '1'], ...sent])),
      type: fc.oneof(
        { weight: 12, arbitrary: fc.constant('application/x-www-form-urlencoded') },
        {
          weight: 1,
          arbitrary: fc.constantFrom('application/json', 'multipart/form-data; boundary=x', 'text/plain', ''),
        },
      ),
      signedIn: fc.oneof(
        { weight: 9, arbitrary: fc.constant(true) },
        { weight: 1, arbitrary: fc.constant(false) },
      ),
      forged: fc.oneof(
        { weight: 19, arbitrary: fc.constant(false) },
        { weight: 1, arbitrary: fc.constant(true) },
      ),
    }),
  );
}

/** Mostly what is there, sometimes what never was. */
function pathOf({ path }: Route, ids: Ids, value: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const parts = [...path.matchAll(/:\w+/g)].map(({ index, 0: name }) => {
    const known = ids[path.slice(0, index) + name] ?? newId<string>();
    return fc.oneof(
      { weight: 4, arbitrary: fc.constant(known) },
      { weight: 1, arbitrary: value.map(encoded) },
    );
  });
  return fc.tuple(...parts).map((filled) => {
    const left = [...filled];
    return path.replaceAll(/:\w+/g, () => left.shift() ?? '');
  });
}

function written(fields: readonly (readonly [string, string])[]): string {
  return fields.map(([name, value]) => `${encoded(name)}=${encoded(value)}`).join('&');
}

/** As a browser would, half a character of two included. */
function encoded(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}

/** A browser that has seen one page: its cookies, and the proof that its forms carry. */
interface Begun {
  readonly cookies: Readonly<Record<string, string>>;
  readonly csrf: string;
}

async function begin(app: FastifyInstance, url: string, cookies: Begun['cookies']): Promise<Begun> {
  const answer = await app.inject({ method: 'GET', url, cookies });
  const given = answer.cookies as readonly { readonly name: string; readonly value: string }[];
  const csrf = /name="_csrf" value="([^"]+)"/.exec(answer.body)?.[1] ?? '';
  assert.notEqual(csrf, '', url);
  return {
    cookies: { ...cookies, ...Object.fromEntries(given.map(({ name, value }) => [name, value])) },
    csrf,
  };
}

let asks = 0;

async function send(app: FastifyInstance, asked: Asked, { cookies, csrf }: Begun): Promise<number> {
  asks += 1;
  const { statusCode } = await app.inject({
    method: asked.method,
    url: asked.query ? `${asked.path}?${asked.query}` : asked.path,
    // Each from an address of its own: whoever asks too often is only turned away.
    remoteAddress: `10.${asks >> 16}.${(asks >> 8) & 255}.${asks & 255}`,
    cookies,
    ...(asked.method === 'POST' && {
      headers: { 'content-type': asked.type },
      payload: `_csrf=${asked.forged ? 'forged' : csrf}&${asked.body}`,
    }),
  });
  return statusCode;
}
