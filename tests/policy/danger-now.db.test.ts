import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintelSite } from '../lintel-site.ts';
import { triedPacks } from '../packs.ts';
import { openOffice } from './office.ts';
import { aCase, moment } from './steps.ts';

for (const { id: packId } of triedPacks)
  test(`a contact asks whether there is danger now, and raises it (${packId})`, async (t) => {
    const lintel = await lintelSite(t, '2026-11-18T10:00');
    const office = await openOffice(lintel, packId);
    const { worker, manager } = office;
    await office.at('2026-11-18T10:00');
    const file = await aCase(worker);
    await office.at('2026-11-18T11:00');
    const call = { channel: 'phone', outcome: 'no_answer', ...moment('happened', '2026-11-18T10:55') };
    await worker.finishes(`${file}/contacts/new`, call);
    assert.doesNotMatch(await worker.reads(file), /We were told of immediate danger/, 'nobody said so');
    const to = await worker.finishes(`${file}/contacts/new`, {
      ...call,
      dangerNow: 'He shouts behind the door',
    });
    assert.equal(to, `${file}/danger`);
    assert.match(await worker.reads(to), /In a call, a visit.*He shouts behind the door/);
    assert.match(await worker.reads(file), /We were told of immediate danger/);
    assert.match(await manager.reads('/notifications'), /Somebody is in danger now/);
    assert.match(await worker.reads(`${file}/contact`), /No answer/i, 'the call itself is kept');
  });
