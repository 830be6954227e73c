import { type Cell, columnAt, textOf } from './cells.ts';
import { cellAtMost, type Sheet, type Workbook } from './workbook.ts';
import { reading } from './xml.ts';
import type { Parts } from './zip.ts';

/** Columns further right are beyond any table that is imported. */
const columnsAtMost = 500;

/** The rows of a sheet as they stream by; rows that are empty or not written are given as empty ones. */
export async function* rowsOf(
  parts: Parts,
  workbook: Workbook,
  sheet: Sheet,
): AsyncGenerator<readonly string[]> {
  const ready: (readonly string[])[] = [];
  let row: string[] = [];
  let rowAt = 0;
  let column = -1;
  let cell: { -readonly [K in keyof Cell]: Cell[K] } | null = null;
  let taking = false;
  let phonetic = false;
  const chunks = reading(parts.open(sheet.part), {
    opened(tag, attributes) {
      if (tag === 'row') {
        const at = Number(attributes.r) || rowAt + 1;
        // A row that is far below stands as near as it can: nobody imports a million empty rows.
        for (let empty = rowAt + 1; empty < Math.min(at, rowAt + 1_000); empty += 1) ready.push([]);
        rowAt = at;
        row = [];
        column = -1;
      } else if (tag === 'c') {
        column = attributes.r ? columnAt(attributes.r) : column + 1;
        cell = {
          type: attributes.t ?? 'n',
          value: '',
          shown: workbook.shown[Number(attributes.s ?? 0)] ?? 'plain',
        };
      } else if (tag === 'v' || tag === 't') taking = cell !== null && !phonetic;
      else if (tag === 'rPh') phonetic = true;
    },
    text(more) {
      if (!taking || !cell) return;
      cell.value += more;
      if (cell.value.length > cellAtMost) throw new Error('a cell holds more than Excel lets it');
    },
    closed(tag) {
      if (tag === 'v' || tag === 't') taking = false;
      if (tag === 'rPh') phonetic = false;
      if (tag === 'c' && cell && column >= 0 && column < columnsAtMost) {
        while (row.length < column) row.push('');
        row[column] = textOf(cell, workbook.shared, workbook.since1904);
        cell = null;
      }
      if (tag === 'row') ready.push(row);
    },
  });
  for await (const _ of chunks) yield* ready.splice(0);
  yield* ready.splice(0);
}
