import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eventNames } from '#rules/event.ts';
import { circles } from './boundaries/circles.ts';
import { neutral, oneDoor } from './boundaries/door.ts';
import {
  acquaintance,
  type Breach,
  direction,
  isPure,
  lineLength,
  oneClock,
  oneIdea,
  onePenForCases,
  plainness,
  purity,
  shapesAtLoad,
  sqlAtHome,
} from './boundaries/house.ts';
import { reaches, readSources, type Source, withoutComments } from './boundaries/sources.ts';

const sources = readSources();

/** The house keeps the rule, and each planted file is caught breaking it. */
function rule(name: string, check: (source: Source) => readonly Breach[], planted: readonly Source[]): void {
  test(name, () => assert.deepEqual(sources.flatMap(check).map(said), []));
  test(`${name}: caught when broken`, () => {
    for (const source of planted) assert.equal(check(source).length, 1, `${source.path}\n${source.text}`);
  });
}

const said = ({ path, because }: Breach) => `${path}: ${because}`;
const planted = (path: string, text: string): Source => ({ path, text });
const importing = (path: string, name: string): Source =>
  planted(path, `import {\n  one,\n  two,\n} from '${name}';\n`);

rule('rules know nothing; packs and the kit know rules; modules know the kit; the app knows all', direction, [
  importing('src/rules/x.ts', '#kit/html.ts'),
  importing('src/rules/x.ts', '../packs/index.ts'),
  importing('src/packs/x/pack.ts', '#kit/html.ts'),
  importing('src/kit/x.ts', '#modules/cases/index.ts'),
  importing('src/kit/http/x.ts', '../../app.ts'),
  planted('src/modules/cases/routes.ts', "import type { Ground } from '../../cli/application.ts';"),
  planted('src/modules/cases/store.ts', "const { app } = await import('../../app.ts');"),
  importing('src/modules/cases/store.ts', '../../../tests/site.ts'),
  importing('src/kit/x.ts', '#rules/testing.ts'),
  importing('src/modules/cases/store.ts', '../../../demonstration/index.ts'),
  importing('demonstration/stage/x.ts', '../../src/app.ts'),
]);

rule('a module enters another by its front door, and only one that it knows', acquaintance, [
  importing('src/modules/register/store.ts', '#modules/cases/index.ts'),
  importing('src/modules/disclosures/store.ts', '#modules/cases/store/entries.ts'),
  planted('src/modules/account/views.ts', "import type { Case } from '../cases/index.ts';"),
  planted('src/modules/unlisted/index.ts', "export { x } from '#modules/account/index.ts';"),
  importing('src/app.ts', '#modules/cases/routes.ts'),
  importing('demonstration/stage/x.ts', '#modules/cases/store/entries.ts'),
]);

rule('what is pure reaches nothing that touches the world', purity, [
  importing('src/rules/x.ts', 'node:fs'),
  importing('src/rules/x.ts', 'pg'),
  importing('src/modules/cases/states.ts', './store.ts'),
  importing('src/modules/cases/views/people.ts', '../store/people.ts'),
  importing('src/modules/cases/forms.ts', '#kit/sql.ts'),
  importing('src/modules/cases/views.ts', '#modules/account/index.ts'),
  importing('src/kit/components/x.ts', '../now.ts'),
  planted('src/packs/x/pack.ts', "import 'node:process';"),
  importing('demonstration/script/x.ts', '../stage/play.ts'),
]);

rule('one file reads the time', oneClock, [
  planted('src/rules/x.ts', 'const now = Temporal.Now.instant();'),
  planted('src/kit/sweep.ts', 'const now = Date.now();'),
  planted('src/modules/cases/store.ts', 'const at = new Date();'),
  planted('src/modules/cases/store.ts', 'tx.run(sql`update x set at = current_timestamp`);'),
  planted('start.ts', 'performance.now();'),
]);

rule('whatever goes out goes through one door', oneDoor, [
  importing('src/modules/cases/store.ts', '#kit/mail.ts'),
  importing('src/modules/plans/routes.ts', '#kit/carriers/smtp.ts'),
  importing('src/kit/http/x.ts', '../outbox.ts'),
  importing('src/modules/sharing/store/x.ts', 'nodemailer'),
  planted('src/modules/plans/routes.ts', "await import('node:https');"),
  planted('src/modules/cases/store.ts', 'await services.carriers.text?.carry(parcel);'),
  planted('src/modules/cases/store.ts', 'await ctx.services.mail.send(tx, mail);'),
  planted('src/modules/cases/jobs.ts', "await fetch('https://example.org');"),
]);

