import assert from 'node:assert/strict';
import { test } from 'node:test';
import { remembering } from '#modules/outgoing/testing.ts';
import { lintelSite } from '../lintel-site.ts';
import { titleOf, triedPacks } from '../packs.ts';
import type { Fields } from './form.ts';
import { type Colleague, openOffice, words } from './office.ts';
import { aCase, writesMessage } from './steps.ts';

const texted: Fields = {
  ...{ channel: 'phone', value: '07700 900123', shared: 'no', text: 'yes', agreed: 'yes' },
};
const pleaseCall: Fields = {
  ...{ route: 'text.first', words: 'Please call Sam when you can.', says: 'neutral', askedForBy: 'team' },
};
const nobodyOnlyThey = /No way was agreed that only they use, or what was agreed was old or in doubt: (\d+)/;
const theyRest = /The case rests, as they wished: (\d+)/;

for (const pack of triedPacks)
  test(`messages that were held are told apart by why, and never by whose they are (${pack.id})`, async (t) => {
    const lintel = await lintelSite(t, '2026-11-18T10:00');
    Object.assign(lintel.services.carriers, { text: remembering() });
    const office = await openOffice(lintel, pack.id);
    const { worker, manager } = office;
    const blocked = await office.colleague('da_manager');
    const director = await office.colleague('director');
    const title = titleOf(pack, 'messages-held');
    const told = async (reader: Colleague, period = '?period=30') => {
      const { body } = await reader.get(`/board${period}`);
      return words(body.split(title)[1]?.split('</tr>')[0] ?? '');
    };
    /** A message that what is agreed now does not let go. @returns its case */
    const held = async (agreedSince: Fields) => {
      const file = await aCase(worker);
      await worker.finishes(`${file}/contact/new`, texted);
      await writesMessage(worker, file, pleaseCall);
      await worker.finishes(`${file}/contact/new`, { ...texted, ...agreedSince });
      return file;
    };

    assert.match(await told(worker), /0 times held/);
    const read = await held({ whoMightAnswer: 'his mother' });
    await held({ text: 'no' });
    await office.at('2026-11-18T10:20');
    await office.at('2026-11-19T09:00');

    await t.test('each time once, by what first spoke against it, with no name and no number', async () => {
      assert.match(await told(worker), /2 times held/);
      assert.equal(nobodyOnlyThey.exec(await told(worker))?.[1], '2');
      assert.doesNotMatch(await told(worker), theyRest);
      assert.doesNotMatch(await told(worker), /07700|Sam|C-[A-Z2-9]{4}/);
      const { body } = await worker.get('/board.csv?period=30');
      assert.match(body, /No way was agreed that only they use[^"]*: 2/);
    });

    await t.test(
      'whoever leads the service and sees no case is told no small number, of any why',
      async () => {
        const board = await told(director, '?period=month');
        assert.match(board, /fewer than 5 times held/);
        assert.match(board, /in doubt: fewer than 5/);
        assert.doesNotMatch(board, /[1-4] times held|: [1-4]\b/);
      },
    );

    await t.test('whom a conflict shuts out of one of the cases is told of the other alone', async () => {
      assert.equal(nobodyOnlyThey.exec(await told(blocked))?.[1], '2', 'before anybody knew');
      await manager.finishes(`${read}/conflicts/new`, {
        ...{ staffId: blocked.staff, relation: 'relative', reason: 'His sister' },
      });
      await office.at('2026-11-19T09:30');
      assert.match(await told(blocked), /1 time held/);
      assert.equal(nobodyOnlyThey.exec(await told(blocked))?.[1], '1');
      assert.equal(nobodyOnlyThey.exec(await told(worker))?.[1], '2', 'nobody else loses a figure');
    });
  });
