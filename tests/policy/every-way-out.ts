import assert from 'node:assert/strict';
import type { LightMyRequestResponse } from 'fastify';
import { aFile } from '../files-lived-in.ts';
import { waysOut } from '../ways-out.ts';
import { asks, enough } from './asking.ts';
import { fillIn } from './form.ts';
import { type Office, words } from './office.ts';
import { aLink, asZip, type post, theirDomain } from './sharing-steps.ts';
import { aCase } from './steps.ts';

export interface EveryWay {
  readonly file: string;
  readonly share: string;
  /** By its route, what happens where somebody goes that way now. */
  readonly ways: Readonly<Record<string, () => Promise<LightMyRequestResponse>>>;
}

/** Every way on which something goes to others is begun while it may leave: each page is looked at, each thing made. */
export async function everyWayOut(
  office: Office,
  sent: ReturnType<typeof post>,
  {
    agency,
    decides,
  }: {
    readonly agency: string;
    /** Decides that all of it goes, and sees that it may leave. @returns the decision */
    readonly decides: (file: string) => Promise<string>;
  },
): Promise<EveryWay> {
  const { worker, manager, lintel } = office;
  const file = await aCase(worker);
  const assessment = await asks(worker, file, enough({ 'answer-1': 'yes' }));
  await worker.finishes(`${assessment}/ending`, { ending: 'finished', dangerNow: 'no' });
  await aFile(worker, file);
  const recipient = await decides(file);
  const share = `${file}/shares/${recipient}`;
  await manager.fills('/agencies', { ...theirDomain, agency });

  const asked = { purpose: 'partner', recipient };
  const preview = await worker.fills(`${file}/exports/new`, asked);
  assert.equal(preview.statusCode, 200, words(preview.body));
  const made = fillIn(preview.body, `${file}/exports`, { format: 'csv' });
  const copies = `${assessment}/copies/new`;
  const copy = await worker.finishes(copies, asked);
  const zip = await worker.fills(`${share}/file`, asZip);
  const [, container = ''] = /href="([^"]+\/sent\/[^"]+)"/.exec(zip.body) ?? [];
  const linked = await worker.fills(`${share}/link`, aLink);
  const [, code = ''] = /<strong>(\d{8})<\/strong>/.exec(linked.body) ?? [];
  const link = new URL(sent.at(-1)?.link ?? '').pathname;
  const packed = await packOf(office, share);
  const forms = new Map<string, ReturnType<typeof fillIn>>();
  for (const [path, given] of [
    [copies, asked],
    [`${copy}/print`, {}],
    [`${share}/file`, asZip],
    [`${share}/link`, aLink],
    [`${share}/evidence/new`, { initials: 'AK', holds: 'originals', tells: 'nothing' }],
  ] as const)
    forms.set(path, fillIn((await worker.get(path)).body, path, given));
  const sends = (path: string) => {
    const { action, fields } = forms.get(path) ?? { action: '', fields: {} };
    return worker.post(action, fields);
  };
  const opens = (step: object = {}) =>
    lintel.partners.inject({
      ...{ method: 'POST', url: link, headers: { 'content-type': 'application/x-www-form-urlencoded' } },
      payload: new URLSearchParams({ reader: 'Jo Bright', code, ...step }).toString(),
    });
  const reads = { step: 'purpose', confirmed: 'yes' };
  assert.match(words((await opens(reads)).body), /I may not see my sister/, 'it leaves while it may');

  const ways: EveryWay['ways'] = {
    'POST /cases/:id/exports': () => worker.post(made.action, made.fields),
    'POST /cases/:id/exports/new': () => worker.post(`${file}/exports/new`, { ...asked, from: '', to: '' }),
    'POST /cases/:id/risk/assessments/:assessment/copies/new': () => sends(copies),
    'GET /cases/:id/risk/assessments/:assessment/copies/:copy/print': () => worker.get(`${copy}/print`),
    'POST /cases/:id/risk/assessments/:assessment/copies/:copy/print': () => sends(`${copy}/print`),
    'GET /cases/:id/risk/assessments/:assessment/copies/:copy': () => worker.get(copy),
    'POST /cases/:id/shares/:share/file': () => sends(`${share}/file`),
    'GET /cases/:id/shares/:share/sent/:sent': () => worker.get(container),
    'POST /cases/:id/shares/:share/link': () => sends(`${share}/link`),
    'POST /:link': () => opens(),
    'POST /:link, to read': () => opens(reads),
    'GET /cases/:id/shares/:share/evidence/new': () => worker.get(`${share}/evidence/new`),
    'POST /cases/:id/shares/:share/evidence/new': () => sends(`${share}/evidence/new`),
    'GET /cases/:id/evidence/:pack/archive': () => worker.get(`${packed}/archive`),
  };
  const tried = new Set(Object.keys(ways).map((way) => way.replace(/,.*/, '')));
  assert.deepEqual([...tried].sort(), forOthers.toSorted(), 'each of them is tried');
  return { file, share, ways };
}

const forOthers = Object.entries(waysOut).flatMap(([way, { whither }]) =>
  whither === 'others' ? [way] : [],
);

async function packOf({ worker }: Office, share: string): Promise<string> {
  const page = await worker.get(`${share}/evidence/new`);
  const files = [...page.body.matchAll(/name="chosen"[^>]*value="([0-9a-f-]{36})"/g)];
  const chosen = files.map(([, id]) => id ?? '');
  const made = await worker.fills(`${share}/evidence/new`, {
    chosen,
    holds: 'originals',
    initials: 'AK',
    tells: 'nothing',
  });
  return /href="([^"]+\/evidence\/[0-9a-f-]{36})"/.exec(made.body)?.[1] ?? '';
}

/** Nothing of it comes that way, and the page says why by the landlord's own clause. */
export function assertShut(way: string, answer: LightMyRequestResponse, clause: string): void {
  assert.ok([403, 422].includes(answer.statusCode), `${answer.statusCode}`);
  assert.equal(answer.headers['content-disposition'], undefined);
  assert.doesNotMatch(answer.body, /I may not see my sister/);
  if (!way.startsWith('POST /:link'))
    assert.ok(words(answer.body).includes(clause), words(answer.body).slice(0, 600));
}
