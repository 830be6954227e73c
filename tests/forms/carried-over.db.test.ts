import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintelSite } from '../lintel-site.ts';
import { triedPacks } from '../packs.ts';
import { openOffice } from '../policy/office.ts';
import { findsOnBoard } from '../policy/steps.ts';
import { type Answers, filled, formsOffered } from './filling.ts';
import { fieldsShown, wantedOf } from './shown.ts';

/** What no page of the case repeats, by field, with the reason. */
const notCarried: Readonly<Record<string, string>> = {
  informant_name: 'Whoever told us is never named outside of what they told.',
  informant_contact: 'Whoever told us is never named outside of what they told.',
  told_by: 'It is the source of the entries.',
};
/** Kept back on every page outside of what was agreed: they are looked for in what is agreed itself (L2.1a). */
const keptBack: Readonly<Record<string, string>> = {
  contact_value: 'select value from safe_contact where case_id = $1',
  'phone-call_back': 'select value from agreed_way where case_id = $1',
};

const decided = { definition: 'meets', outcome: 'new_case', adult_safeguarding: 'nobody' };
const adults: Answers = {
  ...{ connection: 'married', person_age: 'adult', alleged_age: 'adult', happened: 'recently' },
  ...{ immediate_danger: 'no', children: 'yes', safeguarding_today: ['child'], safe_to_contact: 'yes' },
  ...{
    contact_channel: 'phone',
    'ring-day': '19',
    'ring-month': '11',
    'ring-year': '2026',
    'ring-time': '10:45',
  },
  // Whoever is named as involved would be shut out, and stands on the page of who may see the case.
  ...{ staff_involved: 'no', colleague_1: '', colleague_2: '', colleague_3: '' },
  ...{ relation_1: '', relation_2: '', relation_3: '' },
};

/** Every page of a case on which something of what was told stands. */
const parts = ['', '/entries', '/contact', '/people', '/needs', '/referrals', '/diary', '/access', '/danger'];

for (const pack of triedPacks)
  for (const [toldBy, route] of [
    ['person', 'phone'],
    ['neighbour', 'agency'],
  ] as const)
    test(`what a ${toldBy} told is in the case, and nobody types it again (${pack.id})`, async (t) => {
      const lintel = await lintelSite(t, '2026-11-18T10:00');
      const office = await openOffice(lintel, pack.id);
      await office.at('2026-11-18T13:00');
      const { worker } = office;
      const { body } = await worker.get('/disclosures/new');
      const form = formsOffered(body).find(({ action }) => action === '/disclosures/new');
      assert.ok(form);
      const whole = filled(form, { ...adults, told_by: toldBy, route, received: '2026-11-18' });
      const sent = await worker.post('/disclosures/new', { ...whole.fields });
      assert.equal(sent.statusCode, 303, sent.body.slice(0, 300));
      const receipt = await worker.reads(String(sent.headers.location));
      const reference = /D-[A-Z2-9]{4}-[A-Z2-9]{4}/.exec(receipt)?.[0] ?? '';
      const told = await findsOnBoard(worker, reference);
      const file = await worker.finishes(`${told}/triage`, decided);
      assert.match(file, /^\/cases\//);

      // Of other ways of telling nothing is kept: whoever is on the phone leaves their boxes empty.
      const asked = (field: string) => !/^[a-z_]+-[a-z_]+$/.test(field) || field.startsWith(`${route}-`);
      const wanted = wantedOf(whole, { keptAs: {}, shownAs: {} }).filter(({ field }) => asked(field));
      const shown = await fieldsShown(worker, wanted, '', {
        from: [],
        things: new Set(),
        pages: parts.map((part) => `${file}${part}`),
        enough: () => false,
      });
      const id = file.split('/').at(-1);
      for (const [field, query] of Object.entries(keptBack)) {
        if (!wanted.some((each) => each.field === field)) continue;
        const { rows } = await lintel.database.owner.query(query, [id]);
        assert.deepEqual(
          rows.map(({ value }) => value),
          [whole.typed[field]],
          field,
        );
      }
      const lost = wanted
        .map(({ field }) => field)
        .filter((field) => !shown.has(field) && !(field in keptBack));
      assert.deepEqual(
        lost.filter((field) => !(field in notCarried)),
        [],
      );
      assert.ok(wanted.length > 40, 'the whole of the form is looked for');
    });
