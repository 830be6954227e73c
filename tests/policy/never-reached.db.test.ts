import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintelSite } from '../lintel-site.ts';
import { titleOf, triedPacks } from '../packs.ts';
import { openOffice, words } from './office.ts';
import { aCase, boardRow } from './steps.ts';

for (const pack of triedPacks)
  test(`${pack.publisher}: whoever is never reached is owed risk and plan, for all to see`, async (t) => {
    const lintel = await lintelSite(t, '2026-11-02T10:00');
    const office = await openOffice(lintel, pack.id);
    const { worker, manager } = office;
    const director = await office.colleague('director');
    const file = await aCase(worker);
    const reference = /C-[\w-]{4,}/.exec((await worker.get(file)).body)?.[0] ?? '';
    assert.notEqual(reference, '');
    const promises = ['risk-assessed', 'plan-agreed'].map((id) => ({ id, title: titleOf(pack, id) }));
    for (const { title } of promises) {
      assert.match(await worker.reads(file), new RegExp(RegExp.escape(title)), 'it runs from the first day');
      const [, , , , running, overdue] = await boardRow(manager, title);
      assert.deepEqual([running, overdue], ['1', '0'], title);
    }
    await office.at('2026-11-20T10:00');
    for (const { id, title } of promises) {
      const [, , , broken, running, overdue] = await boardRow(manager, title);
      assert.deepEqual([broken, running, overdue], ['1', '0', '1'], title);
      const clause = pack.commitments.find((each) => each.id === id)?.clauses[0] ?? '';
      const behind = words((await manager.get(`/board/${clause}`)).body);
      const owed = behind.slice(behind.indexOf('Still owed'), behind.indexOf('Broken in this month'));
      assert.match(
        owed,
        new RegExp(`${reference} ${RegExp.escape(title)} .*Broken, still owed`),
        'behind the figure',
      );
    }
    assert.match(
      await worker.reads('/day'),
      new RegExp(RegExp.escape(promises[0]?.title ?? '')),
      'on the lead’s day',
    );
    assert.match(await director.reads('/board'), /Overdue now, fewer than 5 of each: .*Risk is assessed/);
  });
