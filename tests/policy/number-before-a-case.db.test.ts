import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintelSite } from '../lintel-site.ts';
import { foreignWords, triedPacks } from '../packs.ts';
import { importPeople } from '../register-lived-in.ts';
import type { Fields } from './form.ts';
import { atMillLane } from './home-steps.ts';
import { openOffice, words } from './office.ts';
import { findsOnBoard, writesDown } from './steps.ts';

const his = '07700 900 124';
const told: Fields = {
  ...{ told_by: 'person', safe_to_contact: 'yes', contact_channel: 'phone', contact_value: his },
};
const always = /Before you ring or write: make sure who answers before you say who you are, or why\./;
const whose = /The register has 07700900124 as one of Orson Quince ?\./;

for (const pack of triedPacks)
  test(`whoever rings before there is a case reads first whose number it is (${pack.id})`, async (t) => {
    const lintel = await lintelSite(t, '2026-11-18T10:00');
    const office = await openOffice(lintel, pack.id);
    const { worker, manager } = office;
    const { file } = await atMillLane(office);
    await importPeople(office, `P2,Orson,Quince,,1979-07-08,${his},orson@example.test`);
    const tells = async (more: Fields) =>
      findsOnBoard(worker, (await writesDown(worker, { ...told, ...more })).reference);

    await t.test('beside the number, with what is always safe', async () => {
      const page = await worker.reads(await tells({}));
      assert.match(page, /07700 900 124/);
      assert.match(page, always);
      assert.match(page, whose);
      assert.doesNotMatch(page, foreignWords(pack));
    });

    await t.test('of a mailbox, and of the number given in case the call drops', async () => {
      const mailbox = { contact_channel: 'email', contact_value: 'Orson@example.test' };
      assert.match(
        await worker.reads(await tells(mailbox)),
        /The register has orson@example\.test as one of/,
      );
      const dropped = { contact_value: '07700 900999', 'phone-call_back': his };
      assert.match(await worker.reads(await tells(dropped)), whose);
    });

    await t.test('of a number that nobody has it says no more than what is always safe', async () => {
      const page = await worker.reads(await tells({ contact_value: '07700 900999' }));
      assert.match(page, always);
      assert.doesNotMatch(page, /The register has/);
    });

    await t.test('kept back, nothing is told of whose it is until it is shown for a reason', async () => {
      const path = await tells({ told_by: 'neighbour', informant_contact: '07700 900456' });
      const page = await worker.reads(path);
      assert.doesNotMatch(page, /900 124|The register has/);
      const shown = words((await worker.fills(path, { reason: 'danger', words: '' })).body);
      assert.match(shown, /07700 900 124/);
      assert.match(shown, whose);
    });

    await t.test('of somebody called as whoever they fear it is kept back, whatever the reason', async () => {
      const path = await tells({
        alleged_name: 'orson  QUINCE, her husband',
        informant_contact: '07700 900456',
      });
      const page = await worker.reads(path);
      assert.match(page, /The register has this number as one of whoever they fear\./);
      assert.doesNotMatch(page, /900 124/);
      const shown = words((await worker.fills(path, { reason: 'danger', words: '' })).body);
      assert.match(shown, /07700 900456/, 'whoever told us may still be asked');
      assert.doesNotMatch(shown, /900 124/);
    });

    await t.test(
      'whoever is kept from them by a conflict learns nothing of them by their number',
      async () => {
        const path = await tells({ contact_value: '07700 900 123' });
        assert.match(await worker.reads(path), /The register has 07700900123 as one of Zelda Quince/);
        const involved = await office.colleague('da_worker', 'da_manager');
        await manager.finishes(`${file}/conflicts/new`, {
          ...{ staffId: involved.staff, relation: 'relative', reason: 'His cousin' },
        });
        const page = await involved.get(path);
        assert.doesNotMatch(page.body, /Zelda|Quince|The register has/);
      },
    );
  });
