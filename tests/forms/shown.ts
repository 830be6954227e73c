import { dateInWords, shortDate } from '#rules/moment.ts';
import type { Colleague } from '../policy/office.ts';
import type { Filled } from './filling.ts';
import type { Otherwise } from './otherwise.ts';

/** Too common to be found on a page: that they are stored is all that is asked here. */
const commonplace = /^(?:yes|no|not known|not asked|other|something else|either)?$/i;

/** What is looked for on pages: somebody's own text anywhere, the words of a choice or a day outside of forms. */
export interface Wanted {
  readonly field: string;
  readonly texts: readonly string[];
  readonly typed: boolean;
}

export function wantedOf({ typed, chosen, dated }: Filled, { shownAs }: Otherwise): readonly Wanted[] {
  return [
    ...Object.entries(typed).map(([field, text]) => ({ field, texts: [text], typed: true })),
    ...Object.entries(chosen)
      .map(([field, { label }]) => ({ field, texts: saidAs(shownAs[field] ?? label), typed: false }))
      .filter(({ texts }) => !commonplace.test(texts[0] ?? '')),
    ...Object.entries(dated).map(([field, day]) => {
      const date = Temporal.PlainDate.from(day);
      return { field, texts: [dateInWords(date), shortDate(date), day], typed: false };
    }),
  ];
}

/** A choice in words; what follows its heading, where it has one: `What we do: change the lock`. */
function saidAs(label: string): readonly string[] {
  const [, text] = label.split(': ');
  return text ? [label, text] : [label];
}

/** What a page says outside of its forms, in which every choice stands. */
export function saidOn(body: string): string {
  return body
    .replaceAll(/<(form|script|style|head)\b[\s\S]*?<\/\1>/g, ' ')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&#39;', '’')
    .replaceAll('&nbsp;', ' ')
    .replaceAll(/\s+/g, ' ')
    .toLowerCase();
}

interface Places {
  /** Where the form led, and where it stood. */
  readonly from: readonly string[];
  /** The ids of what was written: a link to one of them is followed wherever it stands. */
  readonly things: ReadonlySet<string>;
  readonly pages: readonly string[];
  /** Whether what was seen so far is all that is looked for. */
  readonly enough: (shown: ReadonlySet<string>) => boolean;
}

/** Looks where the form led, around it, at what was written, and then everywhere. @returns the fields seen */
export async function fieldsShown(
  by: Colleague,
  wanted: readonly Wanted[],
  answer: string,
  { from, things, pages, enough }: Places,
): Promise<ReadonlySet<string>> {
  const shown = new Set<string>();
  const see = (body: string) => {
    const said = saidOn(body);
    for (const { field, texts, typed } of wanted)
      if (texts.some((text) => (typed ? body.includes(text) : said.includes(text.toLowerCase()))))
        shown.add(field);
  };
  see(answer);
  const around = from.flatMap((path) => [path, path.replace(/\/[^/]+$/, '')]).filter((path) => path !== '');
  const queue = [...new Set(around)];
  const later: string[] = [];
  const seen = new Set<string>();
  const next = () => queue.shift() ?? later.shift() ?? pages.find((page) => !seen.has(page));
  for (let path = next(); path !== undefined && !enough(shown); path = next()) {
    if (seen.has(path) || /sign-out|calendars/.test(path)) continue;
    seen.add(path);
    const { body, statusCode } = await by.get(path);
    if (statusCode !== 200) continue;
    see(body);
    const links = [...body.matchAll(/href="(\/[^"#]+)"/g)].map(([, to = '']) => to);
    queue.push(...links.filter((to) => to.split(/[/?]/).some((part) => things.has(part))));
    if (around.includes(path)) later.push(...links.slice(0, 80));
  }
  return shown;
}

/** Of the same case, or of none. */
export function pagesNear(action: string, pages: readonly string[]): readonly string[] {
  const [, file] = /^\/cases\/([0-9a-f]{8}-[0-9a-f-]{27})/.exec(action) ?? [];
  return pages
    .filter((page) => (file ? page.includes(file) : !page.startsWith('/cases/')))
    .flatMap((page) => (page.endsWith('/entries') ? [page, `${page}?page=2`] : [page]))
    .slice(0, 120);
}
