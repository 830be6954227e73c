import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from 'docx';
import { stretchesOf } from '../bidi.ts';
import {
  type Block,
  type Cell,
  type DocumentModel,
  type Passage,
  printable,
  type TableBlock,
  withTexts,
} from './model.ts';

/** A4 in twentieths of a point, and what is left of it between the margins. */
const sheet = { short: 11_906, long: 16_838, margin: 1_020 };
/** Half points. */
const size = { body: 21, small: 18, foot: 17 };
const grey = '555555';

/**
 * The same document as a Word file: headings, a table whose first row is repeated, and who took it out on each page.
 */
export async function toWord(document: DocumentModel): Promise<Uint8Array> {
  const { title, facts, sections, watermark, footer, landscape = false } = withTexts(document, printable);
  const width = (landscape ? sheet.long : sheet.short) - 2 * sheet.margin;
  const orientation = landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT;
  const { margin } = sheet;
  const made = new Document({
    title,
    creator: 'Lintel',
    lastModifiedBy: 'Lintel',
    styles: {
      default: {
        document: { run: { font: 'Calibri', size: size.body, language: { value: 'en-GB' } } },
        heading1: { run: { size: 40, bold: true }, paragraph: { spacing: { after: 160 } } },
        heading2: { run: { size: 28, bold: true }, paragraph: { spacing: { before: 320, after: 120 } } },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { orientation, width: sheet.short, height: sheet.long },
            margin: { top: margin, bottom: margin, left: margin, right: margin },
          },
        },
        headers: { default: new Header({ children: [watermarked(watermark)] }) },
        footers: { default: new Footer({ children: [foot(footer, width)] }) },
        children: [
          new Paragraph({ text: title, heading: HeadingLevel.HEADING_1 }),
          ...facts.map(
            ({ name, value }) =>
              new Paragraph({ children: [new TextRun({ text: `${name}: `, bold: true }), ...runs(value)] }),
          ),
          ...sections.flatMap(({ heading, blocks }) => [
            new Paragraph({ text: heading, heading: HeadingLevel.HEADING_2 }),
            ...blocks.flatMap((block) => blockParts(block, width)),
          ]),
        ],
      },
    ],
  });
  return Packer.toBuffer(made);
}

function watermarked(watermark: string): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.RIGHT,
    children: runs(watermark, { color: 'a0a0a0', size: size.body }),
  });
}

function foot(footer: string, width: number): Paragraph {
  const quiet = { size: size.foot, color: grey };
  return new Paragraph({
    tabStops: [{ type: TabStopType.RIGHT, position: width }],
    children: [
      ...runs(footer, quiet),
      new TextRun({
        ...quiet,
        children: ['\tPage ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES],
      }),
    ],
  });
}

function blockParts(block: Block, width: number): readonly (Paragraph | Table)[] {
  if (block.kind === 'paragraph')
    return [new Paragraph({ children: runs(block.text), spacing: { after: 120 } })];
  if (block.kind === 'list')
    return block.items.map((item) => new Paragraph({ children: runs(item), bullet: { level: 0 } }));
  return [table(block, width)];
}

function table({ columns, rows }: TableBlock, width: number): Table {
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  const columnWidths = columns.map(({ share }) => Math.floor((width * share) / shares));
  const line = { style: BorderStyle.SINGLE, size: 4, color: 'a8a8a8' };
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  const cells = (content: readonly Cell[]) =>
    content.map(
      (cell, index) =>
        new TableCell({
          width: { size: columnWidths[index] ?? 0, type: WidthType.DXA },
          margins: { top: 60, bottom: 60, left: 80, right: 80 },
          children: cell.length > 0 ? cell.map(passage) : [new Paragraph('')],
        }),
    );
  return new Table({
    columnWidths,
    layout: TableLayoutType.FIXED,
    width: { size: width, type: WidthType.DXA },
    borders: {
      top: none,
      left: none,
      right: none,
      insideVertical: none,
      bottom: line,
      insideHorizontal: line,
    },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: cells(columns.map(({ heading }) => [{ text: heading, weight: 'strong' }])),
      }),
      ...rows.map((row) => new TableRow({ children: cells(row) })),
    ],
  });
}

function passage({ text, weight }: Passage): Paragraph {
  const look =
    weight === 'strong' ? { bold: true } : weight === 'quiet' ? { size: size.small, color: grey } : {};
  return new Paragraph({ children: runs(text, look), spacing: { after: 60 } });
}

interface Look {
  readonly bold?: boolean;
  readonly size?: number;
  readonly color?: string;
}

/** A run a line: a line break is one in Word too. What is written from right to left is a run of its own. */
function runs(text: string, look: Look = {}): TextRun[] {
  return text
    .split('\n')
    .flatMap((line, index) => [
      ...(index > 0 ? [new TextRun({ ...look, text: '', break: 1 })] : []),
      ...stretchesOf(line).flatMap((part) =>
        part.rightToLeft
          ? [
              new TextRun({ ...look, text: part.text, rightToLeft: true }),
              new TextRun({ ...look, text: mark }),
            ]
          : [new TextRun({ ...look, text: part.text })],
      ),
    ]);
}

/** Ends it: Word joins digits to the letters before them otherwise. */
const mark = '\u200e';
