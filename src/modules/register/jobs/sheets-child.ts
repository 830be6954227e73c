import { text } from 'node:stream/consumers';
import { Failure } from '#kit/failure.ts';
import { tablesOf } from './sheets.ts';
import type { Making, Said, Sent } from './sheets-apart.ts';

/* A process of its own in which workbooks become tables; see sheets-apart.ts. */
const { files, folder } = JSON.parse(await text(process.stdin)) as Making;
const saidEvery = 2_000;
let rows = 0;

say(await made());

async function made(): Promise<Said> {
  const tables: Sent[] = [];
  try {
    for (const { path, name } of files)
      for (const table of await tablesOf(path, name, { folder, onRow })) tables.push(table);
    return { tables: tables.map(({ path, name }) => ({ path, name })) };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { failure: { what: error.message, remedy: error.remedy } };
  }
}

function onRow(): void {
  rows += 1;
  if (rows % saidEvery === 0) say({ rows });
}

function say(said: Said): void {
  process.stdout.write(`${JSON.stringify(said)}\n`);
}
