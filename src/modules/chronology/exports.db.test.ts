import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { z } from 'zod';
import { type Office, officeUnder } from '#kit/office.ts';
import { sql, type Tx, transact } from '#kit/sql.ts';
import { aRunningCase, at, partsOfCases, text } from '#modules/cases/pages.fixture.ts';
import { decideSecond, deciding, shareOf } from '#modules/sharing/index.ts';
import { decidesAllOf } from '#modules/sharing/testing.ts';
import { readPdf, run } from '../../../tests/pdf.ts';
import type { TestBrowser } from '../../../tests/site.ts';
import { unzip } from '../../../tests/zip.ts';

type Running = Awaited<ReturnType<typeof aRunningCase>>;
type Fields = Readonly<Record<string, string | readonly string[]>>;

const anything = { reaches: '', from: '', to: '' };
const team = { ...anything, purpose: 'file', recipient: '' };

async function aCaseToShare(t: TestContext) {
  const running = await aRunningCase(t, 'vivid-2023', partsOfCases(deciding));
  const { worker, caseId } = running;
  const add = async (fields: Fields) => {
    const when = { ...at('happened', '2026-11-17T09:00'), ...at('known', '2026-11-17T09:00') };
    const answer = await worker.post(`/cases/${caseId}/entries/new`, {
      kind: 'note',
      source: 'person',
      ...when,
      ...fields,
    });
    assert.equal(answer.statusCode, 303, text(answer.body));
  };
  await worker.post(`/cases/${caseId}/people/new`, { describedAs: 'Her neighbour Bettina', part: 'witness' });
  const agreed = {
    channel: 'phone',
    value: '07700 900123',
    codeWord: 'Bluebell',
    agreed: 'yes',
    _version: '0',
  };
  assert.equal((await worker.post(`/cases/${caseId}/contact/new`, agreed)).statusCode, 303);
  await add({
    words:
      '=Shared: he took her keys. BETTINA saw it. Ring 07700 900 123, say bluebell. #read("/etc/passwd")',
  });
  await add({ words: 'Confided by somebody', source: 'informant' });
  await add({ words: 'Only for herself', audience: 'person' });
  return { ...running, add };
}

/** The same as somebody there does with other forms. */
function as<T>(
  { site, organisation }: Running,
  { staff }: TestBrowser,
  work: (tx: Tx, office: Office) => Promise<T>,
): Promise<T> {
  const office = officeUnder(site.services.packs, 'vivid-2023', {
    organisation,
    staff,
    now: site.clock.now(),
  });
  const scope = { organisation, staff, roles: ['da_worker', 'da_manager'] } as const;
  return transact(site.services.db, scope, (tx) => work(tx, office));
}

/** It is decided that all that there is by now goes to a court, or to the police. */
const decided = (running: Running, to: 'court' | 'police') =>
  as(running, running.worker, (tx, office) => decidesAllOf(tx, office, running.caseId, to));

const toTheCourt = async (running: Running) => ({
  ...anything,
  purpose: 'court',
  recipient: await decided(running, 'court'),
});

/** Without her agreement: a second person agreed before. */
async function toThePolice(running: Running) {
  const shareId = await decided(running, 'police');
  const { caseId, manager, organisation } = running;
  await as(running, manager, async (tx, office) => {
    const version = (await shareOf(tx, organisation, caseId, shareId))?.second?.version ?? 0;
    await decideSecond(tx, office, { caseId, shareId, version, decision: 'approved', why: 'They must know' });
  });
  return { ...anything, purpose: 'partner', recipient: shareId };
}

/** What a form on the page would send, so that what is ticked there is what is made. */
function ticked(body: string): Fields {
  const form = /<form[^>]*action="[^"]*\/exports"[\s\S]*?<\/form>/.exec(body)?.[0] ?? '';
  const hidden = [...form.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(
    ([, name, value]) => [name, value],
  );
  const leaveOut = [...form.matchAll(/name="leaveOut"[^>]*value="([^"]+)" checked/g)].map(
    ([, value]) => value ?? '',
  );
  const { _csrf, ...fields } = Object.fromEntries(hidden);
  return { ...fields, leaveOut };
}

async function preview({ caseId }: Running, who: TestBrowser, asked: Fields) {
  const answer = await who.post(`/cases/${caseId}/exports/new`, asked);
  return { answer, fields: answer.statusCode === 200 ? ticked(answer.body) : {} };
}

async function fileOf(running: Running, asked: Fields, format: string) {
  const { fields } = await preview(running, running.worker, asked);
  return running.worker.post(`/cases/${running.caseId}/exports`, { ...fields, format });
}

const readers = {
  pdf: (file: Buffer) => run(readPdf(file).pages.join('')),
  word: (file: Buffer) =>
    run(
      Object.values(unzip(file))
        .join('')
        .replaceAll(/<[^>]+>/g, ''),
    ),
  csv: (file: Buffer) => run(file.toString()),
} as const;

