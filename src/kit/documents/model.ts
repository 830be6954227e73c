/**
 * A document, whatever it becomes: a tagged PDF or a Word file with the same words in the same order. All of it is
 * data: no word of anybody's is ever read as markup. Its title, which programs show in tabs and histories, is neutral.
 */
export interface DocumentModel {
  readonly title: string;
  /** What stands under the title, a line each: reference, period, by whom it was made. */
  readonly facts: readonly Fact[];
  readonly sections: readonly Section[];
  /** Across every page: who took it out of Lintel, and when. */
  readonly watermark: string;
  /** At the foot of every page, before “Page 2 of 9”. */
  readonly footer: string;
  readonly landscape?: boolean;
}

export interface Fact {
  readonly name: string;
  readonly value: string;
}

export interface Section {
  readonly heading: string;
  readonly blocks: readonly Block[];
}

export type Block =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | TableBlock;

export interface TableBlock {
  readonly kind: 'table';
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}

export interface Column {
  readonly heading: string;
  /** Its part of the page's width, beside the parts of the others. */
  readonly share: number;
}

/** One below the other; a text keeps its line breaks. */
export type Cell = readonly Passage[];

export interface Passage {
  readonly text: string;
  /** Strong: what a passage is called. Quiet: what is beside the point. */
  readonly weight?: 'strong' | 'quiet';
}

/** As long as one document may be, in characters: beyond it, nobody reads it and a machine would struggle. */
export const mostCharacters = 4_000_000;

/** How long it is, in characters. */
export function lengthOf({ sections }: Pick<DocumentModel, 'sections'>): number {
  return sections.flatMap(({ blocks }) => blocks).reduce((sum, block) => sum + lengthOfBlock(block), 0);
}

function lengthOfBlock(block: Block): number {
  if (block.kind === 'paragraph') return block.text.length;
  if (block.kind === 'list') return block.items.reduce((sum, item) => sum + item.length, 0);
  return block.rows.flat(2).reduce((sum, passage) => sum + passage.text.length, 0);
}

/** The same document with each of its texts put through `change`. */
export function withTexts(document: DocumentModel, change: (text: string) => string): DocumentModel {
  return {
    ...document,
    title: change(document.title),
    watermark: change(document.watermark),
    footer: change(document.footer),
    facts: document.facts.map(({ name, value }) => ({ name: change(name), value: change(value) })),
    sections: document.sections.map(({ heading, blocks }) => ({
      heading: change(heading),
      blocks: blocks.map((block) => changedBlock(block, change)),
    })),
  };
}

function changedBlock(block: Block, change: (text: string) => string): Block {
  if (block.kind === 'paragraph') return { ...block, text: change(block.text) };
  if (block.kind === 'list') return { ...block, items: block.items.map(change) };
  return {
    ...block,
    columns: block.columns.map((column) => ({ ...column, heading: change(column.heading) })),
    rows: block.rows.map((row) =>
      row.map((cell) => cell.map((passage) => ({ ...passage, text: change(passage.text) }))),
    ),
  };
}

/** Without what no file format can hold: control characters, and halves of characters. Line ends made plain. */
export function printable(text: string): string {
  return (
    text
      .toWellFormed()
      .replaceAll(/\r\n?/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to leave out
      .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g, '')
  );
}
