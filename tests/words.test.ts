import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSources, type Source } from './boundaries/sources.ts';
import { literals } from './words/literals.ts';
import { subject } from './words/subject.ts';

const written = readSources().filter(
  ({ path }) => /^src\/.*\.(ts|js)$/.test(path) && !/\.test\.ts$|\/testing\.ts$/.test(path),
);

/** Words that doubt, blame or belittle (domain reference §16). */
const banned =
  /domestic violence|domestic dispute|\bclaims\b|failed to engage|refus(?:ed|es) help|why didn['’]t (?:they|she|he) leave/i;
/** Names of Acts and schemes are not ours to change; nor is what the Domestic Abuse Act 2021 s.3 calls a child. */
const lawTexts = [
  'Domestic Violence, Crime and Victims Act 2004',
  'Victims and Prisoners Act 2024',
  'Domestic Violence Disclosure Scheme',
  'A child who sees, hears or lives with the effects, and is related to either, is a victim too',
];
/** Each landlord's own word, from its pack; `rules/words.ts` inflects it. */
const landlordsWord = /\b(?:victims?|survivors?)\b/i;
const wordsOfPacks = /^src\/(?:packs\/|rules\/(?:words|pack)\.ts$)/;
/** A message says that there is a task: not even what kind. */
const business = /\bcases?\b|disclos|concern|tenan|landlord|\bhomes?\b|contact|promise|overdue|\brisk/i;

const messages = (source: Source) =>
  /^src\/kit\/mail\.ts$|^src\/modules\/[^/]+\/.*\b(?:mail|message)s?\.ts$/.test(source.path);
const notices = ({ path }: Source) => /^src\/modules\/account\/notices\.ts$/.test(path);

function said(source: Source): readonly string[] {
  return literals(source.text).map((text) => lawTexts.reduce((left, law) => left.replaceAll(law, ''), text));
}

function found(sources: readonly Source[], word: RegExp, texts = said): readonly string[] {
  return sources.flatMap((source) =>
    texts(source)
      .filter((text) => word.test(text))
      .map((text) => `${source.path}: ${text}`),
  );
}

/** What titles, flashes and addresses say: the words that other people's eyes may fall upon. */
function inPassing({ text }: Source): readonly string[] {
  const spoken = [
    /\b(?:title|path|href|said):\s*((?:'[^']*'|`[^`]*`)(?:\s*\+\s*(?:'[^']*'|`[^`]*`))*)/g,
    /\b(?:redirect|refused)\(\s*(?:'[^']*'|`[^`]*`|[\w.()]+),\s*('[^']*'(?:\s*\+\s*(?:'[^']*'|`[^`]*`))*)/g,
    /\b(?:href|action)="([^"$]*)/g,
    /\bname: '([^']*\.(?:csv|pdf|txt))'/g,
  ];
  return spoken.flatMap((pattern) =>
    [...text.matchAll(pattern)].map(([, ...groups]) => groups.find((group) => group !== undefined) ?? ''),
  );
}

const pages = written.filter(({ path }) => /^src\/(?:modules|kit|cli|app)/.test(path));

test('nothing that Lintel says doubts or blames anybody', () => assert.deepEqual(found(written, banned), []));

test('victim or survivor is the landlord’s word, never a page’s', () => {
  const elsewhere = written.filter(({ path }) => !wordsOfPacks.test(path));
  assert.deepEqual(found(elsewhere, landlordsWord), []);
});

test('titles, addresses, file names and what is said after a change never name the subject', () => {
  assert.equal(pages.flatMap(inPassing).length > 30, true);
  assert.deepEqual(found(pages, subject, inPassing), []);
});

test('messages say that there is a task, and nothing of what kind', () => {
  const templates = pages.filter(messages);
  assert.notDeepEqual(templates, []);
  assert.deepEqual(found(templates, subject), []);
  assert.deepEqual(found(templates, business), []);
});

test('notices inside Lintel never name the subject either', () => {
  assert.notDeepEqual(pages.filter(notices), []);
  assert.deepEqual(found(pages.filter(notices), subject), []);
});

test('each of these is caught when it is planted', () => {
  const planted = (text: string): Source[] => [{ path: 'src/modules/x/views.ts', text }];
  assert.equal(found(planted("const a = 'She claims that he hit her';"), banned).length, 1);
  // biome-ignore lint/suspicious/noTemplateCurlyInString: code as text
  assert.equal(found(planted('html`<p>${name} failed to engage</p>`'), banned).length, 1);
  assert.equal(found(planted("const a = 'One who failed to ' +\n  'engage';"), banned).length, 1);
  assert.equal(found(planted('html`<p>One who failed\n  to engage</p>`'), banned).length, 1);
  assert.equal(found(planted('html`<p>The Domestic Violence Disclosure Scheme</p>`'), banned).length, 0);
  assert.equal(found(planted('html`<p>The survivor’s plan</p>`'), landlordsWord).length, 1);
  for (const text of [
    "page({ title: 'Domestic abuse case', main })",
    "path: '/victims/:id'",
    'html`<a href="/perpetrators/1">One</a>`',
    "redirect('/cases', 'The survivor was told')",
    "redirect('/cases', 'It was written down, and ' +\n  'the survivor was told')",
    "{ said:\n  'It was written down, and ' +\n  'the survivor was told' }",
    "file({ name: 'abuse.csv' })",
  ])
    assert.equal(found(planted(text), subject, inPassing).length, 1, text);
});

test('what a program says is told from what it is called', () => {
  const code = [
    "const claims = 'one'; // 'comment'",
    "/* 'comment' */ const quote = /['\"`]/.test(x) ? \"two\" : 'it\\'s three';",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: code as text
    "const page = html`<p>four ${list.map((x) => html`<b>${x ? 'five' : { a: 'six' }.a}</b>`)} seven</p>`;",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: code as text
    "const long = 'eight ' +\n  `nine ${of('ten') + 'eleven'}\n  on` + ' twelve';",
  ].join('\n');
  assert.deepEqual(literals(code), [
    'one',
    'two',
    "it\\'s three",
    '<p>four  …  seven</p>',
    '<b> … </b>',
    'five',
    'six',
    'eight nine  … on twelve',
    'ten',
    'eleven',
  ]);
});
