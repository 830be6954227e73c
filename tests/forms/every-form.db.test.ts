import assert from 'node:assert/strict';
import { test } from 'node:test';
import { staffRoutes } from '../../src/app.ts';
import { filledIn } from '../filled-in.ts';
import { leadsTo } from '../leaks/forms.ts';
import { lintelSite } from '../lintel-site.ts';
import { liveIn } from '../lived-in.ts';
import type { Colleague } from '../policy/office.ts';
import { answered, besideTheChronology, notWalked, unseen } from './exceptions.ts';
import { filled, formsOffered, type Offered } from './filling.ts';
import { oneConnection, type Row } from './one-connection.ts';

type Ids = Readonly<Record<string, string>>;
const posts = staffRoutes.filter(({ method }) => method === 'POST');

test('what is typed into a form is stored, shown, and in the chronology of its case', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');
  const { everybody, ids } = await liveIn(lintel, 'vivid-2023');
  await everybody.get('/account');
  const { undone, end } = await oneConnection(lintel.database, lintel.services.db as never);
  t.after(end);
  const { pages, forms } = await undone(() => lookAround(everybody, ids));
  const found: string[] = [];
  const beside = new Set<string>();
  const refused: string[] = [];
  for (const { path } of posts) {
    if (path in notWalked) continue;
    const wanted = addressOf(path, ids);
    const form =
      forms.find(({ action }) => action === wanted) ??
      forms.find(({ action }) => leadsTo({ path } as never, action));
    if (!form) {
      refused.push(`${path}: no page offers it`);
      continue;
    }
    const problem = await undone(async (changed) => {
      const { day = '2026-11-18', ...answers } = answered[path] ?? {};
      const { fields, typed } = filled(form, String(day), answers);
      const answer = await everybody.post(form.action, { ...fields });
      if (answer.statusCode >= 400) return `${path}: ${answer.statusCode} ${errorsOn(answer.body)}`;
      const rows = await changed();
      const stored = Object.values(typed).filter((text) => rows.some(({ row }) => row.includes(text)));
      const links = [String(answer.headers.location ?? ''), form.action];
      const shown = await whatIsShown(everybody, stored, answer.body, links, pagesNear(form.action, pages));
      for (const [field, text] of Object.entries(typed)) {
        if (!rows.some(({ row }) => row.includes(text))) found.push(`${path} ${field}: lost`);
        else if (!shown.has(text)) found.push(`${path} ${field}: never shown`);
        else if (aboutACase(rows) && !inChronology(rows, text)) beside.add(path);
      }
      return null;
    });
    if (problem) refused.push(problem);
  }
  assert.deepEqual(refused, []);
  assert.deepEqual(
    found.filter((line) => !(line in unseen)),
    [],
  );
  assert.deepEqual(
    Object.keys(unseen).filter((line) => !found.includes(line)),
    [],
    'what was mended is struck off',
  );
  assert.deepEqual([...beside].toSorted(), Object.keys(besideTheChronology).toSorted());
});

test('every route that takes a form is walked, or says why it is not', () => {
  const known = posts.map(({ path }) => path);
  assert.deepEqual(
    Object.keys(notWalked).filter((path) => !known.includes(path)),
    [],
  );
  assert.deepEqual(
    Object.keys(answered).filter((path) => !known.includes(path) || path in notWalked),
    [],
  );
});

/** Every page there is, and every form on them. */
async function lookAround(everybody: Colleague, ids: Ids) {
  const pages: string[] = [];
  const forms: Offered[] = [];
  for (const { method, path } of staffRoutes) {
    if (method !== 'GET' || /^\/(?:welcome|calendars)\//.test(path)) continue;
    const { body, headers, statusCode } = await everybody.get(filledIn(path, ids));
    if (statusCode !== 200 || !String(headers['content-type']).includes('html')) continue;
    pages.push(filledIn(path, ids));
    forms.push(...formsOffered(body));
  }
  return { pages, forms };
}

/** Looks where the form led, around it, and then everywhere, until all of it was seen. */
async function whatIsShown(
  everybody: Colleague,
  texts: readonly string[],
  answer: string,
  from: readonly string[],
  pages: readonly string[],
): Promise<ReadonlySet<string>> {
  const shown = new Set<string>();
  const see = (body: string) => {
    for (const text of texts) if (body.includes(text)) shown.add(text);
  };
  see(answer);
  const around = from.flatMap((path) => [path, path.replace(/\/[^/]+$/, '')]).filter((path) => path !== '');
  const queue = [...new Set(around)];
  const seen = new Set(queue);
  for (let index = 0; index < queue.length && shown.size < texts.length; index += 1) {
    const { body, statusCode } = await everybody.get(queue[index] ?? '/');
    if (statusCode !== 200) continue;
    see(body);
    const links =
      index < around.length
        ? [...body.matchAll(/href="(\/[^"#]+)"/g)].map(([, to]) => to ?? '').slice(0, 40)
        : [];
    for (const next of [...links, ...(index === around.length - 1 ? pages : [])])
      if (!seen.has(next) && !/sign-out|calendars/.test(next)) {
        queue.push(next);
        seen.add(next);
      }
  }
  return shown;
}

/** Of the same case, or of none. */
function pagesNear(action: string, pages: readonly string[]): readonly string[] {
  const [file] = /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(action) ?? [];
  const near = pages.filter((page) => (file ? page.includes(file) : !page.startsWith('/cases/')));
  return near.slice(0, 40);
}

/** What stands for no thing that is there is offered by no page. */
function addressOf(path: string, ids: Ids): string {
  try {
    return filledIn(path, ids);
  } catch {
    return path;
  }
}

function aboutACase(rows: readonly Row[]): boolean {
  return rows.some(({ table, row }) => table === 'event' && /"case_id": "/.test(row));
}

function inChronology(rows: readonly Row[], text: string): boolean {
  return rows.some(({ table, row }) => table === 'case_entry' && row.includes(text));
}

function errorsOn(body: string): string {
  return [...body.matchAll(/<li><a href="#([^"]+)">([^<]*)/g)]
    .map(([, field, says]) => `${field}: ${says}`)
    .join('; ');
}
