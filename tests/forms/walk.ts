import { randomUUID } from 'node:crypto';
import type { CaseId } from '#rules/facts.ts';
import { staffRoutes } from '../../src/app.ts';
import { schemasBuilt } from '../built.ts';
import { filledIn } from '../filled-in.ts';
import { leadsTo } from '../leaks/forms.ts';
import type { LivedIn } from '../lived-in.ts';
import { atDesk, type Colleague, officeOf } from '../policy/office.ts';
import { type Begun, beginnings } from './beginnings.ts';
import { chronologyFiles } from './chronology-files.ts';
import { type Answers, type Filled, filled, formsOffered, type Offered } from './filling.ts';
import { oneConnection, type Row, type Undoing } from './one-connection.ts';
import type { Otherwise } from './otherwise.ts';
import { fieldsShown, pagesNear, wantedOf } from './shown.ts';
import { cellsWritten, lost } from './stored.ts';

/** Every page there is, and every form on them. */
interface Seen {
  readonly pages: readonly string[];
  readonly forms: readonly Offered[];
}

/** What became of what was answered, by field. */
export interface Walked {
  /** Why the form could not be sent. */
  readonly refused: string | null;
  /** All that was answered. */
  readonly fields: readonly string[];
  readonly lost: readonly string[];
  readonly unseen: readonly string[];
  /** Typed about a case, and not in its chronology. */
  readonly beside: readonly string[];
  /** In the chronology, and not in the files that are made of it. */
  readonly notInFiles: readonly string[];
  /** Schemas that were built to read it: each is built once, as the program starts. */
  readonly built: number;
}

const nothing = {
  refused: null,
  built: 0,
  fields: [],
  lost: [],
  unseen: [],
  beside: [],
  notInFiles: [],
} as const;

export interface Walker {
  /** @param settled fields that need not be looked for: they were found before, or never are */
  walk(path: string, answers: Answers, otherwise: Otherwise, settled: ReadonlySet<string>): Promise<Walked>;
  end(): Promise<void>;
}

/** Sends forms of a landlord that is lived in, one at a time; what one of them did is undone before the next. */
export async function walker(world: LivedIn): Promise<Walker> {
  const { everybody, office, ids } = world;
  const { lintel } = office;
  for (const one of [everybody, office.worker, office.manager, office.deputy]) await one.get('/account');
  const undoing = await oneConnection(lintel.database, lintel.services.db as never);
  const { undone } = undoing;
  const before = await undoing.everyRow();
  const seen = await undone(() => lookAround(everybody, ids));
  const stands = lintel.clock.now();
  return {
    walk: (path, answers, otherwise, settled) =>
      undone(async (changed) => {
        try {
          return await walked({ world, seen, before, changed }, path, answers, otherwise, settled);
        } finally {
          lintel.clock.set(stands);
        }
      }),
    end: undoing.end,
  };
}

interface Walking {
  readonly world: LivedIn;
  readonly seen: Seen;
  readonly before: ReadonlyMap<string, string>;
  readonly changed: () => ReturnType<Parameters<Parameters<Undoing['undone']>[0]>[0]>;
}

async function walked(
  { world: asItStands, seen, before, changed }: Walking,
  path: string,
  answers: Answers,
  otherwise: Otherwise,
  settled: ReadonlySet<string>,
): Promise<Walked> {
  const begin = beginnings[path];
  const world = begin ? signedInAnew(asItStands) : asItStands;
  const begun = await begin?.(world);
  const stood = new Set(begun ? (await changed()).map(({ row }) => row) : []);
  const by = begun?.by ?? world.everybody;
  const form = begun ? await formAfter(begun, by, path) : formOn(seen.forms, path, world.ids);
  if (!form) return { ...nothing, refused: 'no page offers it' };
  const whole = filled(form, { ...begun?.answers, ...answers });
  const { typed, chosen, dated } = whole;
  const { answer, built } = await counting(() => by.post(form.action, { ...whole.fields }));
  if (answer.statusCode >= 400)
    return { ...nothing, refused: `${answer.statusCode} ${errorsOn(answer.body)}` };
  const rows = (await changed()).filter(({ row }) => !stood.has(row));
  const gone = lost(cellsWritten(rows, before), whole, otherwise);
  const wanted = wantedOf(whole, otherwise).filter(({ field }) => !gone.includes(field));
  const links = [String(answer.headers.location ?? ''), ...pagesOf(rows), form.action];
  const things = rows.flatMap(({ row }) => JSON.parse(row).id ?? []);
  const shown = await fieldsShown(by, wanted, answer.body, {
    from: links,
    things: new Set(things),
    pages: pagesNear(form.action, seen.pages),
    enough: (shown) => wanted.every(({ field }) => shown.has(field) || settled.has(field)),
  });
  return {
    refused: null,
    built,
    fields: [typed, chosen, dated].flatMap(Object.keys),
    lost: gone,
    unseen: wanted.map(({ field }) => field).filter((field) => !shown.has(field)),
    ...(await inChronology(world, rows, whole, gone)),
  };
}

