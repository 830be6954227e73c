import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { type Html, html, render } from '../html.ts';
import { accordion } from './accordion.ts';
import { backLink } from './back-link.ts';
import { breadcrumbs } from './breadcrumbs.ts';
import { button } from './button.ts';
import { characterCount } from './character-count.ts';
import { checkboxes } from './checkboxes.ts';
import { dateInput } from './date-input.ts';
import { details } from './details.ts';
import { errorMessage } from './error-message.ts';
import { errorSummary } from './error-summary.ts';
import { exitThisPage } from './exit-this-page.ts';
import { fieldset } from './fieldset.ts';
import { fileUpload } from './file-upload.ts';
import { hint } from './hint.ts';
import { input } from './input.ts';
import { insetText } from './inset-text.ts';
import { label } from './label.ts';
import { notificationBanner } from './notification-banner.ts';
import { pagination } from './pagination.ts';
import { panel } from './panel.ts';
import { passwordInput } from './password-input.ts';
import { phaseBanner } from './phase-banner.ts';
import { radios } from './radios.ts';
import { select } from './select.ts';
import { serviceNavigation } from './service-navigation.ts';
import { skipLink } from './skip-link.ts';
import { summaryList } from './summary-list.ts';
import { table } from './table.ts';
import { tabs } from './tabs.ts';
import { tag } from './tag.ts';
import { taskList } from './task-list.ts';
import { textarea } from './textarea.ts';
import { tree } from './tree.fixture.ts';
import { warningText } from './warning-text.ts';

// Every component as govuk-frontend itself says it must come out: its own examples, compared as trees.

type Component = (options: never) => Html | undefined;

const components: Readonly<Record<string, Component>> = {
  accordion,
  'back-link': backLink,
  breadcrumbs,
  button,
  'character-count': characterCount,
  checkboxes,
  'date-input': dateInput,
  details,
  'error-message': errorMessage,
  'error-summary': errorSummary,
  'exit-this-page': exitThisPage,
  fieldset,
  'file-upload': fileUpload,
  hint,
  input,
  'inset-text': insetText,
  label,
  'notification-banner': notificationBanner,
  pagination,
  panel,
  'password-input': passwordInput,
  'phase-banner': phaseBanner,
  radios,
  select,
  'service-navigation': serviceNavigation,
  'skip-link': skipLink,
  'summary-list': summaryList,
  table,
  tabs,
  tag,
  'task-list': taskList,
  textarea,
  'warning-text': warningText,
};

/** Fixtures that say something a typed option cannot, with the reason. */
const inapplicable: Readonly<Record<string, string>> = {
  'pagination: with empty items': 'an item without a number or an ellipsis does not pass the type checker',
};

type Fixture = { readonly name: string; readonly options: Record<string, unknown>; readonly html: string };

for (const [name, component] of Object.entries(components)) {
  test(`${name} comes out as govuk-frontend's own examples`, () => {
    let compared = 0;
    for (const fixture of fixturesOf(name)) {
      if (`${name}: ${fixture.name}` in inapplicable) continue;
      const made = component(typed(fixture.options) as never);
      assert.deepEqual(tree(made ? render(made) : ''), tree(fixture.html), `${name}: ${fixture.name}`);
      compared += 1;
    }
    assert.ok(compared > 0);
  });
}

test('no example is left out without being one', () => {
  const known = new Set(
    Object.keys(components).flatMap((name) => fixturesOf(name).map((fixture) => `${name}: ${fixture.name}`)),
  );
  for (const name of Object.keys(inapplicable)) assert.ok(known.has(name), name);
});

function fixturesOf(component: string): readonly Fixture[] {
  const path = import.meta.resolve(`govuk-frontend/dist/govuk/components/${component}/fixtures.json`);
  return JSON.parse(readFileSync(new URL(path), 'utf8')).fixtures;
}

/** Only here may a string become markup: the examples give theirs as JSON. */
function trusted(markup: string): Html {
  return html(Object.assign([markup], { raw: [markup] }));
}

const slots = new Set(['start', 'navigationStart', 'navigationEnd']);

/** The example's options as our types have them: `…html` as `Html`, whatever Nunjucks calls false as undefined. */
function typed(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.map((item) => typed(item));
  if (value === null) return undefined;
  if (typeof value === 'object') {
    if (key === 'attributes') return attributePairs(value);
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, typed(item, name)]));
  }
  if (/html$/i.test(key) || slots.has(key)) return value ? trusted(String(value)) : undefined;
  if (key === 'end') return { html: trusted(String(value)) };
  if (key === 'value' && typeof value === 'boolean') return String(value);
  return value;
}

/** In Nunjucks an attribute's `true` is the word, and an option object says otherwise. */
function attributePairs(pairs: object): object {
  return Object.fromEntries(
    Object.entries(pairs).map(([name, value]) => {
      if (typeof value === 'boolean') return [name, String(value)];
      return [name, value];
    }),
  );
}
