import { parseHTML } from 'linkedom';
import type { Route } from '#kit/http/route.ts';
import { onlyForms } from '../only-forms.ts';
import type { Fields } from './visit.ts';

/** A form that somebody could send: where to, and with which fields filled in. */
export interface Form {
  readonly action: string;
  readonly fields: Fields;
}

export function formsOn(body: string): readonly Form[] {
  const { document } = parseHTML(onlyForms(body)) as unknown as { document: Tag };
  return [...document.querySelectorAll('form[method="post"]')].map((form) => ({
    action: form.getAttribute('action') ?? '',
    fields: fieldsOf(form),
  }));
}

/** Each form once, wherever it leads. */
export function formCollection(known: readonly Form[] = []): {
  add(body: string): void;
  all(): readonly Form[];
} {
  const forms = new Map(known.map((form) => [form.action, form]));
  return {
    add(body) {
      const actions = [...body.matchAll(/\saction="([^"]*)"/g)].map(([, action]) => action ?? '');
      if (actions.every((action) => forms.has(action))) return;
      for (const form of formsOn(body)) forms.set(form.action, form);
    },
    all: () => [...forms.values()],
  };
}

/** As much of an element as is read here. */
interface Tag {
  readonly tagName: string;
  getAttribute(name: string): string | null;
  querySelectorAll(selector: string): Iterable<Tag>;
}

/** Does a form that leads there belong to this route? */
export function leadsTo(route: Route, action: string): boolean {
  const pattern = route.path.replace(/[.]/g, '\\$&').replace(/:\w+/g, '[^/?]+');
  return new RegExp(`^${pattern}(\\?|$)`).test(action);
}

/** Each field filled as somebody would: the first choice, a plausible day, words where words are asked for. */
function fieldsOf(form: Tag): Fields {
  const filled: (readonly [string, string])[] = [];
  const chosen = new Set<string>();
  for (const field of form.querySelectorAll('input[name], select[name], textarea[name], button[name]')) {
    const name = field.getAttribute('name') ?? '';
    const value = filledIn(field, name);
    const once = /^(radio|checkbox|submit)$/.test(kindOf(field));
    if (value === null || (once && chosen.has(name))) continue;
    chosen.add(name);
    filled.push([name, value]);
  }
  return filled;
}

function kindOf(field: Tag): string {
  const tag = field.tagName.toLowerCase();
  return tag === 'button' ? 'submit' : tag === 'input' ? (field.getAttribute('type') ?? 'text') : tag;
}

function filledIn(field: Tag, name: string): string | null {
  const given = field.getAttribute('value') ?? '';
  switch (kindOf(field)) {
    case 'hidden':
    case 'radio':
    case 'checkbox':
    case 'submit':
      return given || 'yes';
    case 'file':
      return null;
    case 'date':
    case 'datetime-local':
      return given;
    case 'password':
      return 'typed by a visitor';
    case 'email':
      return 'typed@example.test';
    case 'select': {
      const values = [...field.querySelectorAll('option')].map(
        (option) => option.getAttribute('value') ?? '',
      );
      return values.find((value) => value !== '') ?? '';
    }
    default:
      return given || typed(name);
  }
}

function typed(name: string): string {
  if (name.endsWith('-day')) return '17';
  if (name.endsWith('-month')) return '11';
  if (name.endsWith('-year')) return '2026';
  if (name.endsWith('-time')) return '09:30';
  return 'Typed by a visitor';
}
