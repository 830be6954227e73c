import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Route } from '#kit/http/route.ts';
import { callbacks, helpRoutes, partnerRoutes, staffRoutes } from '../src/app.ts';
import { reaches, readSources, withoutComments } from './boundaries/sources.ts';
import { answersWithPaper, waysOut } from './ways-out.ts';

/** What such a route writes down: that something was taken out, printed, sent or given. */
const leaves =
  /(?:^|\.)(?:exported|printed|printed-again|sent(?:-[a-z-]+)?|copy-given|packed|feed-read)$|^diary-feed\.read$/;

function takesOut({ may, records }: Pick<Route, 'may' | 'records'>): boolean {
  if (may === 'chronology.export') return true;
  const events = typeof records === 'object' && 'nothing' in records ? [] : [records].flat();
  return events.some((event) => leaves.test(event));
}

const sources = readSources().filter(({ path }) => path.startsWith('src/'));
const answers = sources.filter(
  ({ path, text }) =>
    /^src\/modules\/.*\/routes\//.test(path) &&
    !/\.test\.ts$/.test(path) &&
    /\b(?:file|fileAnswer|answerFile)\(\{|paper: 'sheet'/.test(withoutComments(text)),
);

test('every way in which something leaves says for whom it is: for others only by a decision that stands', () => {
  const found = [...staffRoutes, ...helpRoutes, ...callbacks]
    .filter((route) => 'may' in route && takesOut(route as Route))
    .map(({ method, path }) => `${method} ${path}`);
  const partner = partnerRoutes.filter(({ method }) => method === 'POST');
  const all = [...found, ...partner.map(({ method, path }) => `${method} ${path}`)];
  assert.deepEqual([...new Set(all)].sort(), Object.keys(waysOut).sort());
});

test('whatever answers with a file or a sheet is known, and asks the gate where it is for others', () => {
  assert.deepEqual(answers.map(({ path }) => path).sort(), Object.keys(answersWithPaper).sort());
  const asks = /\binsistOpen\(|\bdecisionFor\(|\bmayStillLeave\(|\bexportFile\(/;
  const unasked = answers.filter(
    ({ path, text }) => answersWithPaper[path] === 'others' && !asks.test(withoutComments(text)),
  );
  assert.deepEqual(
    unasked.map(({ path }) => path),
    [],
  );
});

test('no command and no answer to another system has the words of a case', () => {
  const documents = /#kit\/documents\/|#modules\/(?:chronology|assessments|plans|files|sharing)\//;
  const reading = sources.filter(
    ({ path, text }) =>
      /^src\/(?:cli|modules\/holds)\//.test(path) &&
      !/\.test\.ts$/.test(path) &&
      reaches({ path, text }).some(({ to }) => documents.test(to.replace('src/', '#'))),
  );
  assert.deepEqual(
    reading.map(({ path }) => path),
    [],
  );
});
