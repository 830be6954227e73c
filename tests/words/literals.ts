/**
 * What a program can say: the words of its quoted texts and templates, without comments, names and code. A text
 * that goes on in the next line, or is added to the one before, is one text.
 */
export function literals(code: string): readonly string[] {
  const found: Said[] = [];
  read(code, 0, found);
  const whole: Said[] = [];
  for (const said of found.toReversed()) {
    const at = whole.findIndex(({ from }) => from >= said.to);
    const next = whole[at];
    const goesOn = next && /^\s*\+\s*$/.test(code.slice(said.to, next.from));
    if (goesOn) whole.splice(at, 1);
    whole.unshift(goesOn ? { ...said, text: said.text + next.text, to: next.to } : said);
  }
  return whole.map(({ text }) => text.replace(/\s*\n\s*/g, ' '));
}

/** One text of the code, and where it stands there, its quotes included. */
type Said = Readonly<{ text: string; from: number; to: number }>;

/** Reads code until the brace that closes it. @returns where it stopped */
function read(code: string, from: number, found: Said[]): number {
  let depth = 0;
  let at = from;
  while (at < code.length) {
    const here = code[at] as string;
    if (code.startsWith('//', at)) at = end(code, '\n', at);
    else if (code.startsWith('/*', at)) at = end(code, '*/', at);
    else if (here === '/' && /(?:^|[(,=:[!&|?{};>]|\breturn)\s*$/.test(code.slice(Math.max(0, at - 20), at)))
      at = afterPattern(code, at);
    else if (here === "'" || here === '"') at = afterQuoted(code, at, found);
    else if (here === '`') at = afterTemplate(code, at, found);
    else {
      if (here === '{') depth += 1;
      if (here === '}' && --depth < 0) return at + 1;
      at += 1;
    }
  }
  return at;
}

function afterQuoted(code: string, from: number, found: Said[]): number {
  const quoted = new RegExp(`${code[from]}((?:[^${code[from]}\\\\\\n]|\\\\.)*)`, 'y');
  quoted.lastIndex = from;
  const text = quoted.exec(code)?.[1] ?? '';
  const to = from + text.length + 2;
  found.push({ text, from, to });
  return to;
}

/** A template's own words are one text, with a gap where a value goes; the texts inside its values follow. */
function afterTemplate(code: string, from: number, found: Said[]): number {
  let text = '';
  let at = from + 1;
  const place = found.push({ text: '', from, to: from }) - 1;
  while (at < code.length && code[at] !== '`') {
    if (code.startsWith('${', at)) {
      text += ' … ';
      at = read(code, at + 2, found);
    } else {
      if (code[at] === '\\') at += 1;
      text += code[at] ?? '';
      at += 1;
    }
  }
  found[place] = { text, from, to: at + 1 };
  return at + 1;
}

function afterPattern(code: string, from: number): number {
  const pattern = /\/(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/\w*/y;
  pattern.lastIndex = from;
  return from + (pattern.exec(code)?.[0].length ?? 1);
}

function end(code: string, mark: string, from: number): number {
  const at = code.indexOf(mark, from);
  return at < 0 ? code.length : at + mark.length;
}
