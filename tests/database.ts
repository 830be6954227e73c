import type { TestContext } from 'node:test';
import type pg from 'pg';
import { urlFor } from '#kit/database/connect.ts';
import { derivedPassword } from '#kit/database/passwords.ts';
import { createPool } from '#kit/sql.ts';
import { openTemplate, secret, type Template } from './template.ts';

/** A migrated, empty database of one test's own, seen through each role. */
export type TestDatabase = Readonly<{
  name: string;
  /** As `lintel_app`: what the staff site and jobs see. */
  app: pg.Pool;
  /** As `lintel_public`: what the help site sees. */
  public: pg.Pool;
  /** As the server's superuser, whom no wall stops: to arrange and to look behind it. */
  owner: pg.Pool;
  urls: Readonly<{ app: string; public: string; owner: string }>;
}>;

let opened: Promise<Template> | undefined;
let spare: Promise<string> | undefined;
let count = 0;

/** Whatever ends, and then closes what was opened for it: a test, or the making of a template. */
export type Ending = Pick<TestContext, 'after'>;

/** Clones the migrated template for this test and drops the clone after it, unless it is kept. */
export async function testDatabase(t: Ending, { keep } = { keep: false }): Promise<TestDatabase> {
  const template = await opening();
  if (keep) return seen(t, template, await clone(keeping(template)), keep);
  const name = await (spare ?? clone(template));
  // The next test's clone is made while this test runs, the last one's dropped while the next one does.
  spare = clone(template);
  spare.catch(() => {});
  return seen(t, template, name);
}

/** Clones another database, which nobody is connected to. */
export async function cloneOf(t: Ending, other: string, { keep } = { keep: false }): Promise<TestDatabase> {
  const template = await opening();
  const from = { ...template, name: other };
  return seen(t, template, await clone(keep ? keeping(from) : from), keep);
}

/** Clones a template that is on another server. */
export async function ownClone(t: Ending, template: Template): Promise<TestDatabase> {
  return seen(t, template, await clone(template));
}

/** What is kept for others may be much, and may stay for long: it goes on disk. */
function keeping(template: Template): Template {
  return { ...template, tablespace: 'pg_default' };
}

export function opening(): Promise<Template> {
  opened ??= openTemplate();
  return opened;
}

function seen(t: Ending, template: Template, name: string, keep = false): TestDatabase {
  const owner = template.embedded.url(name);
  const urls = { owner, app: servingUrl(owner, 'lintel_app'), public: servingUrl(owner, 'lintel_public') };
  const pools = {
    owner: createPool(owner, 2),
    app: createPool(urls.app, 10),
    public: createPool(urls.public, 4),
  };
  t.after(async () => {
    await Promise.all(Object.values(pools).map((pool) => pool.end()));
    if (!keep) discard(template, name);
  });
  return { name, ...pools, urls };
}

/** The superuser's connection to an empty database, for tests of migrations and roles. */
export async function bareDatabase(t: TestContext): Promise<string> {
  const template = await opening();
  const name = nextName();
  await template.administrator.query(`create database ${name}`);
  t.after(() => discard(template, name));
  return template.embedded.url(name);
}

async function clone({ administrator, name, tablespace }: Template): Promise<string> {
  const made = nextName();
  await administrator.query(
    `create database ${made} template ${name} tablespace ${tablespace} strategy file_copy`,
  );
  return made;
}

/** Nobody waits for it. What a broken drop leaves behind, the next run clears away. */
function discard({ administrator }: Template, name: string): void {
  administrator.query(`drop database if exists ${name} with (force)`).catch(() => {});
}

function nextName(): string {
  count += 1;
  return `lintel_test_${process.pid}_${count}`;
}

function servingUrl(owner: string, role: string): string {
  return urlFor(owner, role, derivedPassword(secret, role));
}
