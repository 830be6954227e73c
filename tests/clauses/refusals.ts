import type { Source } from '../boundaries/sources.ts';
import { withoutComments } from '../boundaries/sources.ts';

/** One place where the product says no, or says what something is against; what it rests on, as it is written. */
export interface Refusal {
  readonly path: string;
  readonly basis: string;
}

/** Every `refused(reason, basis)` and every `basis: …` of a file. */
export function refusalsIn({ path, text }: Source): readonly Refusal[] {
  const code = withoutComments(text);
  const calls = [...code.matchAll(/(?<!function )\brefused\(/g)].map(
    ({ index, 0: { length } }) => argumentsFrom(code, index + length).at(-1) ?? '',
  );
  const fields = [...code.matchAll(/\bbasis: ('[^']*')/g)].map(([, basis]) => String(basis));
  return [...calls, ...fields].map((basis) => ({ path, basis }));
}

/** What stands between the brackets of a call, parted at its own commas. */
function argumentsFrom(code: string, start: number): readonly string[] {
  const found: string[] = [];
  let from = start;
  let depth = 0;
  for (let at = start; at < code.length; at += 1) {
    const sign = code[at] ?? '';
    if (quotes.has(sign)) at = endOfText(code, at, sign);
    else if ('([{'.includes(sign)) depth += 1;
    else if ((sign === ',' && depth === 0) || (')]}'.includes(sign) && depth === 0)) {
      found.push(code.slice(from, at).trim());
      from = at + 1;
      if (sign !== ',') break;
    } else if (')]}'.includes(sign)) depth -= 1;
  }
  return found.filter((each) => each !== '');
}

const quotes = new Set(["'", '"', '`']);

function endOfText(code: string, start: number, quote: string): number {
  let at = start + 1;
  while (at < code.length && code[at] !== quote) at += code[at] === '\\' ? 2 : 1;
  return at;
}
