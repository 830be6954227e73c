import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintelSite } from '../lintel-site.ts';
import { triedPacks } from '../packs.ts';
import { atMillLane } from './home-steps.ts';
import { openOffice, words } from './office.ts';
import { findsOnBoard, writesDown } from './steps.ts';

for (const { id: pack } of triedPacks)
  test(`what is told of somebody with a case adds to what it knows, and takes nothing away (${pack})`, async (t) => {
    const lintel = await lintelSite(t, '2026-11-18T10:00');
    const office = await openOffice(lintel, pack);
    const { worker, file, H1, H2, P1 } = await atMillLane(office);
    const child = { describedAs: 'Mia', part: 'child_victim', age: '7' };
    await worker.finishes(`${file}/people/new`, child);
    await worker.post(`${file}/children`, { children: 'yes', _version: '99' });
    const { reference } = await writesDown(worker, {
      ...{ person_name: 'Zelda Quince', told_by: 'person', safe_to_contact: 'yes' },
      ...{ contact_channel: 'phone', contact_value: '07700 900777' },
    });
    const told = await findsOnBoard(worker, reference);
    const at = `${told}/triage?person=${P1}&property=${H1}`;
    const form = (await worker.get(at)).body;
    const says = words(form);
    assert.match(says, /knows already Lead Carys Webb Danger None stands Risk Not rated yet Children Mia, 7/);
    assert.match(says, /How to be in touch Phone call: .* Calls promised None/);
    assert.doesNotMatch(form, /07700 900123/, 'the number that is agreed stands in the case alone');
    const children = (body: string) => /<input[^>]*name="children"[^>]*checked[^>]*>/.exec(body)?.[0] ?? '';
    assert.match(children(form), /value="no"/);
    assert.doesNotMatch(says, /Another one than is chosen here/);
    const nobody = (await worker.get(`${told}/triage?property=${H2}`)).body;
    assert.equal(children(nobody), '', 'nobody is chosen, and nobody said');
    const found = { _version: '1', search: '', person: P1, property_id: H2 };
    const chosen = await worker.post(`${told}/triage/search`, found);
    assert.match(children(chosen.body), /value="no"/, 'as if she had been chosen before the form was opened');
    assert.match(words(chosen.body), /Where they live Another one than is chosen here\. It stays as it is/);
    const answered = await worker.post(`${told}/triage/search`, { ...found, children: 'yes' });
    assert.match(children(answered.body), /value="yes"/, 'what was answered stays');
    const caseId = file.split('/').at(-1) ?? '';
    const joined = await worker.fills(at, {
      ...{
        connection: 'married',
        person_age: 'adult',
        alleged_age: 'adult',
        happened: 'recently',
        children: 'no',
      },
      ...{ definition: 'meets', outcome: 'existing_case', case_id: caseId },
    });
    assert.equal(joined.headers.location, file, words(joined.body));
    assert.match(await worker.reads(`${file}/people`), /Mia/);
    const contact = (await worker.get(`${file}/contact`)).body;
    assert.match(words(contact), /Not agreed with the person themselves: make sure first/);
    assert.doesNotMatch(contact, /07700 900777/, 'another number is in doubt, and kept back');
    assert.match((await worker.get(file)).body, /1 Mill Lane/);
  });
