import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aRunningCase, at, text, titleOf } from '#modules/cases/pages.fixture.ts';
import { london } from '../../../tests/site.ts';

type Case = Awaited<ReturnType<typeof aRunningCase>>;

const entry = (words: string, when: string, more: Record<string, string | readonly string[]> = {}) => ({
  kind: 'note',
  source: 'colleague',
  words,
  ...at('happened', when),
  ...at('known', when),
  ...more,
});

/** The id of the newest entry that holds these words. */
async function entryWith({ worker, caseId }: Case, words: string): Promise<string> {
  const { body } = await worker.post(`/cases/${caseId}/entries`, { text: words });
  const found = /id="entry-([0-9a-f-]{36})"/.exec(body)?.[1];
  assert.ok(found, `no entry holds “${words}”`);
  return found;
}

async function aFullCase(...given: Parameters<typeof aRunningCase>) {
  const running = await aRunningCase(...given);
  const { worker, caseId } = running;
  const post = async (fields: Record<string, string | readonly string[]>) => {
    const answer = await worker.post(`/cases/${caseId}/entries/new`, fields);
    assert.equal(answer.statusCode, 303, text(answer.body));
  };
  await worker.post(`/cases/${caseId}/people/new`, {
    describedAs: 'Her son Teo, aged 7',
    part: 'child_victim',
  });
  await post(entry('Zoë rang: the café was shut', '2026-11-10T09:00', { source: 'person', kind: 'account' }));
  await post(
    entry('He shouted at 100% volume', '2026-11-11T09:00', { kind: 'incident', source: 'informant' }),
  );
  await post(
    entry('Teo was asleep upstairs', '2026-11-12T09:00', {
      kind: 'observation',
      childrenSeen: 'yes',
      childrenHeard: 'no',
      observed: 'The hall light was broken',
      present: 'A colleague from repairs',
      decision: 'Asked for the light to be mended',
      decisionWhy: 'She comes home after dark',
    }),
  );
  return { ...running, post };
}

const count = (body: string) => / (\d+) (?:entry|entries) /.exec(text(body))?.[1] ?? '0';

test('entries are found by any words, whatever their accents, capitals and signs that mean nothing', async (t) => {
  const { worker, caseId } = await aFullCase(t);
  const finds = async (words: string) =>
    count((await worker.post(`/cases/${caseId}/entries`, { text: words })).body);
  for (const words of ['ZOE', 'zoë cafe', 'shut rang', 'hall LIGHT', 'after dark', 'repairs'])
    assert.equal(await finds(words), '1', words);
  for (const words of ['zoe light', 'nobody', '_', '\\', '%%']) assert.equal(await finds(words), '0', words);
  assert.equal(await finds('100%'), '1', 'a sign of a pattern is only a sign');
});

test('the list narrows by kind, source, whom, period, children, lateness and audience, on every page', async (t) => {
  const { worker, caseId } = await aFullCase(t);
  const show = async (query: string) => count((await worker.get(`/cases/${caseId}/entries?${query}`)).body);
  const all = Number(await show(''));
  assert.equal(await show('kind=incident'), '1');
  assert.equal(await show('source=person&kind=account'), '1');
  assert.equal(await show('about=case'), String(all));
  assert.equal(await show('from=2026-11-11&to=2026-11-11'), '1', 'both days included');
  assert.equal(await show('children=seen'), '1');
  assert.equal(await show('children=heard'), '0');
  assert.equal(await show('mark=late'), '3');
  assert.equal(await show('mark=corrected'), '0');
  assert.equal(await show('audience=agencies'), '1');
  assert.equal(await show('audience=nobody&source=informant'), '1');
  assert.equal(
    await show('kind=nonsense&from=yesterday&about=7&page=-1'),
    String(all),
    'nonsense narrows nothing',
  );
  const oldest = (await worker.get(`/cases/${caseId}/entries?order=oldest&kind=observation`)).body;
  assert.match(oldest, /value="oldest" selected/);
});

test('forty stand on a page, and the next one keeps what narrows the list', async (t) => {
  const { worker, caseId, post } = await aFullCase(t);
  for (let each = 0; each < 41; each += 1) await post(entry(`Wordless ${each}`, '2026-11-13T09:00'));
  const first = (await worker.get(`/cases/${caseId}/entries?kind=note&order=oldest`)).body;
  assert.match(text(first), /Showing 1 to 40 of 41 entries/);
  assert.match(first, /href="[^"]*\?kind=note&amp;order=oldest&amp;page=2"/);
  const second = await worker.post(`/cases/${caseId}/entries`, { text: 'wordless', kind: 'note', page: '2' });
  assert.match(text(second.body), /Showing 41 to 41 of 41 entries/);
  assert.doesNotMatch(second.body, /(?:href|action)="[^"]*wordless/i);
});

