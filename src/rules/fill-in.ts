/** What a wording leaves open, and the message that is made from it says. */
export const placeholders = [
  { name: 'number', says: 'The number to call', needed: true },
  { name: 'when', says: 'A time, as whoever writes types it', needed: true },
  { name: 'place', says: 'A place, as whoever writes types it', needed: true },
  { name: 'reason', says: 'What was agreed to be said to whoever else answers', needed: false },
  { name: 'name', says: 'Their first name; in a letter alone, whose envelope names them', needed: false },
] as const;
export type Placeholder = (typeof placeholders)[number]['name'];
export type Values = Readonly<Partial<Record<Placeholder, string>>>;

export interface Filled {
  readonly text: string;
  /** What has to be known first. */
  readonly missing: readonly Placeholder[];
}

/**
 * The words with what is known. A sentence about what was not agreed is left out, with its line where nothing else
 * stands there; what is needed and not known is `missing`, and stays as it is in the text, where the lint finds it.
 */
export function filledIn(text: string, values: Values): Filled {
  const missing = placeholders
    .filter(({ name, needed }) => needed && text.includes(`{${name}}`) && !known(values, name))
    .map(({ name }) => name);
  const lines = text.split('\n').map((line) => {
    const sentences = line.split(/(?<=[.!?。؟।])\s+/u);
    const kept = sentences.filter((sentence) =>
      placeholders.every(
        ({ name, needed }) => needed || !sentence.includes(`{${name}}`) || known(values, name),
      ),
    );
    return kept.length === 0 && line.trim() !== '' ? null : kept.map((each) => put(each, values)).join(' ');
  });
  const whole = lines.filter((line) => line !== null).join('\n');
  return { text: whole.replaceAll(/\n{3,}/g, '\n\n').trim(), missing };
}

/** Which of them a text uses. */
export function placeholdersIn(text: string): readonly Placeholder[] {
  return placeholders.map(({ name }) => name).filter((name) => text.includes(`{${name}}`));
}

function known(values: Values, name: Placeholder): boolean {
  return (values[name] ?? '').trim() !== '';
}

/** In one pass: a value that reads like a placeholder is not filled again, nor is a `$` anything but itself. */
function put(sentence: string, values: Values): string {
  return sentence.replaceAll(/\{(\w+)\}/g, (written, name: string) =>
    known(values, name as Placeholder) ? (values[name as Placeholder] ?? '').trim() : written,
  );
}
