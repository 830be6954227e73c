import autocannon from 'autocannon';
import { idOf, longCases } from './load/numbers.ts';
import { memoryOfChildren } from './processor.ts';
import type { Scenario } from './scenarios.ts';
import type { Served } from './serve.ts';
import { asSent, type Signed } from './signed.ts';

/** So many of each kind are asked for at the same moment: more than any office does. */
const atOnce = 50;
const formats = ['pdf', 'word', 'csv'] as const;

/** What became of documents that many asked for at once, and what memory it took. */
export interface Documents {
  readonly format: (typeof formats)[number];
  readonly made: number;
  /** Told that too many are being made, and to try again. */
  readonly putOff: number;
  readonly wrong: number;
  readonly seconds: number;
  /** Bytes: the most that the program held since it started. */
  readonly peak: number;
  /** Bytes: the most that all processes of documents together held; null where the system does not tell. */
  readonly children: number | null;
}

/**
 * Chronologies of 500 entries, many at once, while others open cases.
 * @param people those who ask: one person is given only so many in a minute
 */
export async function makeDocuments(
  served: Served,
  people: readonly Signed[],
  beside: Scenario,
): Promise<readonly Documents[]> {
  const [first] = people;
  if (!first) throw new Error('Somebody has to ask');
  let n = 0;
  const requests = [
    {
      setupRequest(request: autocannon.Request) {
        n += 1;
        return { ...request, ...asSent(beside.request(n), first) };
      },
    },
  ];
  const pages = autocannon({ url: served.url, connections: 4, duration: 600, requests }, () => {});
  const done: Documents[] = [];
  try {
    for (const [turn, format] of formats.entries()) done.push(await all(served, people, format, turn));
  } finally {
    pages.stop();
  }
  return done;
}

async function all(
  served: Served,
  people: readonly Signed[],
  format: Documents['format'],
  turn: number,
): Promise<Documents> {
  const started = performance.now();
  let children: number | null = null;
  const watching = setInterval(() => {
    const now = memoryOfChildren(served.pid);
    if (now !== null) children = Math.max(children ?? 0, now);
  }, 100);
  const asked = Array.from({ length: atOnce }, (_, nth) => {
    const person = people[(turn * atOnce + nth) % people.length];
    return person ? ask(served.url, person, format, nth) : 'wrong';
  });
  const became = await Promise.all(asked);
  clearInterval(watching);
  const count = (what: string) => became.filter((each) => each === what).length;
  return {
    format,
    made: count('made'),
    putOff: count('put off'),
    wrong: count('wrong'),
    seconds: (performance.now() - started) / 1000,
    peak: (await served.usage()).peak,
    children,
  };
}

async function ask(url: string, person: Signed, format: string, nth: number) {
  const path = `/cases/${idOf('case', 1 + (nth % longCases))}/exports`;
  const form = { purpose: 'file', agreed: 'not_asked', from: '', to: '' };
  const looked = await send(url, person, `${path}/new`, form);
  const _version = /name="_version" value="([^"]+)"/.exec(await looked.text())?.[1] ?? '';
  const answer = await send(url, person, path, { ...form, _version, format });
  const bytes = await answer.arrayBuffer();
  if (answer.status === 429) return 'put off';
  const isFile = answer.headers.get('content-disposition')?.startsWith('attachment');
  return answer.status === 200 && isFile && bytes.byteLength > 10_000 ? 'made' : 'wrong';
}

function send(url: string, person: Signed, path: string, form: Readonly<Record<string, string>>) {
  const { method, headers, body } = { body: '', ...asSent({ path, form }, person) };
  return fetch(`${url}${path}`, { method, headers, body });
}
