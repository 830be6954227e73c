import assert from 'node:assert/strict';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { connect } from './connect.ts';
import { type Embedded, openEmbedded } from './embedded.ts';

async function isUp(embedded: Embedded): Promise<boolean> {
  try {
    const client = await connect(embedded.url('postgres'));
    await client.end();
    return true;
  } catch {
    return false;
  }
}

test('the embedded database', async (t) => {
  const data = await mkdtemp(join(tmpdir(), 'lintel-data-'));
  await chmod(data, 0o711);
  t.after(() => rm(data, { recursive: true, force: true }));
  const claim = join(data, 'postgres/cluster/postmaster.pid');

  await t.test('two programs that start at once share one server; the last to leave stops it', async () => {
    const [one, two] = await Promise.all([
      openEmbedded({ data, fast: true }),
      openEmbedded({ data, fast: true }),
    ]);
    assert.equal(one.url('postgres'), two.url('postgres'));
    await one.close();
    assert.equal(await isUp(two), true);
    await two.close();
    assert.equal(await isUp(two), false);
  });

  await t.test('a server that was killed is started again', async () => {
    const before = await openEmbedded({ data, fast: true });
    process.kill(Number((await readFile(claim, 'utf8')).split('\n')[0]), 'SIGKILL');
    await pause(50);
    const after = await openEmbedded({ data, fast: true });
    assert.equal(await isUp(after), true);
    await after.close();
    await before.close();
  });

  await t.test('a dead server whose number another program has by now does not block the start', async () => {
    await writeFile(claim, `${process.pid}\n${data}\n1\n5432\n\n127.0.0.1\n\n`);
    const embedded = await openEmbedded({ data, fast: true });
    assert.equal(await isUp(embedded), true);
    await embedded.close();
  });
});
