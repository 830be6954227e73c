import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { openEmbedded } from '#kit/database/embedded.ts';
import { type Ending, ownClone, type TestDatabase } from './database.ts';
import { makeTemplateOn, type Template } from './template.ts';

/**
 * Databases on a server that a file has alone: for what waits until no transaction on its server is in flight. On the
 * one that all share, a walk through every form keeps one open for minutes.
 */
export function ownServer(): (t: Ending) => Promise<TestDatabase> {
  const folder = join(tmpdir(), `lintel-own-server-${process.pid}`);
  let opened: Promise<Template> | undefined;
  after(async () => {
    const template = await opened;
    await template?.administrator.end();
    await template?.embedded.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return async (t) => {
    opened ??= openEmbedded({ data: folder, fast: true }).then(makeTemplateOn);
    return ownClone(t, await opened);
  };
}