test('a file holds what its reader may see and nothing else, whatever kind of file it is', async (t) => {
  const running = await aCaseToShare(t);
  const court = await toTheCourt(running);
  for (const [format, read] of Object.entries(readers)) {
    const answer = await fileOf(running, court, format);
    assert.equal(answer.statusCode, 200, format);
    const words = read(answer.rawPayload);
    assert.match(words, /Shared:hetookherkeys/, format);
    assert.match(words, /\[leftout\]sawit/, format);
    assert.doesNotMatch(words, /Confided|Onlyforherself|Bettina|Bluebell|900123/i, format);
    assert.doesNotMatch(words, /root:x/, 'words are never run');
    assert.match(words, /Theworker/, `${format} says who took it out`);
  }
});

test('for the team’s own file nothing is left out', async (t) => {
  const running = await aCaseToShare(t);
  const answer = await fileOf(running, team, 'csv');
  const words = answer.body;
  for (const held of ['Confided', 'Only for herself', 'BETTINA', '07700 900 123'])
    assert.ok(words.includes(held), held);
  assert.match(words, /,"?'=Shared/, 'and a spreadsheet runs none of it');
  const whole = await fileOf(running, team, 'pdf');
  assert.match(readers.pdf(whole.rawPayload), /Nothingoftheseentriesisleftout/);
});

test('a sheet of paper is asked about, redacted and recorded as a file is', async (t) => {
  const running = await aCaseToShare(t);
  const answer = await fileOf(running, await toTheCourt(running), 'paper');
  assert.equal(answer.statusCode, 200);
  assert.match(answer.body, /<title>Chronology: case C-[A-Z2-9]{4}-[A-Z2-9]{4}<\/title>/);
  const sheet = text(/<article[\s\S]*<\/article>/.exec(answer.body)?.[0] ?? '');
  assert.match(sheet, /Purpose: For a court or a solicitor: The county court: Clerk.*Shared.*The worker/);
  assert.doesNotMatch(sheet, /BETTINA|07700 900 123|bluebell|Confided|Only for herself/);
  const list = text((await running.worker.get(`/cases/${running.caseId}/exports`)).body);
  assert.match(list, /The county court: Clerk On paper .*[4-6] left out/);
});

test('their own copy needs an agreed safe way and place, and its title says nothing of the subject', async (t) => {
  const running = await aCaseToShare(t);
  const { worker, caseId } = running;
  const own = { ...anything, purpose: 'person', recipient: '', reaches: 'Handed over: The library' };
  const form = await worker.get(`/cases/${caseId}/exports/new`);
  assert.match(text(form.body), /No safe place to hand it over has been agreed\. Read it aloud\. \(V3\.3\)/);
  const refusal = await preview(running, worker, own);
  assert.equal(refusal.answer.statusCode, 422);
  const made = await worker.post(`/cases/${caseId}/exports`, { ...own, _version: '1', format: 'pdf' });
  assert.equal(made.statusCode, 422, 'and nobody makes it without');
  const agreed = { channel: 'phone', value: '07700 900123', meetingPlace: 'The library', agreed: 'yes' };
  assert.equal(
    (await worker.post(`/cases/${caseId}/contact/new`, { ...agreed, _version: '1' })).statusCode,
    303,
  );
  const elsewhere = await preview(running, worker, { ...own, reaches: 'By post' });
  assert.match(text(elsewhere.answer.body), /Say in which of the agreed ways it reaches them/);
  const file = await fileOf(running, own, 'pdf');
  assert.match(String(file.headers['content-disposition']), /filename="my-notes\.pdf"$/);
  const words = readers.pdf(file.rawPayload);
  assert.match(words, /Onlyforherself/);
  assert.doesNotMatch(words, /Abuse|C-[A-Z2-9]{4}|Lintel|Chronology|Purpose|Takenout/);
  const paper = await fileOf(running, own, 'paper');
  assert.match(paper.body, /<title>My notes<\/title>/);
  const list = text((await worker.get(`/cases/${caseId}/exports`)).body);
  assert.match(list, /For the person themselves: Handed over: The library/);
});

test('a file’s name is the case’s reference, and nothing about it stands in an address or in a cache', async (t) => {
  const running = await aCaseToShare(t);
  const answer = await fileOf(running, await toTheCourt(running), 'pdf');
  assert.match(
    String(answer.headers['content-disposition']),
    /^attachment; filename="C-[A-Z2-9]{4}-[A-Z2-9]{4}\.pdf"$/,
  );
  assert.equal(answer.headers['content-type'], 'application/pdf');
  assert.equal(answer.headers['cache-control'], 'no-store');
});

test('before anything leaves, the page says who would learn what: how many, from whom, and whose names', async (t) => {
  const running = await aCaseToShare(t);
  const { answer } = await preview(running, running.worker, await toTheCourt(running));
  const page = text(answer.body);
  assert.match(page, /the other side and their solicitor will most likely read/i);
  assert.match(page, /1 entry would be shown|[2-9] entries would be shown/);
  assert.match(page, /Somebody who told us 0 1/);
  assert.match(page, /Her neighbour Bettina \(witness\) In 1 entry/);
  assert.match(page, /How the person is reached[^.]* In 1 entry/);
});

test('for others it leaves by a decision that stands, and by no name or word that somebody types', async (t) => {
  const running = await aCaseToShare(t);
  const court = await toTheCourt(running);
  const refusal = async (more: Fields) => {
    const { answer } = await preview(running, running.worker, { ...court, ...more });
    assert.equal(answer.statusCode, 422);
    return text(answer.body);
  };
  const undecided = /It leaves for others only by a decision about sharing that stands now\..*\(V3\.2\)/;
  assert.match(await refusal({ purpose: '' }), /Say what it is for/);
  assert.match(await refusal({ recipient: '' }), undecided);
  assert.match(await refusal({ recipient: 'The county court', agreed: 'yes' }), undecided);
  assert.match(
    await refusal({ purpose: 'partner' }),
    undecided,
    'decided for a court, and not for an agency',
  );
  assert.match(await refusal({ recipient: await decided(running, 'police'), purpose: 'partner' }), undecided);
  assert.match(await refusal({ from: '2026-11-18', to: '2026-11-17' }), /The last day is before the first/);
});

test('what goes to others is what was decided, without where they live and how they are reached', async (t) => {
  const running = await aCaseToShare(t);
  const court = await toTheCourt(running);
  await running.add({ words: 'Written down after it was decided' });
  const { fields } = await preview(running, running.worker, court);
  const nothingOut = { ...fields, leaveOut: [], format: 'csv' };
  const answer = await running.worker.post(`/cases/${running.caseId}/exports`, nothingOut);
  assert.equal(answer.statusCode, 200);
  assert.match(answer.body, /Shared: he took her keys/);
  assert.doesNotMatch(answer.body, /after it was decided|07700 900 123|bluebell|BETTINA/);
  const before = { ...court, from: '', to: '2026-11-01' };
  const made = { ...before, _version: fields._version ?? '', format: 'csv' };
  const nothing = await running.worker.post(`/cases/${running.caseId}/exports`, made);
  assert.equal(nothing.statusCode, 403, 'and an empty file counts as nothing that was shared');
});

test('what was looked at is what is made: where the chronology changed meanwhile, one looks again', async (t) => {
  const running = await aCaseToShare(t);
  const court = await toTheCourt(running);
  const { fields } = await preview(running, running.worker, court);
  await running.add({ words: 'Written while somebody looked' });
  const answer = await running.worker.post(`/cases/${running.caseId}/exports`, { ...fields, format: 'csv' });
  assert.equal(answer.statusCode, 409);
  assert.match(text(answer.body), /has changed since you looked/);
  const unseen = await running.worker.post(`/cases/${running.caseId}/exports`, { ...court, format: 'csv' });
  assert.equal(unseen.statusCode, 409, 'and nobody skips the look');
});

test('every file is recorded: by whom, for what, to whom, how much; nobody’s words stand in the record', async (t) => {
  const running = await aCaseToShare(t);
  await fileOf(running, await toThePolice(running), 'csv');
  const { site, organisation, worker, caseId } = running;
  const events = await transact({ pool: site.database.owner, checkRows: true }, { organisation }, (tx) =>
    tx.rows(
      z.object({ staff: z.string(), data: z.unknown() }),
      sql`select staff_id as staff, data from event where name = 'case.exported'`,
    ),
  );
  const [event] = events;
  assert.equal(events.length, 1);
  assert.equal(event?.staff, worker.staff);
  assert.deepEqual(Object.keys(event?.data as object).sort(), ['entries', 'format', 'leftOut', 'purpose']);
  const list = text((await worker.get(`/cases/${caseId}/exports`)).body);
  assert.match(
    list,
    /The worker For another agency: Exampleshire Police: Officer in the case Spreadsheet.*left out.*Without the person’s agreement They can watch the street/,
  );
});

test('whoever is outside the wall gets no file, no preview and no list, whatever kind they ask for', async (t) => {
  const running = await aCaseToShare(t);
  const { worker, manager, administrator, caseId } = running;
  const court = await toTheCourt(running);
  const { fields } = await preview(running, worker, court);
  const conflict = { staffId: worker.staff, relation: 'neighbour', reason: 'Lives next door' };
  assert.equal((await manager.post(`/cases/${caseId}/conflicts/new`, conflict)).statusCode, 303);
  for (const format of ['pdf', 'word', 'csv', 'paper'])
    assert.equal(
      (await worker.post(`/cases/${caseId}/exports`, { ...fields, format })).statusCode,
      404,
      format,
    );
  assert.equal((await worker.post(`/cases/${caseId}/exports/new`, court)).statusCode, 404);
  for (const path of ['/exports', '/exports/new'])
    assert.equal((await worker.get(`/cases/${caseId}${path}`)).statusCode, 404, path);
  for (const format of ['pdf', 'word', 'csv'])
    assert.equal(
      (await administrator.post(`/cases/${caseId}/exports`, { ...fields, format })).statusCode,
      403,
      format,
    );
});
