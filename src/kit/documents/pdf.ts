import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { isolated } from '../bidi.ts';
import { type Block, type DocumentModel, printable, type Section, withTexts } from './model.ts';

const template = readFileSync(new URL('./typst/document.typ', import.meta.url), 'utf8');
/** All that a template could read: its own folder. */
const workspace = fileURLToPath(new URL('./typst/', import.meta.url));
/** Stands for a letter that no font of this machine can draw. */
const box = '\u25a1';
const mostRounds = 4;

/**
 * A tagged PDF (PDF/UA-1: structure, language and title for those who listen to it) with its fonts inside. Letters
 * that no font here can draw become a box, and a note at the end says so; whatever happens, there is a document.
 */
export function toPdf(document: DocumentModel): Uint8Array {
  const readable = withTexts(document, (text) => isolated(breakable(printable(text))));
  const undrawable = new Set<string>();
  for (let round = 1; ; round += 1) {
    const made = compile(drawable(readable, undrawable), round < mostRounds);
    if (made instanceof Uint8Array) return made;
    for (const letter of made) undrawable.add(letter);
  }
}

/** @returns the file, or the letters for which there is no font; throws for anything else */
function compile(document: DocumentModel, strict: boolean): Uint8Array | readonly string[] {
  const compiler = NodeCompiler.create({ workspace, inputs: { document: JSON.stringify(asData(document)) } });
  const { result } = compiler.compile({ mainFileContent: template });
  if (!result) throw new Error('The template does not compile');
  try {
    return compiler.pdf(result, strict ? { pdfStandard: 'ua-1' } : {});
  } catch (error) {
    const letters = undrawableIn(error instanceof Error ? error.message : '');
    if (letters.length === 0) throw error;
    return letters;
  }
}

/** The compiler names them one by one: the text `\"你\"` could not be displayed with any font. */
function undrawableIn(message: string): readonly string[] {
  const named = [...message.matchAll(/the text `\\*"(.+?)\\*"` could not/g)].map(([, text]) => text ?? '');
  const letters = named.flatMap((text) => [
    ...text.replaceAll(/\\+u\{([0-9a-f]+)\}/g, (_, code: string) =>
      String.fromCodePoint(Number.parseInt(code, 16)),
    ),
  ]);
  return letters.filter((letter) => letter > '\u007f');
}

function drawable(document: DocumentModel, undrawable: ReadonlySet<string>): DocumentModel {
  if (undrawable.size === 0) return document;
  const shown = withTexts(document, (text) =>
    [...text].map((letter) => (undrawable.has(letter) ? box : letter)).join(''),
  );
  return { ...shown, sections: [...shown.sections, about] };
}

const about: Section = {
  heading: 'About this file',
  blocks: [
    {
      kind: 'paragraph',
      text: `${box} stands for a letter or sign that could not be drawn here. The Word file holds all of them.`,
    },
  ],
};

/** What is longer than a column, an address for instance, may be broken anywhere. */
function breakable(text: string): string {
  return text.replaceAll(/\S{30}(?=\S)/gu, '$&\u200b');
}

/** As the template takes it: every text as its lines. */
function asData({ title, facts, sections, watermark, footer, landscape = false }: DocumentModel) {
  const parts = sections.map(({ heading, blocks }) => ({ heading, blocks: blocks.map(blockAsData) }));
  return { title, facts, sections: parts, watermark, footer, landscape };
}

function blockAsData(block: Block) {
  if (block.kind === 'paragraph') return { kind: block.kind, lines: block.text.split('\n') };
  if (block.kind === 'list') return { kind: block.kind, items: block.items.map((item) => item.split('\n')) };
  return {
    ...block,
    rows: block.rows.map((row) =>
      row.map((cell) => cell.map(({ text, weight = '' }) => ({ lines: text.split('\n'), weight }))),
    ),
  };
}
