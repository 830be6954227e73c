import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attributes, html, render } from './html.ts';

const hostile = `<script>alert("x")</script>&'`;
const harmless = '&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;&amp;&#39;';

test('whatever a person types is shown as text, in the page and in an attribute', () => {
  assert.equal(render(html`<p>${hostile}</p>`), `<p>${harmless}</p>`);
  assert.equal(render(html`<p title="${hostile}"></p>`), `<p title="${harmless}"></p>`);
  assert.equal(render(html`<p>${[hostile]}</p>`), `<p>${harmless}</p>`);
});

test('a part of a page nests in another as markup, alone and in a list', () => {
  const parts = ['a', 'b'].map((letter) => html`<li>${letter}</li>`);
  assert.equal(render(html`<ul>${parts}</ul>`), '<ul><li>a</li><li>b</li></ul>');
});

test('an object that only looks like a part of a page is not one', () => {
  const forged = JSON.parse('{"text":"<b>","markup":"<b>"}');
  assert.throws(() => html`<p>${forged}</p>`);
  assert.throws(() => render(forged));
});

test('nothing renders nothing, and nought renders 0', () => {
  assert.equal(render(html`<p>${null}${undefined}${false}${''}${0}</p>`), '<p>0</p>');
});

test('attributes are escaped, bare when true, and left out when there is nothing to say', () => {
  const pairs = { id: 'a"b', hidden: true, disabled: false, title: undefined, rows: 3 };
  assert.equal(render(html`<p${attributes(pairs)}></p>`), '<p id="a&quot;b" hidden rows="3"></p>');
});

test('an event handler or an inline style cannot be an attribute', () => {
  assert.throws(() => attributes({ onclick: 'x()' }), /cannot be an attribute/);
  assert.throws(() => attributes({ style: 'color: red' }), /cannot be an attribute/);
  assert.throws(() => attributes({ 'a b': 'x' }), /cannot be an attribute/);
  assert.throws(() => html`<p onclick="${'x()'}"></p>`, /event handler/);
  assert.throws(() => html`<p class="a" style="color: ${'red'}"></p>`, /inline style/);
});

test('a value is refused wherever escaping would not protect', () => {
  assert.throws(() => html`<p class=${'a'}></p>`, /needs quotes/);
  assert.throws(() => html`<p ${'hidden'}></p>`, /cannot stand/);
  assert.throws(() => html`<script>let x = ${'1'};</script>`, /script element/);
  assert.throws(() => html`<style>${'p {}'}</style>`, /style element/);
  assert.throws(() => html`<!-- ${'note'} -->`, /comment/);
  assert.throws(() => html`<p title="${html`<b>bold</b>`}"></p>`, /cannot stand/);
  assert.throws(() => html`<h${'1 onclick=x'}>a</h1>`, /cannot stand/);
});

test('the level of a heading may be a value', () => {
  assert.equal(render(html`<h${3} class="a">b</h${3}>`), '<h3 class="a">b</h3>');
});

test('a value after a finished script element is ordinary text again', () => {
  assert.equal(
    render(html`<script src="${'/a.js'}"></script><p>${'a < b'}</p>`),
    '<script src="/a.js"></script><p>a &lt; b</p>',
  );
});

test('a stray angle bracket in the text of a template opens no tag', () => {
  assert.equal(render(html`<p>1 < 2 ${'& 3'}</p>`), '<p>1 < 2 &amp; 3</p>');
});

test('words from right to left turn nothing around them, and say their direction where they stand alone', () => {
  const name = 'שרה כהן';
  const called = `${name}, 07700 900123`;
  assert.equal(render(html`<p>${called}</p>`), `<p><bdi>${name}</bdi>, 07700 900123</p>`);
  assert.equal(render(html`<p>Ring ${name} (<b>x</b>)</p>`), `<p>Ring <bdi>${name}</bdi> (<b>x</b>)</p>`);
  assert.equal(render(html`<p>${`א<b ${name}`}</p>`), `<p><bdi>א</bdi>&lt;b <bdi>${name}</bdi></p>`);
  assert.equal(
    render(html`<option value="${1}">${called}</option>`),
    `<option value="1">\u2068${name}\u2069, 07700 900123</option>`,
  );
  assert.equal(render(html`<title>${called}</title>`), `<title>\u2068${name}\u2069, 07700 900123</title>`);
  assert.equal(
    render(html`<textarea>${called}</textarea>${name}`),
    `<textarea>${called}</textarea><bdi>${name}</bdi>`,
  );
  assert.equal(
    render(html`<span dir="auto">${name}</span> ${name}`),
    `<span dir="auto">${name}</span> <bdi>${name}</bdi>`,
  );
  assert.equal(render(html`<p>${'قال لها ٥ مرات'}</p>`), '<p><bdi>قال لها ٥ مرات</bdi></p>');
  assert.equal(render(html`<p>${'Ann, 07700 900123'}</p>`), '<p>Ann, 07700 900123</p>');
});
