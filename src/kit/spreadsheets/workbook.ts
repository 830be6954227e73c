import { type Shown, shownBy } from './cells.ts';
import { readThrough } from './xml.ts';
import { notOne, type Parts, tooLarge } from './zip.ts';

/** A workbook without its sheets' rows: what each cell is read by. */
export interface Workbook {
  readonly sheets: readonly Sheet[];
  readonly shared: readonly string[];
  /** By the number of a cell's style. */
  readonly shown: readonly Shown[];
  readonly since1904: boolean;
}

export interface Sheet {
  readonly name: string;
  readonly part: string;
  readonly hidden: boolean;
}

/** Letters of one cell (Excel: 32,767). */
export const cellAtMost = 40_000;

/** Texts that cells share are kept while a sheet is read: so many letters at most. */
const sharedAtMost = 64 * 1024 * 1024;

export async function readWorkbook(parts: Parts, name: string): Promise<Workbook> {
  const root = await workbookPart(parts);
  if (!parts.has(root)) throw notOne(name);
  const folder = root.slice(0, root.lastIndexOf('/') + 1);
  const targets = await relationsOf(parts, `${folder}_rels/${root.slice(folder.length)}.rels`, folder);
  const listed: { name: string; relation: string; hidden: boolean }[] = [];
  let since1904 = false;
  await readThrough(parts.open(root), {
    opened(tag, attributes) {
      if (tag === 'workbookPr') since1904 = /^(?:1|true)$/.test(attributes.date1904 ?? '');
      if (tag !== 'sheet') return;
      const relation = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? '';
      listed.push({
        name: attributes.name ?? '',
        relation,
        hidden: (attributes.state ?? 'visible') !== 'visible',
      });
    },
  });
  const sheets = listed.flatMap(({ relation, ...sheet }) => {
    const part = targets.get(relation)?.target;
    return part && parts.has(part) ? [{ ...sheet, part }] : [];
  });
  const byType = (type: string) =>
    [...targets.values()].find((each) => each.type.endsWith(`/${type}`))?.target;
  return {
    sheets,
    since1904,
    shared: await sharedTexts(parts, byType('sharedStrings'), name),
    shown: await formats(parts, byType('styles')),
  };
}

async function workbookPart(parts: Parts): Promise<string> {
  const targets = await relationsOf(parts, '_rels/.rels', '');
  return (
    [...targets.values()].find(({ type }) => type.endsWith('/officeDocument'))?.target ?? 'xl/workbook.xml'
  );
}

interface Relation {
  readonly type: string;
  readonly target: string;
}

async function relationsOf(
  parts: Parts,
  part: string,
  folder: string,
): Promise<ReadonlyMap<string, Relation>> {
  const relations = new Map<string, Relation>();
  if (!parts.has(part)) return relations;
  await readThrough(parts.open(part), {
    opened(tag, { Id, Type, Target, TargetMode }) {
      if (tag !== 'Relationship' || !Id || !Target || TargetMode === 'External') return;
      const target = new URL(Target, `zip:///${folder}`).pathname.slice(1);
      relations.set(Id, { type: Type ?? '', target: decodeURIComponent(target) });
    },
  });
  return relations;
}

async function sharedTexts(parts: Parts, part: string | undefined, name: string): Promise<readonly string[]> {
  const texts: string[] = [];
  if (!part || !parts.has(part)) return texts;
  let size = 0;
  let text = '';
  let within = false;
  let phonetic = false;
  await readThrough(parts.open(part), {
    opened(tag) {
      if (tag === 'si') text = '';
      if (tag === 'rPh') phonetic = true;
      within = tag === 't' && !phonetic;
    },
    text(more) {
      if (!within) return;
      text += more;
      size += more.length;
      if (size > sharedAtMost || text.length > cellAtMost) throw tooLarge(name);
    },
    closed(tag) {
      if (tag === 't') within = false;
      if (tag === 'rPh') phonetic = false;
      if (tag === 'si') texts.push(text);
    },
  });
  return texts;
}

async function formats(parts: Parts, part: string | undefined): Promise<readonly Shown[]> {
  const codes = new Map<number, string>();
  const shown: Shown[] = [];
  if (!part || !parts.has(part)) return shown;
  let inCells = false;
  await readThrough(parts.open(part), {
    opened(tag, { numFmtId, formatCode }) {
      if (tag === 'numFmt') codes.set(Number(numFmtId), formatCode ?? '');
      if (tag === 'cellXfs') inCells = true;
      if (tag === 'xf' && inCells) shown.push(shownBy(Number(numFmtId), codes.get(Number(numFmtId))));
    },
    closed(tag) {
      if (tag === 'cellXfs') inCells = false;
    },
  });
  return shown;
}
