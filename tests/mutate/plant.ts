import type { Fault } from './faults.ts';

/** The file with the fault in it. @throws where the text is not there exactly once: the list must follow the house */
export function planted(whole: string, { file, text, replacement }: Fault): string {
  const found = whole.split(text).length - 1;
  if (found === 1) return whole.replace(text, () => replacement);
  const often = found === 0 ? 'is not found any more' : `stands there ${found} times`;
  throw new Error(`${file}: “${text.trim()}” ${often}. Mend tests/mutate/faults.ts.`);
}