async function counting<T>(send: () => Promise<T>): Promise<{ readonly answer: T; readonly built: number }> {
  const answers: T[] = [];
  const built = await schemasBuilt(async () => answers.push(await send()));
  return { answer: answers[0] as T, built };
}

/** Whoever signs in while the clock is elsewhere is signed in no longer once that is undone. */
function signedInAnew({ office, everybody, ids }: LivedIn): LivedIn {
  const { lintel, landlord, worker, manager, deputy } = office;
  const team = { worker: worker.staff, manager: manager.staff, deputy: deputy.staff };
  return {
    office: officeOf(lintel, landlord, team),
    everybody: atDesk(lintel, landlord, everybody.staff),
    ids,
  };
}

function formOn(forms: readonly Offered[], path: string, ids: LivedIn['ids']): Offered | undefined {
  const wanted = addressOf(path, ids);
  return forms.find(({ action }) => action === wanted) ?? forms.find(({ action }) => isOf(path, action));
}

/** `/disclosures/new` leads to the route of that name, and not to `/disclosures/:id`. */
function isOf(path: string, action: string): boolean {
  const exact = staffRoutes.some((route) => route.path === action);
  return exact ? path === action : leadsTo({ path } as never, action);
}

async function formAfter(begun: Begun, by: Colleague, path: string): Promise<Offered | undefined> {
  const forms = formsOffered(begun.body ?? (await by.get(begun.on)).body);
  const found = forms.find(({ action }) => begun.from === action || isOf(path, action));
  return found && begun.from
    ? { ...found, action: `${begun.from}${path.slice(path.lastIndexOf('/'))}` }
    : found;
}

/**
 * Whoever reports something is led nowhere: the team reads it on its page. What happened long ago stands on a later
 * page of a long chronology, and on its own.
 */
function pagesOf(rows: readonly Row[]): readonly string[] {
  return rows.flatMap(({ table, row }) => {
    const { id, case_id: file } = JSON.parse(row);
    if (table === 'disclosure') return [`/disclosures/${id}`];
    return table === 'case_entry' ? [`/cases/${file}/entries/${id}`] : [];
  });
}

/** What was typed about a case: in its chronology, and in the files that are made of it? */
async function inChronology(
  { office }: LivedIn,
  rows: readonly Row[],
  { typed }: Filled,
  gone: readonly string[],
): Promise<Pick<Walked, 'beside' | 'notInFiles'>> {
  const [caseId] = rows.flatMap(({ table, row }) =>
    table === 'event' ? [/"case_id": "([^"]+)"/.exec(row)?.[1] ?? []].flat() : [],
  );
  if (!caseId) return { beside: [], notInFiles: [] };
  const { services } = office.lintel;
  const { document, sheet } = await chronologyFiles(services.db, {
    organisation: office.landlord.organisation,
    caseId: caseId as CaseId,
    calendar: services.packs.calendarOf(services.packs.find(office.landlord.packId), ''),
    now: services.now(),
  });
  const texts = Object.entries(typed).filter(([field]) => !gone.includes(field));
  const inRow = ([, text]: readonly [string, string]) =>
    rows.some(({ table, row }) => table === 'case_entry' && row.includes(text));
  return {
    beside: texts.filter((each) => !inRow(each)).map(([field]) => field),
    notInFiles: texts
      .filter(inRow)
      .filter(([, text]) => !document.includes(text) || !sheet.includes(text))
      .map(([field]) => field),
  };
}

async function lookAround(everybody: Colleague, ids: LivedIn['ids']): Promise<Seen> {
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

/** What stands for no thing that is there is offered by no page. */
function addressOf(path: string, ids: LivedIn['ids']): string {
  try {
    return filledIn(path, ids);
  } catch {
    return `${path}/${randomUUID()}`;
  }
}

function errorsOn(body: string): string {
  const errors = [...body.matchAll(/<li><a href="#([^"]+)">([^<]*)/g)];
  return (
    errors.map(([, field, says]) => `${field}: ${says}`).join('; ') ||
    (/<h1[^>]*>([^<]*)/.exec(body)?.[1] ?? '')
  );
}