test('each of those that reach the door for colleagues and agencies needs it, and gives it no words', () => {
  for (const path of neutral) {
    const source = sources.find((each) => each.path === path);
    const code = source && withoutComments(source.text);
    assert.match(code ?? '', /\bmail\.send\(/, path);
    assert.doesNotMatch(code ?? '', /\b(?:subject|text|html|body):/, path);
  }
});

rule('SQL lives in stores, jobs and the kit', sqlAtHome, [
  planted('src/modules/cases/routes.ts', 'await ctx.tx.run(sql`select 1`);'),
  planted('src/modules/cases/states.ts', 'const s = sql`select 1`;'),
  planted('src/app.ts', "pool.query('select 1');"),
]);

rule('the shape of a row is built once', shapesAtLoad, [
  planted('src/modules/cases/store/x.ts', 'tx.one(z.object({ n: z.number() }), sql`select 1 as n`);'),
  planted('src/modules/cases/store/y.ts', 'tx.rows(\n  z.object({ n: z.number() }),\n  sql`select 1 as n`);'),
]);

rule('what happens to a case is written and moves its promises in one', onePenForCases, [
  planted('src/modules/cases/store/x.ts', "import { writeEvent } from '#kit/event.ts';"),
  planted('src/kit/x.ts', 'await writeEvent(tx, author, row);'),
]);

test('every event that a policy may name is written somewhere', () => {
  const written = sources
    .filter(({ path }) => /^(src\/(kit|modules|cli)|migrations)\//.test(path) && !/\.test\.ts$/.test(path))
    .map(({ text }) => withoutComments(text).replaceAll("records: '", ''))
    .join('\n');
  const named = (event: string) =>
    written.includes(`'${event}'`) || (event.startsWith('risk.rated-') && written.includes('`risk.rated-${'));
  assert.deepEqual(
    eventNames.filter((event) => !named(event)),
    [],
  );
  assert.equal(named('case.never-written'), false);
});

rule('a file is one idea', oneIdea, [
  planted('src/x.ts', 'x\n'.repeat(301)),
  planted('scripts/x.mjs', 'x\n'.repeat(301)),
  planted('src/x.scss', 'x\n'.repeat(501)),
]);

rule('a line has at most 120 characters, in a template too', lineLength, [
  planted('src/kit/x.ts', `${'x'.repeat(121)}\n`),
  planted('scripts.mjs', `const x = 1; // ${'x'.repeat(120)}`),
  planted('src/rules/x.ts', `const x = html\`${'<p>x</p>'.repeat(15)}\`;`),
  planted('src/rules/x.ts', `const x = /${'x'.repeat(120)}/.test(y);`),
  planted('src/rules/x.ts', `/** ${'x'.repeat(120)} */`),
]);

rule('no enum, no barrel, no drawer for odds and ends', plainness, [
  planted('src/rules/x.ts', 'export const enum Colour { Red }'),
  planted('src/kit/utils.ts', 'export const x = 1;'),
  planted('src/kit/all.ts', "export { x } from './x.ts';\nexport * from './y.ts';\n"),
]);

test('no file reaches itself through others', () => assert.deepEqual(circles(sources).map(said), []));

test('a circle is caught, however long', () => {
  const circle = [
    importing('src/a.ts', './b.ts'),
    importing('src/b.ts', './c.ts'),
    importing('src/c.ts', './a.ts'),
  ];
  assert.equal(circles(circle).length, 1);
  assert.deepEqual(circles(circle.slice(0, 2)), []);
});

test('a circle of types is a circle: a part that takes its type from its whole', () => {
  const whole = importing('src/modules/cases/views/x.ts', './part.ts');
  const part = planted('src/modules/cases/views/part.ts', "import type { Model } from './x.ts';");
  assert.equal(circles([whole, part]).length, 1);
});

test('every import is read: on one line, over several, for its effect, passed on and on demand', () => {
  const text = [
    "import a from './a.ts';",
    "import {\n  b,\n  type B,\n} from '#kit/b.ts';",
    "import type { C } from 'c';",
    "import 'node:d';",
    "export { e } from './e.ts';",
    "export * from './f.ts';",
    "const g = await import('./g.ts');",
    "// import h from './h.ts';",
    "/* import('./i.ts') */",
  ].join('\n');
  assert.deepEqual(
    reaches({ path: 'src/x/y.ts', text }).map(({ to, typeOnly }) => (typeOnly ? `type ${to}` : to)),
    ['src/x/a.ts', 'src/kit/b.ts', 'type c', 'node:d', 'src/x/e.ts', 'src/x/f.ts', 'src/x/g.ts'],
  );
});

test('forms, views and rules are pure; stores, routes, jobs and front doors are not', () => {
  const pure = ['forms.ts', 'views.ts', 'views/people.ts', 'states.ts'];
  const worldly = ['store.ts', 'store/people.ts', 'routes.ts', 'jobs/sweep.ts', 'index.ts'];
  for (const file of pure) assert.equal(isPure(`src/modules/cases/${file}`), true, file);
  for (const file of worldly) assert.equal(isPure(`src/modules/cases/${file}`), false, file);
  assert.equal(sources.filter(({ path }) => isPure(path)).length > 50, true);
});
