/** What a program can say: the words of its quoted texts and templates, without comments, names and code. */
export function literals(code: string): readonly string[] {
  const found: string[] = [];
  read(code, 0, found);
  return found;
}

/** Reads code until the brace that closes it. @returns where it stopped */
function read(code: string, from: number, found: string[]): number {
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

function afterQuoted(code: string, from: number, found: string[]): number {
  const quoted = new RegExp(`${code[from]}((?:[^${code[from]}\\\\\\n]|\\\\.)*)`, 'y');
  quoted.lastIndex = from;
  const text = quoted.exec(code)?.[1] ?? '';
  found.push(text);
  return from + text.length + 2;
}

/** A template's own words are one text, with a gap where a value goes; the texts inside its values follow. */
function afterTemplate(code: string, from: number, found: string[]): number {
  let text = '';
  let at = from + 1;
  const place = found.push('') - 1;
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
  found[place] = text;
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
