import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aFile, entryOfFile } from '../files-lived-in.ts';
import { lintelSite } from '../lintel-site.ts';
import { triedPacks } from '../packs.ts';
import { toThePolice } from '../sharing-lived-in.ts';
import { openOffice, words } from './office.ts';
import { aCase } from './steps.ts';

const agrees = { decision: 'approved', why: '' };

for (const { id } of triedPacks)
  test(`a file leaves by two only where the second opened it as it leaves, and by its own kinds (${id})`, async (t) => {
    const office = await openOffice(await lintelSite(t, '2026-11-18T10:00'), id);
    const { worker, manager } = office;
    const file = await aCase(worker);
    const kept = await aFile(worker, file);
    await office.at('2026-11-18T10:05');
    const decides = async (wordKinds: readonly string[] = []) => {
      const entries = [entryOfFile((await worker.get(`${file}/shares/new`)).body)];
      return worker.finishes(`${file}/shares/new`, { ...toThePolice, words: '', wordKinds, entries });
    };
    const second = async (share: string) => {
      await manager.get(`${share}/reading`);
      await manager.finishes(share, agrees);
    };
    const packs = (share: string, holds: string, tells: string | readonly string[] = 'nothing') =>
      worker.fills(`${share}/evidence/new`, { chosen: [kept], initials: 'AK', holds, tells });

    const unopened = await decides();
    assert.match(await manager.reads(unopened), /only if you have opened it before you agree/);
    await second(unopened);
    const page = await worker.reads(`${unopened}/evidence/new`);
    assert.match(page, /The second person had not opened the original when they agreed/);
    await office.at('2026-11-18T10:10');
    await manager.get(`${file}/files/${kept}/picture/bytes`);
    assert.match(await worker.reads(`${unopened}/evidence/new`), /had not opened/, 'afterwards is too late');

    const looked = await decides(['home']);
    await second(looked);
    const original = await packs(looked, 'originals');
    assert.equal(original.statusCode, 422);
    assert.match(words(original.body), /Leave this one out\. The second person had not opened the original/);
    const blank = await packs(looked, 'shown', []);
    assert.match(words(blank.body), /Say what they show, or that they show none of these/);
    const more = await packs(looked, 'shown', ['home', 'contact']);
    assert.equal(more.statusCode, 422);
    assert.match(
      words(more.body),
      /It was not decided that they learn this: how to reach them, and where they are/,
    );
    const made = await packs(looked, 'shown', ['home']);
    assert.equal(made.statusCode, 200, words(made.body));
    assert.match(
      await worker.reads(`${file}/entries`),
      /Beside what happened they show: Home, tenancy and rent/,
    );
  });
