import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'csv-parse/sync';
import { csvText } from '#kit/documents/csv.ts';
import { render } from '#kit/html.ts';
import { shelve } from '#kit/pack-shelf.ts';
import { packs } from '#packs/index.ts';
import { boardOf } from './board.ts';
import { boardHeads, boardRows } from './csv.ts';
import { besideRows } from './csv-beside.ts';
import type { Viewer } from './discretion.ts';
import { keptShare } from './discretion.ts';
import type { Known } from './measures.ts';
import { choosePeriod } from './period.ts';
import { noTally } from './tally.ts';
import { trendOf } from './trend.ts';
import { boardPage } from './views/board.ts';
import { worstFirst } from './worst-first.ts';

const shelf = shelve(packs);
const vivid = shelf.find('vivid-2023');
const livv = shelf.find('livv-2024');
const today = Temporal.PlainDate.from('2026-11-22');
const nothing: Known = { period: new Map(), before: new Map(), now: new Map() };
const known: Known = {
  period: new Map([['first-contact', { ...noTally, ended: 20, met: 17, byPlan: 1, breached: 2 }]]),
  before: new Map([['first-contact', { ...noTally, ended: 10, met: 8, breached: 2 }]]),
  now: new Map([['first-contact', { running: 6, overdue: 1 }]]),
};
const { period } = choosePeriod({}, today, false);

function pageFor(viewer: Viewer, facts = known): string {
  const model = { period, wholeMonths: false, typed: {}, errors: {}, pack: vivid, viewer, since: null };
  return render(
    boardPage({
      ...model,
      board: boardOf(vivid, facts, today),
      maySimulate: false,
      laxer: [],
      closed: { days: [], short: [], opened: [], many: [] },
    }),
  );
}

test('every clause of both policies stands on its board, in the order of the policy', () => {
  for (const pack of [vivid, livv]) {
    const lines = boardOf(pack, nothing, today).headings.flatMap((group) => group.lines);
    assert.deepEqual(
      lines.map(({ clause }) => clause.id),
      pack.clauses.map(({ id }) => id),
    );
  }
});

test('a clause without a measure says so and why, and is never shown as kept', () => {
  const lines = boardOf(vivid, nothing, today).headings.flatMap((group) => group.lines);
  const because = 'The pathways of local authorities, Marac’s among them, are not yet in Lintel.';
  const assessed = lines.find(({ clause }) => clause.id === 'V4.1c');
  assert.deepEqual(
    assessed?.commitments.map(({ standing }) => standing).filter(({ kind }) => kind === 'unmeasured'),
    [{ kind: 'unmeasured', because }],
  );
  assert.match(
    pageFor('sees-cases'),
    /Not measured yet:<\/strong> Local pathways are followed\.\s+The pathways of local authorities, Marac’s among them/,
  );
});

test('a gate that the program does not have yet is not measured yet', () => {
  const lines = boardOf(vivid, nothing, today).headings.flatMap((group) => group.lines);
  const feedback = lines.find(({ clause }) => clause.id === 'V4.6b');
  assert.equal(feedback?.commitments[0]?.standing.kind, 'unmeasured');
});

test('a plain statement is shown as one', () => {
  assert.match(pageFor('sees-cases'), /V6a[\s\S]{0,900}Statement/);
});

test('the review of VIVID’s policy, due in October 2024, is overdue; Livv’s is in time', () => {
  const review = (pack: typeof vivid, clause: string) =>
    boardOf(pack, nothing, today)
      .headings.flatMap((group) => group.lines)
      .find((line) => line.clause.id === clause)?.commitments[0]?.standing;
  const [ours, theirs] = [review(vivid, 'V5'), review(livv, 'L4.1')];
  assert.ok(ours?.kind === 'review' && ours.overdue);
  assert.ok(theirs?.kind === 'review' && !theirs.overdue);
});

test('each promise stands on the board once, under however many clauses; so does what is counted', () => {
  for (const pack of [vivid, livv]) {
    const { promises, counted } = boardOf(pack, nothing, today);
    const ids = [...promises, ...counted].map(({ commitment }) => commitment.id);
    assert.deepEqual(ids.length, new Set(ids).size);
  }
  const page = pageFor('sees-cases').split('Clause by clause')[0] ?? '';
  const titles = boardOf(vivid, known, today).promises.map(({ commitment }) => commitment.title);
  for (const title of titles) assert.equal(page.split(`${title} <`).length, 2, title);
});

