import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { transact } from '#kit/sql.ts';
import { recordAbsence } from '#modules/rota/index.ts';
import { type Lintel, lintelSite } from './lintel-site.ts';
import { liveIn } from './lived-in.ts';
import { type Colleague, type Office, words } from './policy/office.ts';
import { london } from './site.ts';

/**
 * What is on the day of each colleague of the landlord where something of every kind happened, item by item: written
 * when every list was asked by a statement of its own. With UPDATE=1 it is written anew, and read before it is kept.
 */
const file = 'tests/day-of-everybody.txt';

/** By their order in time: references are drawn by chance. */
async function nicknames({ database }: Lintel): Promise<ReadonlyMap<string, string>> {
  const { rows } = await database.owner.query<{ reference: string; name: string }>(
    `select reference, left(reference, 1) || row_number() over (partition by left(reference, 1) order by id) as name
      from (select id, reference from case_file union all select id, reference from disclosure) f`,
  );
  return new Map(rows.map(({ reference, name }) => [reference, name]));
}

/** A line for each item: under which heading, what kind of thing in which case, when, and the way on. */
function itemsOn(body: string, named: ReadonlyMap<string, string>): readonly string[] {
  const sections = [...body.matchAll(/<section class="lintel-day[\s\S]*?<\/section>/g)].map(([text]) => text);
  return sections.flatMap((section) => {
    const heading = /<h2[^>]*>([^<]*)/.exec(section)?.[1]?.trim() ?? '';
    const rows = [...section.matchAll(/<tr class="govuk-table__row"><td[\s\S]*?<\/tr>/g)];
    return rows.map(([row]) => {
      const [what = '', about = '', when = '', way = ''] = row.split(/<\/td>/);
      const kind = /<span class="lintel-aside">([^<]*)/.exec(what)?.[1] ?? '';
      const danger = what.includes('Danger first') ? 'danger first, ' : '';
      const reference = words(about).trim();
      const next = />([^<]+)<span class="govuk-visually-hidden">/.exec(way)?.[1] ?? '';
      return [heading, `${danger}${kind}`, named.get(reference) ?? reference, words(when).trim(), next].join(
        ' | ',
      );
    });
  });
}

async function days(
  lintel: Lintel,
  office: Office,
  readers: Readonly<Record<string, Colleague>>,
  at: string,
) {
  const named = await nicknames(lintel);
  await office.at(at);
  const told: string[] = [];
  for (const [name, reader] of Object.entries(readers)) {
    const { body, statusCode } = await reader.get('/day');
    assert.equal(statusCode, 200, name);
    const standsIn = body.includes('You stand in for') ? ', who stands in for the worker' : '';
    told.push(`${name}, ${at}${standsIn}`, ...itemsOn(body, named).map((item) => `  ${item}`), '');
  }
  return told;
}

// Over 20 s where the machine is busy: a landlord is lived in for a day first.
test('the day of everybody has each item that it had, in its order, at each time', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');
  const { office, everybody } = await liveIn(lintel, 'vivid-2023');
  const { worker, manager, deputy, landlord } = office;
  const readers = { worker, manager, deputy, 'somebody with every role': everybody };
  const found = await days(lintel, office, readers, '2026-11-18T13:20');
  const { organisation } = landlord;
  const author = { organisation, staff: manager.staff, now: lintel.clock.now() };
  await transact(lintel.services.db, { organisation, staff: manager.staff, roles: ['da_manager'] }, (tx) =>
    recordAbsence(tx, author, {
      ...{ staffId: worker.staff, deputyId: deputy.staff },
      ...{ from: london('2026-11-18T13:30'), until: london('2026-11-20T17:00') },
    }),
  );
  found.push(...(await days(lintel, office, readers, '2026-11-18T16:50')));
  found.push(...(await days(lintel, office, readers, '2026-11-23T08:30')));
  const text = found.join('\n');
  if (process.env.UPDATE) writeFileSync(file, text);
  assert.match(text, /stands in for the worker/);
  assert.deepEqual(text.split('\n'), readFileSync(file, 'utf8').split('\n'));
});
