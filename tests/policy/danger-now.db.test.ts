import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keepSummary } from '#modules/board/index.ts';
import { lintelSite } from '../lintel-site.ts';
import { triedPacks } from '../packs.ts';
import { openOffice, words } from './office.ts';
import { states } from './risk-steps.ts';
import { aCase, boardRow, moment, recordsContact } from './steps.ts';

const told = { told_by: 'neighbour', immediate_danger: 'not_known' };
const spoke = { channel: 'phone', outcome: 'spoke_safely', whom: 'person', begunBy: 'us', notes: 'Rang her' };
const boardTitle = 'Danger is asked about whenever somebody is reached';

for (const { id: packId, commitments } of triedPacks) {
  const [clause] = commitments.find(({ id }) => id === 'danger-asked-each-time')?.clauses ?? [];

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
    const danger = { dangerNow: 'yes', dangerWhat: 'He shouts behind the door' };
    const to = await worker.finishes(`${file}/contacts/new`, { ...call, ...danger });
    assert.equal(to, `${file}/danger`);
    assert.match(await worker.reads(to), /In a call, a visit.*He shouts behind the door/);
    assert.match(await worker.reads(file), /We were told of immediate danger/);
    assert.match(await manager.reads('/notifications'), /Somebody is in danger now/);
    assert.match(await worker.reads(`${file}/contact`), /No answer/i, 'the call itself is kept');
  });

  test(`nobody reached a person without saying whether they asked about danger (${packId})`, async (t) => {
    const lintel = await lintelSite(t, '2026-11-18T10:00');
    const office = await openOffice(lintel, packId);
    const { worker, manager } = office;
    await office.at('2026-11-18T10:00');
    const file = await aCase(worker, told);
    await office.at('2026-11-18T11:00');
    const page = `${file}/contacts/new`;
    const call = { ...spoke, ...moment('happened', '2026-11-18T10:55') };
    const asks = (await worker.get(page)).body.includes('name="stillRight"') ? { stillRight: 'same' } : {};
    const blank = await worker.fills(page, { ...call, ...asks });
    assert.equal(blank.statusCode, 422);
    assert.match(words(blank.body), /Say whether there is danger now, or that it was not asked/);
    assert.match(blank.body, /Rang her/, 'what was typed is kept');

    const idle = { ...call, ...asks, dangerNow: 'not_asked', dangerWhy: 'x' };
    assert.equal((await worker.fills(page, idle)).statusCode, 422, 'a letter is no reason');
    await worker.finishes(page, { ...idle, dangerWhy: 'He came in, and she hung up' });
    assert.match(await worker.reads(file), /Danger was not asked about on .*Ask at the next safe contact/);
    assert.match(
      await worker.reads(`${file}/entries`),
      /Nobody asked whether there is danger now. Why: He came in/,
    );
    assert.doesNotMatch(await worker.reads('/day'), /Danger was not asked/, 'it is not high');
    await states(worker, file, 'high', 'He waits for her at work and has a key');
    assert.match(await worker.reads('/day'), /Danger was not asked about on/);
    await keepSummary(lintel.services, office.landlord.organisation);
    assert.deepEqual((await boardRow(manager, boardTitle)).slice(0, 2), ['0%', '1']);

    await office.at('2026-11-18T12:00');
    await recordsContact(worker, file, 'spoke_safely', '2026-11-18T11:55');
    assert.doesNotMatch(await worker.reads('/day'), /Danger was not asked/);
    assert.match(await worker.reads(file), /Asked about danger: Wednesday 18 November 2026/);
    assert.match(await worker.reads(`${file}/danger`), /said no.*He came in, and she hung up/s);
    await office.at('2026-11-26T10:00');
    assert.match(
      await worker.reads('/day'),
      /Danger not asked about since/,
      'at high risk an answer counts a week',
    );
  });

  test(`where asking was not safe, it is neither done nor missed, and is still to be asked (${packId})`, async (t) => {
    const lintel = await lintelSite(t, '2026-11-18T10:00');
    const office = await openOffice(lintel, packId);
    const { worker, manager } = office;
    await office.at('2026-11-18T10:00');
    const file = await aCase(worker, told);
    await office.at('2026-11-18T11:00');
    await recordsContact(worker, file, 'spoke_safely', '2026-11-18T10:55', { dangerNow: 'not_safe' });
    assert.match(await worker.reads(file), /Danger was not asked about on/);
    await keepSummary(lintel.services, office.landlord.organisation);
    assert.deepEqual((await boardRow(manager, boardTitle)).slice(0, 2), ['none ended', '0']);
    assert.match(await manager.reads(`/board/${clause}`), /it was not safe to ask/);
  });
}
