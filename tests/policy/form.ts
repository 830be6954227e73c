import assert from 'node:assert/strict';
import { parseHTML } from 'linkedom';
import { onlyForms } from '../only-forms.ts';

export type Fields = Readonly<Record<string, string | readonly string[]>>;

/** A form on a page as somebody finds it: where it goes, and what it holds before anything is typed. */
export interface FoundForm {
  readonly action: string;
  readonly fields: Fields;
}

/** As much of an element as is read here. */
interface Tag {
  readonly tagName: string;
  readonly textContent: string;
  getAttribute(name: string): string | null;
  hasAttribute(name: string): boolean;
  querySelectorAll(selector: string): Iterable<Tag>;
}

/**
 * Fills in the form of a page that asks for these fields. A field that the page does not have, or an answer that it
 * does not offer, fails the test: nobody could have given it.
 */
export function fillIn(body: string, page: string, answers: Fields): FoundForm {
  const main = body.slice(body.indexOf('<main'), body.lastIndexOf('</main>'));
  const { document } = parseHTML(onlyForms(main)) as unknown as { document: Tag };
  const wanted = Object.keys(answers);
  const forms = [...document.querySelectorAll('form[method="post"]')];
  const form = forms.find((each) => {
    const names = new Set([...controlsOf(each)].map(nameOf));
    return wanted.every((name) => names.has(name));
  });
  assert.ok(form, `no form on ${page} asks for ${wanted.join(', ')}`);
  for (const [name, answer] of Object.entries(answers))
    for (const value of [answer].flat())
      assert.ok(admits(form, name, value), `${name} does not offer ${value}`);
  return { action: form.getAttribute('action') ?? page, fields: { ...standing(form), ...answers } };
}

/** What the form would send untouched. */
function standing(form: Tag): Fields {
  const fields: Record<string, string[]> = {};
  for (const control of controlsOf(form)) {
    const values = fields[nameOf(control)] ?? [];
    const value = held(control);
    if (value !== null) fields[nameOf(control)] = [...values, value];
  }
  return fields;
}

function controlsOf(form: Tag): Iterable<Tag> {
  return form.querySelectorAll('input[name], select[name], textarea[name], button[name]');
}

function nameOf(control: Tag): string {
  return control.getAttribute('name') ?? '';
}

function kindOf(control: Tag): string {
  const tag = control.tagName.toLowerCase();
  return tag === 'input' ? (control.getAttribute('type') ?? 'text') : tag;
}

function held(control: Tag): string | null {
  switch (kindOf(control)) {
    case 'radio':
    case 'checkbox':
      return control.hasAttribute('checked') ? (control.getAttribute('value') ?? 'on') : null;
    case 'select': {
      const options = [...control.querySelectorAll('option')];
      return (
        (options.find((option) => option.hasAttribute('selected')) ?? options[0])?.getAttribute('value') ?? ''
      );
    }
    case 'textarea':
      return control.textContent;
    case 'button':
    case 'file':
      return null;
    default:
      return control.getAttribute('value') ?? '';
  }
}

function admits(form: Tag, name: string, value: string): boolean {
  const controls = [...controlsOf(form)].filter((control) => nameOf(control) === name);
  return controls.some((control) => {
    const kind = kindOf(control);
    if (kind === 'radio' || kind === 'checkbox' || kind === 'button')
      return control.getAttribute('value') === value;
    if (kind !== 'select') return true;
    return [...control.querySelectorAll('option')].some((option) => option.getAttribute('value') === value);
  });
}
