import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aFile, aPack } from '../files-lived-in.ts';
import { lintelSite } from '../lintel-site.ts';
import { triedPacks } from '../packs.ts';
import { waysOut } from '../ways-out.ts';
import { asks, enough } from './asking.ts';
import { fillIn } from './form.ts';
import { openOffice, words } from './office.ts';
import { aLink, asZip, decidesAllOf, post, theirDomain } from './sharing-steps.ts';
import { aCase, moment } from './steps.ts';

const forOthers = Object.entries(waysOut).flatMap(([way, { whither }]) =>
  whither === 'others' ? [way] : [],
);

test('what may leave leaves by none of its ways once they have taken their agreement back', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');
  const sent = post(lintel);
  for (const { id: packId, purposes } of triedPacks)
    await t.test(`under ${packId}`, async (t) => {
      const office = await openOffice(lintel, packId);
      await office.at('2026-11-18T10:00');
      const { worker, manager } = office;
      const file = await aCase(worker);
      const assessment = await asks(worker, file, enough({ 'answer-1': 'yes' }));
      await worker.finishes(`${assessment}/ending`, { ending: 'finished', dangerNow: 'no' });
      await aFile(worker, file);
      await office.at('2026-11-18T10:05');
      const { pack, share: packed } = await aPack(worker, file);
      const recipient = await decidesAllOf(office, file, 'specialist');
      const share = `${file}/shares/${recipient}`;
      await manager.finishes('/agencies', { ...theirDomain, agency: 'The refuge' });

      // Everything is begun, and each page looked at, while it may leave.
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
      const forms = new Map<string, { action: string; fields: object }>();
      for (const [path, given] of [
        [copies, asked],
        [`${copy}/print`, {}],
        [`${share}/file`, asZip],
        [`${share}/link`, aLink],
        [`${packed}/evidence/new`, { initials: 'AK', holds: 'originals' }],
      ] as const)
        forms.set(path, fillIn((await worker.get(path)).body, path, given));
      const sends = (path: string) => {
        const { action, fields } = forms.get(path) ?? { action: '', fields: {} };
        return worker.post(action, fields as never);
      };
      const opens = () =>
        lintel.partners.inject({
          ...{ method: 'POST', url: link, headers: { 'content-type': 'application/x-www-form-urlencoded' } },
          payload: new URLSearchParams({ reader: 'Jo Bright', code }).toString(),
        });
      assert.equal((await opens()).statusCode, 200);

      const { body } = await worker.get(`${file}/sharing`);
      const answers = [...body.matchAll(/href="([^"]+\/consents\/[0-9a-f-]{36})"/g)].map(([, path]) => path);
      for (const answer of new Set(answers))
        await worker.finishes(`${answer}/change`, {
          ...{ change: 'withdrawn', way: 'phone', words: 'I do not want it any more' },
          ...moment('said', '2026-11-18T10:05'),
        });

      const ways: Readonly<Record<string, () => ReturnType<typeof worker.get>>> = {
        'POST /cases/:id/exports': () => worker.post(made.action, made.fields),
        'POST /cases/:id/exports/new': () =>
          worker.post(`${file}/exports/new`, { ...asked, from: '', to: '' }),
        'POST /cases/:id/risk/assessments/:assessment/copies/new': () => sends(copies),
        'GET /cases/:id/risk/assessments/:assessment/copies/:copy/print': () => worker.get(`${copy}/print`),
        'POST /cases/:id/risk/assessments/:assessment/copies/:copy/print': () => sends(`${copy}/print`),
        'GET /cases/:id/risk/assessments/:assessment/copies/:copy': () => worker.get(copy),
        'POST /cases/:id/shares/:share/file': () => sends(`${share}/file`),
        'GET /cases/:id/shares/:share/sent/:sent': () => worker.get(container),
        'POST /cases/:id/shares/:share/link': () => sends(`${share}/link`),
        'POST /:link': opens,
        'GET /cases/:id/shares/:share/evidence/new': () => worker.get(`${packed}/evidence/new`),
        'POST /cases/:id/shares/:share/evidence/new': () => sends(`${packed}/evidence/new`),
        'GET /cases/:id/evidence/:pack/archive': () => worker.get(`${pack}/archive`),
      };
      assert.deepEqual(Object.keys(ways).sort(), forOthers.toSorted(), 'each of them is tried');
      const clause = purposes.sharing ?? '';
      assert.notEqual(clause, '');
      for (const [way, goes] of Object.entries(ways))
        await t.test(way, async () => {
          const answer = await goes();
          assert.ok([403, 422].includes(answer.statusCode), `${answer.statusCode}`);
          assert.equal(answer.headers['content-disposition'], undefined);
          assert.doesNotMatch(answer.body, /I may not see my sister/);
          if (way !== 'POST /:link') assert.ok(words(answer.body).includes(clause), words(answer.body));
        });
    });
});
