import { parseHTML } from 'linkedom';

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
  /** Of a list. */
  readonly options: readonly string[];
}

export function formsOffered(body: string): readonly Offered[] {
  const { document } = parseHTML(body) as unknown as { document: Tag };
  return [...document.querySelectorAll('form[method="post"]')].flatMap((form) => {
    const controls = [
      ...form.querySelectorAll('input[name], select[name], textarea[name], button[name]'),
    ].map(controlOf);
    const action = form.getAttribute('action') ?? '';
    const elsewhere = [...form.querySelectorAll('button[formaction]')].map(
      (button) => button.getAttribute('formaction') ?? '',
    );
    return [...new Set([action, ...elsewhere])].map((each) => ({ action: each, controls }));
  });
}

function controlOf(tag: Tag): Control {
  const name = tag.tagName.toLowerCase();
  return {
    name: tag.getAttribute('name') ?? '',
    kind: name === 'input' ? (tag.getAttribute('inputmode') ?? tag.getAttribute('type') ?? 'text') : name,
    value: name === 'textarea' ? tag.textContent : (tag.getAttribute('value') ?? ''),
    chosen: tag.hasAttribute('checked'),
    options: [...tag.querySelectorAll('option')].map((option) => option.getAttribute('value') ?? ''),
  };
}

export type Answer = string | readonly string[];
export type Answers = Readonly<Record<string, Answer>>;

/** What is sent, and what of it somebody typed: every free text is one that stands nowhere else. */
export interface Filled {
  readonly fields: Answers;
  readonly typed: Readonly<Record<string, string>>;
}

let words = 0;

/** @param day when moments and days are, `2026-11-17` @param answers where the first choice would not do */
export function filled({ controls }: Offered, day: string, answers: Answers = {}): Filled {
  const fields: Record<string, Answer> = {};
  const typed: Record<string, string> = {};
  for (const { name, kind, value, options } of controls) {
    if (name === '_csrf' || name === '_submission' || name === 'website') continue;
    if (name in answers) fields[name] = answers[name] ?? '';
    else if (kind === 'hidden') fields[name] = value;
    else if (kind === 'file') continue;
    else if (/^(radio|checkbox|button|submit)$/.test(kind)) fields[name] ??= value;
    else if (kind === 'select') fields[name] = options.find((option) => option !== '') ?? '';
    else if (kind === 'password') fields[name] = 'a password of some length';
    else if (kind === 'email') fields[name] = typed[name] = `kestrel${next()}x@example.test`;
    else if (kind === 'numeric' || kind === 'number' || /-(day|month|year|time)$/.test(name))
      fields[name] = partOf(name, day) ?? value;
    else if (kind === 'tel' || /phone/i.test(name))
      fields[name] = typed[name] = `07700 9${String(10_000 + next()).slice(-5)}`;
    else fields[name] = typed[name] = `Kestrel${next()}x said`;
  }
  return { fields, typed };
}

function next(): number {
  words += 1;
  return words;
}

function partOf(name: string, day: string): string | null {
  const [year = '', month = '', date = ''] = day.split('-');
  if (name.endsWith('-day')) return date;
  if (name.endsWith('-month')) return month;
  if (name.endsWith('-year')) return year;
  return name.endsWith('-time') ? '10:30' : null;
}
