import { modules } from './modules.ts';

const begins = '<!-- who knows whom: printed from tests/boundaries/modules.ts -->';
const ends = '<!-- end of who knows whom -->';

/** The page with the table of modules as the code has it. @throws where its markers are missing */
export function withModules(page: string): string {
  const [from, to] = [page.indexOf(begins), page.indexOf(ends)];
  if (from < 0 || to < from) throw new Error(`The page needs the lines ${begins} and ${ends}`);
  return `${page.slice(0, from)}${begins}\n\n${moduleTable()}\n\n${page.slice(to)}`;
}

function moduleTable(): string {
  const rows = Object.entries(modules).map(
    ([name, { holds, knows }]) => `| \`${name}\` | ${holds} | ${knows.join(', ')} |`,
  );
  return ['| module | holds | knows |', '|---|---|---|', ...rows].join('\n');
}
