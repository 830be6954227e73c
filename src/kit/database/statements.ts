/** One statement of a file, and at which character of it it begins. */
export interface Statement {
  readonly sql: string;
  readonly at: number;
}

/** A remark, a text, a name, a body between dollars: what ends a statement does not end it there. */
const whole = /--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'|"(?:[^"]|"")*"|(\$\w*\$)[\s\S]*?\1|;/g;

/**
 * The statements of a migration, as PostgreSQL reads them; put together they are the file again. Bodies of functions
 * stand between dollars or are one expression: `begin atomic` is not known here.
 */
export function statementsOf(sql: string): readonly Statement[] {
  const ends = [...sql.matchAll(whole)].filter(([found]) => found === ';').map(({ index }) => index + 1);
  const starts = [0, ...ends];
  return starts
    .map((at, nth) => ({ at, sql: sql.slice(at, starts[nth + 1] ?? sql.length) }))
    .filter(({ sql: text }) => text.trim() !== '');
}