test('as at a moment, the chronology shows what anybody knew then, whenever it was written down', async (t) => {
  const { worker, caseId, post } = await aFullCase(t);
  await post({
    ...entry('Learnt much later', '2026-11-10T08:00'),
    ...at('known', '2026-11-17T15:00'),
  });
  const then = await worker.get(`/cases/${caseId}/entries?asAt=2026-11-11T09:00`);
  assert.match(text(then.body), /What anybody here knew at Wednesday 11 November 2026 at 09:00/);
  assert.match(then.body, /He shouted/);
  assert.doesNotMatch(then.body, /Learnt much later|asleep/);
  const later = await worker.get(`/cases/${caseId}/entries?asAt=2026-11-17T15:00`);
  assert.match(later.body, /Learnt much later/);
});

test('an entry shows whom it is about, who was there, what was seen, the policy then and the law then', async (t) => {
  const full = await aFullCase(t);
  const { worker, caseId } = full;
  const page = await worker.get(`/cases/${caseId}/entries/${await entryWith(full, 'asleep')}`);
  const shown = text(page.body);
  assert.match(
    shown,
    /What was said Teo was asleep.*What was seen or noticed The hall light.*What was decided.*Why/,
  );
  assert.match(shown, /Present A colleague from repairs/);
  assert.match(shown, /Children seen, Children not spoken with/);
  assert.match(shown, /May be shown to The person themselves only/);
  assert.match(shown, /Policy: .*version 2023/);
  assert.match(shown, /Law in force on 12 November 2026.*Domestic Abuse Act 2021, sections 1 to 3/);
  assert.doesNotMatch(shown, /Social Housing Bill/);
  assert.match(titleOf(page.body), /^Entry: case C-/);
});

test('a decision needs its reason, an entry needs words, and nobody is ruled out beside somebody', async (t) => {
  const { worker, caseId } = await aRunningCase(t);
  const send = async (more: Record<string, string | string[]>) =>
    text(
      (
        await worker.post(`/cases/${caseId}/entries/new`, {
          ...entry('', '2026-11-10T09:00'),
          ...more,
        } as Record<string, string>)
      ).body,
    );
  assert.match(await send({}), /Write what happened/);
  assert.match(await send({ decision: 'Closed the hatch' }), /Say why it was decided/);
  assert.match(await send({ words: 'x', audience: ['nobody', 'person'] }), /Choose either nobody/);
  assert.match(
    await send({ words: 'x', aboutId: '01990000-0000-7000-8000-000000000000' }),
    /Choose one of the answers/,
  );
});

test('who may be shown an entry is decided anew with a reason; the second of two tabs sees the first', async (t) => {
  const full = await aFullCase(t);
  const { worker, caseId } = full;
  const path = `/cases/${caseId}/entries/${await entryWith(full, 'shouted')}`;
  const form = await worker.get(`${path}/audience`);
  assert.match(text(form.body), /Somebody else told us this. Ask them first/);
  assert.match(form.body, /value="nobody" checked/);
  const change = { audience: 'agencies', reason: 'She asked the neighbour, who agrees', _version: '0' };
  assert.equal((await worker.post(`${path}/audience`, { ...change, reason: '' })).statusCode, 422);
  assert.equal((await worker.post(`${path}/audience`, change)).statusCode, 303);
  const second = await worker.post(`${path}/audience`, { ...change, audience: 'person', reason: 'Another' });
  assert.equal(second.statusCode, 409);
  assert.match(second.body, /Another/);
  const page = text((await worker.get(path)).body);
  assert.match(
    page,
    /May be shown to Agencies, if the person agrees.*decided Wednesday 18 November 2026.*the neighbour, who agrees/,
  );
});

test('to print the chronology is to be asked who would learn what, of the days that were looked at', async (t) => {
  const { worker, caseId } = await aFullCase(t);
  const { body } = await worker.get(`/cases/${caseId}/entries?from=2026-11-10`);
  const way = /href="([^"]*as=paper)"/.exec(body)?.[1]?.replaceAll('&amp;', '&') ?? '';
  assert.equal(way, `/cases/${caseId}/exports/new?from=2026-11-10&to=&as=paper`);
  const asked = await worker.get(way);
  assert.match(text(asked.body), /What is it for\?/);
  assert.match(asked.body, /name="from"[^>]*value="2026-11-10"/);
});

test('a correction may be shown to no more people than what it corrects, unless somebody says so', async (t) => {
  const full = await aFullCase(t);
  const { worker, caseId, site } = full;
  const path = `/cases/${caseId}/entries/${await entryWith(full, 'shouted')}/correction`;
  assert.match((await worker.get(path)).body, /value="nobody" checked/);
  site.clock.set(london('2026-11-18T10:10'));
  await worker.post(path, entry('He whispered', '2026-11-11T09:00', { source: 'informant' }));
  const list = text((await worker.get(`/cases/${caseId}/entries?mark=correction`)).body);
  assert.match(list, /He whispered.*May be shown to: nobody without asking first/);
});
