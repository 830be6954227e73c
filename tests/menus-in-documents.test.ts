import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { destinations } from '../src/app.ts';

// A document leads as the navigation does: `*Settings*, *Colleagues*` or `**Settings → Colleagues**`.

const documents = ['README.md', ...globSync('docs/*.md')].map((path) => ({
  path,
  text: readFileSync(path, 'utf8'),
}));
const headings = [...new Set(destinations.flatMap(({ under }) => under ?? []))];
const folded = destinations.filter(({ under }) => under !== undefined);
const sources = globSync('src/**/*.ts', { exclude: ['**/*.test.ts'] })
  .map((path) => readFileSync(path, 'utf8'))
  .join('\n');

/** The ways that a text leads, each by its steps. */
function waysIn(text: string): readonly (readonly string[])[] {
  const arrows = [...text.matchAll(/\*\*([A-Z][^*\n]+ → [^*\n]+?)\.?\*\*/g)].map(([, way = '']) =>
    way.split(' → '),
  );
  const first = headings.join('|');
  const commas = [...text.matchAll(new RegExp(`\\*(?:${first})\\*(?:, \\*[^*\\n]+\\*)+`, 'g'))].map(([way]) =>
    way.split(', ').map((step) => step.replaceAll('*', '')),
  );
  return [...arrows, ...commas];
}

test('whatever a document says to open below a heading stands below it', () => {
  let ways = 0;
  for (const { path, text } of documents)
    for (const [heading = '', name] of waysIn(text)) {
      if (!headings.includes(heading as (typeof headings)[number])) continue;
      ways += 1;
      assert.ok(
        folded.some((each) => each.under === heading && each.text === name),
        `${path}: nothing is called ${name} below ${heading}`,
      );
    }
  assert.ok(ways > 15, `${ways} ways were found`);
});

test('what stands below a heading is never said without it', () => {
  for (const { path, text } of documents)
    for (const { under, text: name } of folded) {
      const alone = new RegExp(`(?:[Uu]nder|[Oo]pen) \\*{1,2}${name}(?:\\*| →)|\\*\\*${name} →`);
      assert.doesNotMatch(text, alone, `${path}: ${name} stands below ${under}`);
    }
});

test('no sentence of a page leads to what stands below a heading without it', () => {
  const led = [
    ...sources.matchAll(/\b(?:under|[Ss]ee|[Gg]o to) ((?:[A-Z][a-z ]+, )*)([A-Z][a-z]+(?: [a-z]+)*)/g),
  ];
  let ways = 0;
  for (const [sentence, before = '', says = ''] of led) {
    const to = folded.filter(({ text }) => says === text || says.startsWith(`${text} `));
    const steps = before.split(', ');
    const named = to.length > 0 || folded.find(({ text }) => steps.includes(text));
    if (!named) continue;
    ways += 1;
    const [heading = '', ...rest] = [...steps.filter((step) => step !== ''), says];
    assert.ok(
      folded.some(({ under, text }) => under === heading && rest[0]?.startsWith(text)),
      `a page says “${sentence}”`,
    );
  }
  assert.ok(ways > 6, `${ways} ways were found`);
});

test('each step of a way is something that a page says', () => {
  for (const { path, text } of documents)
    for (const way of waysIn(text))
      for (const step of way) assert.ok(sources.includes(step), `${path}: no page says ${step}`);
});