test('the promises that the policy names are shown each by itself, and nothing adds them up', () => {
  const page = pageFor('sees-cases');
  const tiles = [...page.matchAll(/lintel-figure__name">([^<]+)/g)].map(([, name]) => name);
  assert.deepEqual(
    tiles,
    vivid.headline.map(({ title }) => title),
  );
  assert.match(page, /Contact the same working day[\s\S]{0,120}85%/);
});

test('a clause is measured only when all that is promised under it is; else in part, and which part', () => {
  const line = (id: string) =>
    boardOf(vivid, nothing, today)
      .headings.flatMap((group) => group.lines)
      .find(({ clause }) => clause.id === id);
  assert.equal(line('V4.1a')?.extent, 'whole');
  assert.equal(line('V4.2a')?.extent, 'whole', 'that it is offered, looked at and done is measured');
  assert.equal(line('V4.3a')?.extent, 'whole', 'what is given is measured, and the question at letting');
  assert.equal(line('V4.4a')?.extent, 'whole', 'that it is given is measured, and that it holds');
  assert.equal(line('V4.3c')?.extent, 'whole', 'the gate before mediation is measured');
  assert.equal(line('V4.6b')?.extent, 'none');
  assert.equal(line('V6a')?.extent, 'statement');
  const { whole, part, none, statement } = boardOf(vivid, nothing, today).extents;
  assert.equal(whole + part + none + statement, vivid.clauses.length);
  assert.match(
    pageFor('sees-cases'),
    /Measured in part[\s\S]{0,1500}Not measured yet:<\/strong> Local pathways are followed/,
  );
});

test('what is overdue stands first, then what was broken most often', () => {
  const tally = (met: number, breached: number) => ({ ...noTally, ended: met + breached, met, breached });
  const facts: Known = {
    period: new Map([
      ['triage', tally(10, 10)],
      ['first-contact', tally(20, 0)],
      ['supervision', tally(3, 0)],
    ]),
    before: new Map(),
    now: new Map([['first-contact', { running: 0, overdue: 7 }]]),
  };
  const { promises } = boardOf(vivid, facts, today);
  const first = (viewer: Viewer) => worstFirst(promises, viewer).rows.map(({ commitment }) => commitment.id);
  assert.deepEqual(first('sees-cases').slice(0, 2), ['first-contact', 'triage']);
  assert.deepEqual(first('figures-only'), ['first-contact', 'triage'], 'the rest is too few to tell of');
});

test('a director reads of promises with few figures in one sentence, and no order gives a number away', () => {
  const few = (breached: number): Known => ({
    period: new Map([['triage', { ...noTally, ended: 20, met: 20 - breached, breached }]]),
    before: new Map(),
    now: new Map([['supervision', { running: 0, overdue: breached }]]),
  });
  const read = (facts: Known) =>
    JSON.stringify(worstFirst(boardOf(vivid, facts, today).promises, 'figures-only'), (key, value) =>
      key === 'standing' ? undefined : value,
    );
  assert.equal(read(few(1)), read(few(4)));
  assert.match(
    pageFor('figures-only', few(2)),
    /Overdue now, fewer than 5 of each:<\/strong> <a[^>]*>A manager reviews/,
  );
  const words = pageFor('figures-only', few(2)).split('Clause by clause')[0] ?? '';
  assert.ok(words.split('fewer than 5').length < 8, 'no wall of it');
});

test('met by plan is counted apart from kept', () => {
  const page = pageFor('sees-cases');
  assert.match(page, /85%/);
  assert.doesNotMatch(page, /90%/);
});

test('a director finds no small number on the page, and a worker finds them all', () => {
  const cells = (viewer: Viewer) =>
    [...pageFor(viewer).matchAll(/<td[^>]*--numeric[^>]*>(.*?)<\/td>/gs)].map(([, cell = '']) =>
      cell.replace(/<[^>]+>/g, '').trim(),
    );
  assert.ok(cells('sees-cases').includes('2'));
  assert.deepEqual(
    cells('figures-only').filter((text) => /^[1-4]$/.test(text)),
    [],
  );
  const rows = boardRows(boardOf(vivid, known, today), period, 'figures-only');
  assert.deepEqual(
    rows.flat().filter((text) => /^[1-4]$/.test(text)),
    [],
  );
});

test('the file says what the page says beside its clauses: what was closed, and what is named first', () => {
  const day = (iso: string, agreedOn: string) => ({
    day: Temporal.PlainDate.from(iso),
    agreedOn: Temporal.PlainDate.from(agreedOn),
    ...{ proposedBy: 'Ada Keel', agreedBy: 'Bram Oduya', opened: false },
  });
  const late = day('2026-11-18', '2026-11-17');
  const opened = { ...day('2026-11-19', '2026-10-01'), opened: true };
  const closed = {
    ...{ days: [day('2026-11-05', '2026-09-01'), late], short: [late], opened: [opened] },
    many: [{ quarter: Temporal.PlainDate.from('2026-10-01'), number: 6 }],
  };
  const sample = { month: Temporal.PlainDate.from('2026-10-01'), agreed: 4, notAgreed: 1, waiting: 0 };
  const board = boardOf(livv, { ...known, sample }, today);
  const rows = besideRows(board, period, 'sees-cases', { pack: livv, since: null, closed });
  const lines = rows.map((row) => row.filter((cell) => cell !== '').join(' | '));
  const heads = boardHeads.length;
  assert.ok(rows.every((row) => row.length === heads));
  const has = (text: string) => assert.ok(lines.includes(text), `${text}\n${lines.join('\n')}`);
  const agreed = 'Proposed by Ada Keel, agreed by Bram Oduya on 1 September 2026.';
  has(`Closed by our own choice | 2026-11-05 | 2026-11-05 | ${agreed}`);
  assert.match(lines[2] ?? '', /on 17 November 2026\. Less than 14 days ahead\.$/);
  assert.match(lines[3] ?? '', /^Closed for a time and open after all \| 2026-11-19/);
  has('More than 5 closed days in a quarter | 2026-10-01 | 2026-12-31 | 6 working days.');
  assert.match(lines.join('\n'), /Promises named first \| Contact the same working day \| .*85% \| 20 \| 17/);
  assert.match(
    lines.join('\n'),
    /Sample audit \| 2026-10-01 \| 2026-10-31 \| .* agreed with 4 and did not agree with 1/,
  );
});

test('the file says of every promise how it ended, by reason, and how far each clause is measured', () => {
  const tally = {
    ...{ ...noTally, ended: 4, met: 2, recordedLate: 2, atBirth: 3, otherwise: 2 },
    reasons: { 'otherwise:handed_over': 2 },
  };
  const facts = { ...known, period: new Map([['first-contact', tally]]) };
  const rows = boardRows(boardOf(vivid, facts, today), period, 'sees-cases');
  const row = rows.find((each) => each[3] === titleIn('first-contact')) ?? [];
  const said = Object.fromEntries(boardHeads.map((head, place) => [head, row[place]]));
  assert.equal(said['Recorded late, not confirmed yet'], '2');
  assert.equal(said['Already kept when it began'], '3');
  assert.equal(said['Ended otherwise'], '2');
  assert.match(said['Of them'] ?? '', /Ended otherwise: .*: 2/);
  assert.match(said.Measured ?? '', /^Measured/);
  assert.ok(rows.some((each) => /For the review: the policy has it so/.test(each.at(-1) ?? '')));
});

function titleIn(commitment: string): string {
  return vivid.commitments.find(({ id }) => id === commitment)?.title ?? '';
}

test('the trend is said in words, better or worse or the same', () => {
  const share = (met: number) =>
    keptShare({ ...noTally, ended: 100, met, breached: 100 - met }, 'sees-cases');
  assert.deepEqual(trendOf(share(90), share(80)), { direction: 'better', words: 'up from 80%' });
  assert.deepEqual(trendOf(share(70), share(80)), { direction: 'worse', words: 'down from 80%' });
  assert.equal(trendOf(share(80), share(80)).words, 'no change from 80%');
  assert.equal(trendOf(share(80), { kind: 'none' }).words, 'nothing to compare');
});

test('no cell of the export is a formula to a spreadsheet', () => {
  const pack = { ...vivid, clauses: vivid.clauses.map((clause) => ({ ...clause, says: '=HYPERLINK("x")' })) };
  const file = csvText(boardHeads, boardRows(boardOf(pack, known, today), period, 'sees-cases'));
  const cells = parse(file, { bom: true }).flat();
  assert.ok(cells.includes(`'=HYPERLINK("x")`));
  assert.deepEqual(
    cells.filter((cell: string) => /^[=+\-@]/.test(cell)),
    [],
  );
});

test('an earlier promise is told apart only where there is something to tell, and never twice', () => {
  const without = {
    ...livv,
    commitments: livv.commitments.filter(({ id }) => id !== 'first-contact'),
  };
  const ids = (facts: Known, before = [vivid]) =>
    boardOf(without, facts, today, before).earlier.map(({ pack, commitments }) => [
      pack.id,
      commitments.map(({ commitment }) => commitment.id),
    ]);
  assert.deepEqual(ids(nothing), []);
  assert.deepEqual(ids(known), [['vivid-2023', ['first-contact']]]);
  assert.deepEqual(ids(known, [vivid, { ...vivid, id: 'older' }]), [['vivid-2023', ['first-contact']]]);
  assert.deepEqual(boardOf(livv, known, today, [vivid]).earlier, [], 'this policy promises it too');
  const [first] = boardOf(without, known, today, [vivid]).earlier[0]?.commitments ?? [];
  assert.ok(first?.standing.kind === 'promise' && first.standing.now?.overdue === 1);
});

test('a promise that is only counted by now is told apart as the promise that it was', () => {
  const measure = { kind: 'unmeasured', because: 'Nobody counts it.' } as const;
  const softer = {
    ...vivid,
    commitments: vivid.commitments.map((each) => (each.id === 'first-contact' ? { ...each, measure } : each)),
  };
  const { earlier } = boardOf(softer, known, today, [vivid]);
  assert.deepEqual(
    earlier.flatMap(({ commitments }) => commitments.map(({ standing }) => standing.kind)),
    ['promise'],
  );
});
