import { inflateSync } from 'node:zlib';

/** As much of a PDF as a test asks of it. */
export interface ReadPdf {
  /** Everything but the streams: catalogue, structure, fonts. */
  readonly structure: string;
  /** What each page draws, in the order of drawing. */
  readonly pages: readonly string[];
}

/** Reads a PDF whose objects lie open, as Typst writes them; letters by the fonts' own tables. */
export function readPdf(file: Uint8Array): ReadPdf {
  const objects = objectsOf(Buffer.from(file).toString('latin1'));
  const structure = [...objects.values()].map(({ head }) => head).join('\n');
  const pages = [...objects.values()].filter(({ head }) => /\/Type \/Page\s/.test(head));
  return { structure: structure + trailerOf(file), pages: pages.map((page) => drawnOn(page, objects)) };
}

/** A text without its spaces: lines are broken where a page ends, not where words do. */
export const run = (text: string) => text.replaceAll(/[\s\u200b]/g, '');

interface Part {
  readonly head: string;
  readonly stream: string;
}

function objectsOf(file: string): ReadonlyMap<string, Part> {
  const objects = new Map<string, Part>();
  const begins = /^(\d+) 0 obj\n/gm;
  for (let found = begins.exec(file); found; found = begins.exec(file)) {
    const from = begins.lastIndex;
    const head = /^[\s\S]*?(?=\n(?:endobj|stream\r?\n))/.exec(file.slice(from, from + 1_000_000))?.[0] ?? '';
    const length = Number(/\/Length (\d+)/.exec(head)?.[1] ?? 0);
    const opening = /^\nstream\r?\n/.exec(file.slice(from + head.length, from + head.length + 12))?.[0];
    const at = from + head.length + (opening?.length ?? 0);
    objects.set(found[1] ?? '', { head, stream: opening ? unpacked(head, file.slice(at, at + length)) : '' });
    begins.lastIndex = opening ? at + length : at;
  }
  return objects;
}

function unpacked(head: string, raw: string): string {
  return head.includes('FlateDecode') ? inflateSync(Buffer.from(raw, 'latin1')).toString('latin1') : raw;
}

function trailerOf(file: Uint8Array): string {
  return Buffer.from(file).toString('latin1').split('\ntrailer').at(-1) ?? '';
}

/** What stands in a string; brackets that pair off in it are written as they are (ISO 32000-2, 7.3.4.2). */
const inner = String.raw`(?:\\[\s\S]|[^\\()])`;
const literal = [1, 2, 3].reduce((so) => String.raw`(?:${inner}|\(${so}\))*`, `${inner}*`);
const strings = new RegExp(String.raw`\((${literal})\)|<([0-9a-fA-F]*)>`, 'g');
const string = String.raw`(?:\(${literal}\)|<[0-9a-fA-F]*>)`;
const drawing = new RegExp(
  String.raw`\/(f\d+) [\d.]+ Tf|((?:\[(?:${string}|[^\]()<])*\]|${string})) T[jJ]`,
  'g',
);

function drawnOn({ head }: Part, objects: ReadonlyMap<string, Part>): string {
  const fonts = new Map(
    [...head.matchAll(/\/(f\d+) (\d+) 0 R/g)].map(([, name = '', font = '']) => [
      name,
      lettersOf(font, objects),
    ]),
  );
  const content = objects.get(/\/Contents (\d+) 0 R/.exec(head)?.[1] ?? '')?.stream ?? '';
  let letters: ReadonlyMap<number, string> = new Map();
  const drawn: string[] = [];
  for (const [, font, shown] of content.matchAll(drawing)) {
    if (font) letters = fonts.get(font) ?? letters;
    else drawn.push(spelt(shown ?? '', letters));
  }
  return drawn.join(' ');
}

/** Which letters the glyphs of a font stand for. */
function lettersOf(font: string, objects: ReadonlyMap<string, Part>): ReadonlyMap<number, string> {
  const table =
    objects.get(/\/ToUnicode (\d+) 0 R/.exec(objects.get(font)?.head ?? '')?.[1] ?? '')?.stream ?? '';
  const pairs = [...table.matchAll(/^<([0-9a-fA-F]{4})> <([0-9a-fA-F]+)>$/gm)];
  return new Map(
    pairs.map(([, glyph = '', letter = '']) => [
      Number.parseInt(glyph, 16),
      Buffer.from(letter, 'hex').swap16().toString('utf16le'),
    ]),
  );
}

function spelt(shown: string, letters: ReadonlyMap<number, string>): string {
  return [...shown.matchAll(strings)]
    .flatMap(([, text, hex]) => {
      const bytes =
        hex === undefined ? Buffer.from(unescaped(text ?? ''), 'latin1') : Buffer.from(hex, 'hex');
      return Array.from(
        { length: bytes.length >> 1 },
        (_, index) => letters.get(bytes.readUInt16BE(index * 2)) ?? '',
      );
    })
    .join('');
}

const named: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

function unescaped(text: string): string {
  return text.replaceAll(/\\([0-7]{1,3}|[\s\S])/g, (_, code: string) =>
    /^[0-7]/.test(code) ? String.fromCharCode(Number.parseInt(code, 8)) : (named[code] ?? code),
  );
}
