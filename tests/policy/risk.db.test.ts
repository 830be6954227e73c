import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintelSite } from '../lintel-site.ts';
import { triedPacks } from '../packs.ts';
import { type Colleague, openOffice, words } from './office.ts';
import { assesses, contacted, first, level, states } from './risk-steps.ts';
import { boardRow, moment } from './steps.ts';

for (const { id: packId, purposes } of triedPacks)
  test(`risk is assessed, rated and looked at again (${packId}, ${purposes['risk-assessed']})`, async (t) => {
    const lintel = await lintelSite(t, '2026-11-18T10:00');

    await t.test('a score raises the level at once, and every way that led there is told', async () => {
      const office = await openOffice(lintel, packId);
      const { worker } = office;
      const file = await contacted(office);
      assert.equal(await level(worker, file), 'Not rated yet');
      await assesses(worker, file, first(14));
      await states(worker, file, 'high', 'She believes that he will do it');
      const page = await worker.reads(`${file}/risk`);
      assert.match(page, /Score: 14 yes, with 24 of 24 answered: high/);
      assert.match(page, /Separation, control and violence are there together: high/);
      assert.match(page, /A common local convention/);
      assert.match(page, /Looked at again … Due Wednesday 25 November by 17:00 \(5 working days\)/);
      assert.match(await worker.reads(file), /Risk/);
    });

    await t.test('few answers do not stand against what a professional knows', async () => {
      const office = await openOffice(lintel, packId);
      const { worker } = office;
      const file = await contacted(office);
      await assesses(worker, file, [2]);
      assert.equal(await level(worker, file), 'Standard, proposed');
      await worker.finishes(`${file}/risk/level`, {
        level: 'high',
        reason: 'She looked at the door and would not say more',
        grounds: ['too_scared', 'own_view'],
      });
      assert.equal(await level(worker, file), 'High');
      assert.match(
        await worker.reads(`${file}/risk`),
        /Professional judgement: how they see the risk themselves; they may be too frightened to answer/,
      );
    });

    await t.test('what was known to somebody still stands when a later assessment finds less', async () => {
      const office = await openOffice(lintel, packId);
      const { worker } = office;
      const file = await contacted(office);
      await states(worker, file, 'high', 'He told a neighbour that he will kill her');
      await assesses(worker, file, [2, 4]);
      const page = await worker.reads(`${file}/risk`);
      assert.equal(await level(worker, file), 'High, proposed', 'and is to be judged again');
      assert.match(page, /Why He told a neighbour that he will kill her Professional judgement: high/);
      assert.match(page, /Score: 2 yes, with 24 of 24 answered: standard/);
    });

    await t.test('a level is never stated without a reason', async () => {
      const office = await openOffice(lintel, packId);
      const { worker } = office;
      const file = await contacted(office);
      const sent = await worker.fills(`${file}/risk/level`, { level: 'high' });
      assert.equal(sent.statusCode, 422);
      assert.match(words(sent.body), /Say why you rate it so/);
      assert.equal(await level(worker, file), 'Not rated yet');
    });

    await t.test(
      'a worker alone cannot lower it; two can, and the higher level stands until then',
      async () => {
        const office = await openOffice(lintel, packId);
        const { worker, manager } = office;
        const file = await contacted(office);
        await assesses(worker, file, first(14));
        const proposal = await states(worker, file, 'medium', 'He is in custody until March');
        assert.match(proposal, /\/risk\/proposals\//);
        assert.equal(await level(worker, file), 'High, proposed', 'it waits');
        assert.match(await worker.reads(proposal), /Somebody else decides: nobody lowers a risk alone/);
        assert.doesNotMatch(await worker.reads(proposal), /Confirm: the risk is medium/);
        const { body } = await worker.get(proposal);
        const token = /name="_csrf" value="([^"]+)"/.exec(body)?.[1] ?? '';
        const forced = await worker.post(proposal, {
          _csrf: token,
          _version: '1',
          decision: 'confirmed',
          why: '',
        });
        assert.equal(forced.statusCode, 403, 'nor by sending what the page does not offer');
        assert.equal(await level(worker, file), 'High, proposed');
        assert.match(await manager.reads('/notifications'), /Something is waiting for a second person/);
        await manager.finishes(proposal, { decision: 'confirmed' });
        assert.equal(await level(worker, file), 'Medium');
        const page = await worker.reads(`${file}/risk`);
        assert.match(page, /Two people agreed to lower it, for this reason: He is in custody until March/);
        assert.match(page, /It has been high before/);
        assert.match(
          await worker.reads(`${file}/entries`),
          /Level of risk: medium\. It was high before\. Two people/,
        );
        await states(worker, file, 'medium', 'Nothing has changed this week');
        assert.equal(
          await level(worker, file),
          'Medium',
          'what two agreed to needs no third for the same assessment',
        );
      },
    );

    await t.test(
      'the second person may decline, and the first may take it back: the level stays',
      async () => {
        const office = await openOffice(lintel, packId);
        const { worker, manager } = office;
        const file = await contacted(office);
        await assesses(worker, file, first(14));
        const declined = await states(worker, file, 'standard', 'Quiet for a week');
        const silent = await manager.fills(declined, { decision: 'declined' });
        assert.match(words(silent.body), /Say why the level should stay as it is/);
        await manager.finishes(declined, { decision: 'declined', why: 'Quiet is not safe' });
        assert.equal(await level(worker, file), 'High');
        assert.match(await worker.reads(declined), /Declined .* Quiet is not safe/);
        const back = await states(worker, file, 'medium', 'Another thought');
        await worker.finishes(back, { decision: 'withdrawn' });
        assert.equal(await level(worker, file), 'High');
        assert.equal((await manager.post(back, {})).statusCode >= 400, true);
      },
    );

    await t.test(
      'what happens meanwhile overtakes a proposal: nobody lowers on yesterday’s reasons',
      async () => {
        const office = await openOffice(lintel, packId);
        const { worker, manager } = office;
        const file = await contacted(office);
        await states(worker, file, 'medium', 'He knows where she works');
        const proposal = await states(worker, file, 'standard', 'He has moved away');
        await assesses(worker, file, first(14));
        assert.equal(await level(worker, file), 'High, proposed');
        const page = await manager.reads(proposal);
        assert.match(page, /Taken back .* The risk was looked at again before anybody decided/);
        assert.doesNotMatch(page, /Save the decision/);
      },
    );

    await t.test('a review in time keeps the promise, and the next one runs from it', async () => {
      const office = await openOffice(lintel, packId);
      const { worker } = office;
      const file = await contacted(office);
      await states(worker, file, 'high', 'He has her keys');
      const promise = 'A high risk is looked at again within 7 days';
      const kept = async () => (await boardRow(worker, promise)).slice(1);
      assert.deepEqual(await kept(), ['0', '0', '0', '1', '0'], 'running');
      await office.at('2026-11-20T11:00');
      await states(worker, file, 'high', 'Nothing is different');
      assert.deepEqual(await kept(), ['1', '0', '0', '1', '0'], 'kept, and running again');
      await office.at('2026-11-27T17:05');
      assert.deepEqual(await kept(), ['2', '0', '1', '0', '1'], 'a week later nobody looked');
      assert.match(await worker.reads(`${file}/risk`), /Overdue/);
    });

    await t.test('something that changes calls for a review within two working days', async () => {
      const office = await openOffice(lintel, packId);
      const { worker } = office;
      const file = await contacted(office);
      await states(worker, file, 'standard', 'No sign of serious harm');
      await office.at('2026-11-19T11:00');
      await worker.finishes(`${file}/risk/changes/new`, {
        trigger: 'separation',
        words: 'She told him last night that she is leaving',
        source: 'person',
        ...moment('happened', '2026-11-18T21:00'),
      });
      const page = await worker.reads(`${file}/risk`);
      assert.match(page, /Due Monday by 17:00/);
      assert.match(page, /Since the last rating: Separation, or an attempt to separate/);
      assert.match(await worker.reads(`${file}/entries`), /She told him last night that she is leaving/);
      await states(worker, file, 'high', 'He knows');
      assert.doesNotMatch(await worker.reads(`${file}/risk`), /Since the last rating/);
    });

    await t.test('an incident in the chronology calls for a review by itself', async () => {
      const office = await openOffice(lintel, packId);
      const { worker } = office;
      const file = await contacted(office);
      await states(worker, file, 'standard', 'No sign of serious harm');
      await office.at('2026-11-19T11:00');
      await worker.finishes(`${file}/entries/new`, {
        kind: 'incident',
        words: 'He waited at the school gate',
        source: 'person',
      });
      assert.match(await worker.reads(`${file}/risk`), /Since the last rating: A new incident/);
    });

    await t.test(
      'a day that is known is told of 28, 14, 7 and 1 days before, and calls for a review',
      async () => {
        const office = await openOffice(lintel, packId);
        const { worker, manager } = office;
        const file = await contacted(office);
        await states(worker, file, 'standard', 'No sign of serious harm');
        await worker.finishes(`${file}/risk/dates/new`, {
          kind: 'order_ends',
          words: 'Non-molestation order',
          'on-day': '6',
          'on-month': '1',
          'on-year': '2027',
        });
        const told = async (reader: Colleague) => timesTold(await reader.reads('/notifications'));
        await office.at('2026-12-08T10:00');
        assert.equal(await told(worker), 0, '29 days before');
        await office.at('2026-12-09T10:00');
        await office.at('2026-12-09T12:00');
        assert.equal(await told(worker), 1, '28 days before, once');
        await office.at('2026-12-23T10:00');
        assert.equal(await told(worker), 2);
        assert.match(await worker.reads(`${file}/risk`), /Since the last rating: An order ends soon/);
        assert.match(await worker.reads(`${file}/risk`), /An order ends in 14 days/);
        await office.at('2026-12-30T10:00');
        await office.at('2027-01-05T10:00');
        await office.at('2027-01-06T10:00');
        assert.equal(await told(worker), 4);
        assert.equal(await told(manager), 0, 'who leads the case is told, nobody else');
      },
    );

    await t.test('how they see it themselves stands beside our level, and does not lower it', async () => {
      const office = await openOffice(lintel, packId);
      const { worker } = office;
      const file = await contacted(office);
      await states(worker, file, 'medium', 'He rings her every hour');
      await worker.finishes(`${file}/risk/views/new`, { view: 'high', words: 'He will find me' });
      const page = await worker.reads(`${file}/risk`);
      assert.match(page, /They could be seriously harmed at any time\. .* He will find me/);
      assert.match(page, /They see the risk as higher than our level/);
      assert.equal(await level(worker, file), 'Medium');
    });

    await t.test('what changed since last time is told item by item', async () => {
      const office = await openOffice(lintel, packId);
      const { worker } = office;
      const file = await contacted(office);
      await assesses(worker, file, [1, 20]);
      await office.at('2026-11-25T11:00');
      await assesses(worker, file, [15, 20]);
      const page = await worker.reads(`${file}/risk/changes`);
      assert.match(page, /15\. Strangulation, suffocation, drowning New No Yes/);
      assert.match(page, /1\. Injury this time No longer said Yes No/);
      assert.match(await worker.reads(`${file}/risk`), /New Strangulation is among the strongest signs/);
    });
  });

/** How often a page of notices says that a day was told of. */
function timesTold(page: string): number {
  const [, times] =
    /Soon C-[\w-]+ ?: A day that you keep in view is near\.(?:.*?told (\d+) times)?/.exec(page) ?? [];
  return times ? Number(times) : Number(page.includes('A day that you keep in view is near'));
}
