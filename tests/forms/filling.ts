import { parseHTML } from 'linkedom';
import { dateOf, dayFor, partOf } from './days.ts';

/** As much of an element as is read here. */
interface Tag {
  readonly tagName: string;
  readonly textContent: string;
  getAttribute(name: string): string | null;
  hasAttribute(name: string): boolean;
  querySelectorAll(selector: string): Iterable<Tag>;
}

/** A form as a page offers it. */
export interface Offered {
  readonly action: string;
  readonly controls: readonly Control[];
}

interface Control {
  readonly name: string;
  readonly kind: string;
  readonly value: string;
  readonly chosen: boolean;
  /** What stands beside a radio or a box. */
  readonly label: string;
  /** Of a list. */
  readonly options: readonly Option[];
}

interface Option {
  readonly value: string;
  readonly label: string;
  readonly chosen: boolean;
}

export function formsOffered(body: string): readonly Offered[] {
  const { document } = parseHTML(body) as unknown as { document: Tag };
  return [...document.querySelectorAll('form[method="post"]')].flatMap((form) => {
    const labels = new Map(
      [...form.querySelectorAll('label')].map((label) => [label.getAttribute('for'), textOf(label)]),
    );
    const controls = [
      ...form.querySelectorAll('input[name], select[name], textarea[name], button[name]'),
    ].map((tag) => controlOf(tag, labels.get(tag.getAttribute('id')) ?? ''));
    const action = form.getAttribute('action') ?? '';
    const elsewhere = [...form.querySelectorAll('button[formaction]')].map(
      (button) => button.getAttribute('formaction') ?? '',
    );
    return [...new Set([action, ...elsewhere])].map((each) => ({ action: each, controls }));
  });
}

function controlOf(tag: Tag, label: string): Control {
  const name = tag.tagName.toLowerCase();
  return {
    name: tag.getAttribute('name') ?? '',
    kind: name === 'input' ? (tag.getAttribute('inputmode') ?? tag.getAttribute('type') ?? 'text') : name,
    value: name === 'textarea' ? tag.textContent : (tag.getAttribute('value') ?? ''),
    chosen: tag.hasAttribute('checked'),
    label,
    options: [...tag.querySelectorAll('option')].map((option) => ({
      value: option.getAttribute('value') ?? '',
      label: textOf(option),
      chosen: option.hasAttribute('selected'),
    })),
  };
}

function textOf(tag: Tag): string {
  return tag.textContent.replaceAll(/\s+/g, ' ').trim();
}

export type Answer = string | readonly string[];
export type Answers = Readonly<Record<string, Answer>>;

/** What is sent, and what of it somebody answered. */
export interface Filled {
  readonly fields: Answers;
  /** Every free text is one that stands nowhere else. */
  readonly typed: Readonly<Record<string, string>>;
  readonly chosen: Readonly<Record<string, Chosen>>;
  /** A day by the name that its boxes begin with: `2026-11-17`. No other field of the form has the same. */
  readonly dated: Readonly<Record<string, string>>;
}

/** What was chosen of a list, of radios or of boxes. */
export interface Chosen {
  readonly value: string;
  readonly label: string;
}

let words = 0;

/**
 * Chooses what does not stand there already.
 * @param answers where that would not do, and days: `{ due: '2026-12-03' }`
 */
export function filled({ controls }: Offered, answers: Answers = {}): Filled {
  const asked = controls.map(({ name }) => name);
  const fields: Record<string, Answer> = Object.fromEntries(
    Object.entries(answers).filter(([name]) => !asked.includes(name) && !asked.includes(`${name}-day`)),
  );
  const typed: Record<string, string> = {};
  const chosen: Record<string, Chosen> = {};
  const dated: Record<string, string> = {};
  for (const control of controls) {
    const { name, kind, value } = control;
    if (name === '_csrf' || name === '_submission' || name === 'website' || name in fields) continue;
    const day = dateOf(name);
    const all = controls.filter((each) => each.name === name);
    if (name in answers) {
      const answer = answers[name] ?? '';
      fields[name] = answer;
      const found = choicesOf(all).find((choice) => choice.value === [answer].flat()[0]);
      if (found) chosen[name] = found;
    } else if (kind === 'hidden') fields[name] = all.length > 1 ? all.map((each) => each.value) : value;
    else if (kind === 'file') continue;
    else if (kind === 'button' || kind === 'submit') fields[name] = value;
    else if (/^(radio|checkbox|select)$/.test(kind)) {
      const choice = choicesOf(all).find((each) => !each.chosen && each.value !== '') ?? choicesOf(all)[0];
      fields[name] = choice?.value ?? '';
      if (choice) chosen[name] = choice;
    } else if (kind === 'password') fields[name] = 'a password of some length';
    else if (kind === 'email') fields[name] = typed[name] = `kestrel${nextWord()}x@example.test`;
    else if (day !== null) {
      const said = answers[day];
      dated[day] ??= typeof said === 'string' ? said : dayFor(day, Object.keys(dated).length);
      fields[name] = partOf(name, dated[day]);
    } else if (kind === 'date') fields[name] = dated[name] = dayFor(name, Object.keys(dated).length);
    else if (kind === 'numeric' || kind === 'number') fields[name] = value;
    else if (kind === 'tel' || /phone/i.test(name))
      fields[name] = typed[name] = `07700 9${String(10_000 + next()).slice(-5)}`;
    else fields[name] = typed[name] = `Kestrel${nextWord()}x said`;
  }
  return { fields, typed, chosen, dated };
}

function choicesOf(controls: readonly Control[]): readonly Option[] {
  return controls.flatMap(({ kind, value, label, chosen, options }) => {
    if (kind === 'select') return options;
    return kind === 'radio' || kind === 'checkbox' ? [{ value, label, chosen }] : [];
  });
}

/** Figures enough for a phone. */
function next(): number {
  words += 1;
  return words;
}

/** The same in letters: in some words no figures may stand. */
function nextWord(): string {
  return String(next()).replaceAll(/\d/g, (figure) => 'abcdefghij'[Number(figure)] ?? '');
}
