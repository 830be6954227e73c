import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintelSite } from '../lintel-site.ts';
import { atMillLane, savesHome } from './home-steps.ts';
import { openOffice, words } from './office.ts';

test('in an emergency a case is found by the home of before, unless that was written down in error', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');
  for (const change of ['moved', 'wrong']) {
    const office = await openOffice(lintel);
    await office.at('2026-11-18T10:00');
    const { worker, manager } = office;
    const { file, H1, H2 } = await atMillLane(office);
    const why = change === 'wrong' ? 'Her mother lives at number 1' : '';
    const home = { kind: 'register', property_id: H2, source: 'person', change, why };
    const saved = await savesHome(worker, file, home);
    assert.equal(saved.statusCode, 303, words(saved.body));
    const staffIds = [manager.staff, worker.staff];
    await manager.finishes(`${file}/access/restriction`, { staffIds, reason: 'She knows somebody' });
    const outsider = await office.colleague('da_worker');
    const asks = (at: string) =>
      outsider.post('/emergency-access/new', {
        ...{ reference: '', subject: `home:${at}` },
        ...{ reason: 'danger_now', words: 'A neighbour of the home of before rings' },
      });
    assert.equal((await outsider.get(file)).statusCode, 404);
    const before = await asks(H1);
    if (change === 'moved') assert.equal(before.headers.location, file, words(before.body));
    else {
      assert.equal(before.statusCode, 422);
      assert.equal((await asks(H2)).headers.location, file, 'and by the home of now');
    }
    assert.equal((await outsider.get(file)).statusCode, 200);
  }
});
