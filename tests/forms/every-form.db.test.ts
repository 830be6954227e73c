import assert from 'node:assert/strict';
import { test } from 'node:test';
import { staffRoutes } from '../../src/app.ts';
import { furnished } from '../furnished.ts';
import { answered } from './answers.ts';
import { beginnings } from './beginnings.ts';
import { besideTheChronology } from './beside-the-chronology.ts';
import { notWalked } from './not-walked.ts';
import { otherwiseIn } from './otherwise.ts';
import { unfound } from './unfound.ts';
import { type Walked, walker } from './walk.ts';

const posts = staffRoutes.filter(({ method }) => method === 'POST');
const known = posts.map(({ path }) => path);

/** The fields that were sent and found in no walk. */
function notFound(walks: readonly Walked[]): readonly string[] {
  const fields = new Set(walks.flatMap((walk) => walk.fields));
  const all = new Set(walks.flatMap(found));
  return [...fields].filter((field) => !all.has(field));
}

function found({ fields, lost, unseen }: Walked): readonly string[] {
  return fields.filter((field) => !lost.includes(field) && !unseen.includes(field));
}

test('what is answered in any form is stored, shown, in the case and in its files', async (t) => {
  const { world } = await furnished(t, 'vivid-2023');
  const { walk, end } = await walker(world);
  t.after(end);
  const refused: string[] = [];
  const gone: string[] = [];
  const building: string[] = [];
  const beside: Record<string, readonly string[]> = {};
  const notInFiles: string[] = [];
  for (const path of known) {
    if (path in notWalked) continue;
    const walks: Walked[] = [];
    const never = Object.keys(unfound).filter((line) => line.startsWith(`${path} `));
    const settled = new Set(never.map((line) => line.slice(path.length + 1)));
    for (const answers of answered[path] ?? [{}]) {
      const walked = await walk(path, answers, otherwiseIn(path), settled);
      walks.push(walked);
      for (const field of found(walked)) settled.add(field);
    }
    if (walks.some(({ built }) => built > 0)) building.push(path);
    for (const each of walks) if (each.refused) refused.push(`${path}: ${each.refused}`);
    gone.push(...notFound(walks).map((field) => `${path} ${field}`));
    notInFiles.push(...walks.flatMap((each) => each.notInFiles.map((field) => `${path} ${field}`)));
    const apart = [...new Set(walks.flatMap((each) => each.beside))].toSorted();
    if (apart.length > 0) beside[path] = apart;
  }
  assert.deepEqual(refused, []);
  assert.deepEqual(building, [], 'a schema is built once, not for each request (formGiven)');
  assert.deepEqual(
    gone.filter((line) => !(line in unfound)),
    [],
    'neither stored nor shown',
  );
  assert.deepEqual(
    Object.keys(unfound).filter((line) => !gone.includes(line)),
    [],
    'what is found again is struck off',
  );
  assert.deepEqual(notInFiles, [], 'in the chronology, and not in the files made of it');
  const expected = Object.entries(besideTheChronology).map(([path, { fields }]) => [path, fields.toSorted()]);
  assert.deepEqual(beside, Object.fromEntries(expected), 'about a case, and not in its chronology');
});

test('every route that takes a form is walked, or says why it is not', () => {
  for (const list of [notWalked, answered, beginnings, besideTheChronology])
    assert.deepEqual(
      Object.keys(list).filter((path) => !known.includes(path)),
      [],
    );
  assert.deepEqual(
    [...Object.keys(answered), ...Object.keys(beginnings)].filter((path) => path in notWalked),
    [],
  );
});
