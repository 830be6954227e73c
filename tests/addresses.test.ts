import assert from 'node:assert/strict';
import { test } from 'node:test';
import { staffRoutes } from '../src/app.ts';
import { readSources, type Source } from './boundaries/sources.ts';
import { unknownIn } from './leaks/addresses.ts';
import { typedIntoAddresses } from './leaks/typed.ts';
import { subject } from './words/subject.ts';

/** Components and elements into which somebody types words; what a value decides is seen when it is answered. */
const takesWords =
  /\b(?:input|textarea|characterCount|passwordInput)\(|<textarea|<input(?!\$\{|[^>]*type="(?:hidden|checkbox|radio)")/;

/** Forms whose fields would stand in the address. */
function sentByAddress({ path, text }: Source): readonly string[] {
  return [...text.matchAll(/<form\b[^>]*>([\s\S]*?)<\/form>/g)]
    .filter(([form]) => !/^<form[^>]*method="post"/i.test(form) && !/^<form\$\{own\}/.test(form))
    .filter(([, fields = '']) => takesWords.test(fields))
    .map(([form]) => `${path}: ${form.slice(0, 60)}`);
}

const pages = readSources().filter(({ path }) => /^src\/.*(?<!\.test)\.ts$/.test(path));

test('no form that takes free text is sent by GET: what is typed is a name, and addresses are kept', () => {
  assert.ok(
    pages.some(({ text }) => /<form method="get"/.test(text)),
    'lists are still chosen from by GET',
  );
  assert.deepEqual(pages.flatMap(sentByAddress), []);
});

test('each kind of such a form is caught when it is planted', () => {
  const planted = (text: string) => sentByAddress({ path: 'src/x.ts', text }).length;
  // biome-ignore lint/suspicious/noTemplateCurlyInString: code as text
  assert.equal(planted('<form method="get" action="/x">${input({ name: \'q\' })}</form>'), 1);
  assert.equal(planted('<form action="/x"><textarea name="q"></textarea></form>'), 1);
  assert.equal(planted('<form method="get"><input type="search" name="q"></form>'), 1);
  assert.equal(
    // biome-ignore lint/suspicious/noTemplateCurlyInString: code as text
    planted("<form method=\"get\">${select({ name: 'kind' })}${dateInput({ id: 'from' })}</form>"),
    0,
  );
  // biome-ignore lint/suspicious/noTemplateCurlyInString: code as text
  assert.equal(planted('<form method="post">${input({ name: \'q\' })}</form>'), 0);
});

test('the same of a page as it is answered', () => {
  const typed = (fields: string) => typedIntoAddresses(`<form action="/x">${fields}</form>`);
  assert.deepEqual(typed('<input name="q">'), ['q']);
  assert.deepEqual(typed('<input type="search" name="q"><textarea name="why"></textarea>'), ['q', 'why']);
  assert.deepEqual(
    typed('<input name="from-day" inputmode="numeric"><input type="checkbox" name="ended">'),
    [],
  );
  assert.deepEqual(typedIntoAddresses('<form method="post"><input name="q"></form>'), []);
});

test('whoever looks for leaks knows how to ask for each page: what cannot be asked for, nobody walks', () => {
  assert.deepEqual(unknownIn(staffRoutes), []);
});

test('what is half written is kept under a name that does not tell what it is about', () => {
  const forms = staffRoutes.flatMap((route) =>
    'draft' in route && route.draft ? [route.draft({}).form] : [],
  );
  assert.ok(forms.length > 30);
  assert.deepEqual(
    forms.filter((form) => subject.test(form)),
    [],
  );
});
