import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tellingWords } from '#packs/lintel/telling-words.ts';
import { type LintFacts, lint, type Worded } from './message-lint.ts';
import { namesOf } from './names-in-text.ts';
import { ownWords, wordsFor } from './telling-words.ts';

const english = wordsFor('en', tellingWords);
const facts: LintFacts = {
  words: english,
  landlord: ['Mill Lane Homes', 'MLH'],
  mayNameLandlord: false,
  people: [
    { name: 'Orson Quince', who: 'feared' },
    { name: 'Bo Okafor', who: 'child' },
    { name: 'Will Hart', who: 'other' },
  ],
  numbers: ['ML-2026-0142'],
  callBack: '0300 555 0142',
};
const text: Worded = { channel: 'text', language: 'en', subject: '', body: '' };
const kinds = (body: string, more: Partial<Worded> = {}, known: Partial<LintFacts> = {}) =>
  lint({ ...text, body, ...more }, { ...facts, ...known }).map(({ kind }) => kind);

test('“please call” says nothing', () => {
  for (const body of [
    'Please call 0300 555 0142 about the survey.',
    'Please call Jo on +44 (0)300 555 0142. Monday to Friday, 9am to 5pm.',
    'Take a bus to the library. A business card is enough. A busy day!',
    'Let’s talk on Tuesday, 5 May, at 10:30',
    'He was accused in Sussex, as the syllabus says. Essex and Middlesex too.',
    'Strange: the maintenance of the boiler, in case it is a tall order. Flat D4, DA5 1AB.',
    'The lieutenant and his beanstalk. The rap. Balls, batteries and rapeseed.',
    'I will call in case you are out.',
    'Come at 4.30pm. We will ring the bell, i.e. twice',
  ])
    assert.deepEqual(lint({ ...text, body }, facts), [], body);
});

test('what it is about is found, with where and how to say it instead', () => {
  const body = 'Please call about the domestic abuse.';
  const [first, ...rest] = lint({ ...text, body }, facts);
  assert.deepEqual(
    [first?.kind, first?.at, first?.written, first?.field],
    ['subject', body.indexOf('domestic'), 'domestic', 'body'],
  );
  assert.match(first?.instead ?? '', /whom to call/);
  assert.deepEqual(
    rest.map(({ written }) => written),
    ['abuse'],
  );
});

test('what tells in any language is found, whatever language somebody says that it is', () => {
  for (const body of [
    'Ffoniwch ni am y trais yn y cartref',
    'Proszę zadzwonić w sprawie przemocy domowej',
    'Llame por la violencia doméstica',
  ])
    assert.ok(kinds(body).includes('subject'), body);
  const everyday = { ...text, language: 'tr', body: 'Saat kaçta?' } as const;
  assert.deepEqual(lint(everyday, { ...facts, words: wordsFor('tr', tellingWords) }), []);
});

test('no number is given but the one to call back', () => {
  for (const body of [
    'Ring 07700 900999.',
    'Ring 555 0199',
    'Ring +44 7700-900999',
    'Ring ٠٧٧٠٠٩٠٠٩٩٩',
    'Ring 0.7.7.0.0.9.0.0.9.9.9',
  ])
    assert.ok(kinds(body).includes('number'), body);
  assert.ok(kinds('Ring 0300 555 0142.', {}, { callBack: '' }).includes('number'), 'none is set');
  for (const body of [
    'Ring 0300 555 0142, or +44 300 555 0142.',
    'Come on 01/12/2026 10.30, or 2026-12-02.',
    'Between 10.30 - 12.30 at 12 Quay Street, M1 1AA',
  ])
    assert.deepEqual(kinds(body), [], body);
});

test('a banned word is found as people disguise it', () => {
  for (const body of [
    'ABUSE',
    'abused',
    'a b u s e',
    'a.b.u.s.e',
    'a  b\nu  s  e',
    'ab-use',
    'ab use',
    'ab us e',
    '4bu5e',
    '@bu$e',
    'abuuuse',
    'аbuѕе', // Cyrillic
    'αbuse', // Greek
    'ａｂｕｓｅ',
    '𝐚𝐛𝐮𝐬𝐞',
    'ⓐⓑⓤⓢⓔ',
    '🅰🅱🆄🆂🅴',
    'a\u200bbu\u00adse',
    'a̲b̲u̲s̲e̲',
    'àbüsé',
    'antiabuse',
    'vlctim',
    'v1ct1m',
    'poIice',
    'Women s Aid',
    'womens-aid',
    'non-molestation',
    'safetyplan',
    'd.v.',
    'I.D.V.A.',
    'co urt',
    'the court’s',
    'landlord', // whoever it is
  ])
    assert.notDeepEqual(kinds(`Please call. ${body} today`), [], body);
});

test('who we are stands in no text and no subject line; in a letter only where that was agreed', () => {
  const says = 'Please call Mill Lane Homes about your tenancy';
  assert.ok(kinds(says).includes('landlord'));
  assert.ok(kinds(says, {}, { mayNameLandlord: true }).includes('landlord'), 'never in a text');
  assert.deepEqual(kinds(says, { channel: 'letter' }, { mayNameLandlord: true }), []);
  assert.ok(kinds(says, { channel: 'letter' }).includes('landlord'));
  const subject = { channel: 'email', subject: 'From Mill Lane' } as const;
  assert.ok(kinds('Please call', subject, { mayNameLandlord: true }).includes('landlord'), 'a subject line');
  assert.ok(kinds('m i l l h o m e s M.L.H.').includes('landlord'));
});

test('no reason makes a word of the landlord harmless', () => {
  assert.ok(kinds('Please call. What it is about: the new bins for tenants.').includes('landlord'));
  assert.ok(kinds('Please call about the rent').includes('landlord'));
  assert.deepEqual(kinds('Please call. What it is about: the new bins.'), []);
});

test('nobody is named, whether feared, a child or anybody else', () => {
  assert.deepEqual(kinds('Is Orson there?'), ['person']);
  assert.deepEqual(kinds('0rson Qu1nce'), ['person']);
  assert.deepEqual(kinds('O r s o n'), ['person']);
  assert.deepEqual(kinds('How is Bo doing'), ['person']);
  assert.deepEqual(kinds('Ask Will'), ['person'], 'an everyday word, written as a name');
  assert.deepEqual(kinds('We will ask'), [], 'the everyday word');
});

test('whoever is in the case is found by every part of a name, however they were typed', () => {
  const typed = [
    'Godfrey Quillbrook',
    'godfrey quillbrook',
    'Godfrey, her husband',
    'her ex Godfrey',
    'GODFREY',
  ];
  for (const name of [...typed, 'her ex partner who moved away and is called godfrey']) {
    const people = namesOf(name).map((each) => ({ name: each, who: 'feared' as const }));
    assert.ok(kinds('Godfrey must not hear of it', {}, { people }).includes('person'), name);
  }
  for (const nobody of [
    'her ex-partner',
    'The man next door',
    'Name not known yet',
    'Her mother’s new boyfriend',
  ])
    assert.deepEqual(namesOf(nobody), [], nobody);
});

test('words that tell of somebody else at home are found', () => {
  for (const body of [
    'He must not know',
    'Call when he is out',
    'Please call before he is home',
    'Ring while she’s at work',
    'Please call before she gets home',
    'Call when you are alone',
    'Don’t tell anybody',
    'Please delete this',
  ])
    assert.ok(kinds(body).includes('subject'), body);
  for (const body of [
    'When the office is open, please call',
    'Please call before Tuesday',
    'It is one hour alongside',
  ])
    assert.deepEqual(kinds(body), [], body);
});

test('no number of a case, no link, no markup, nothing unseen, no strange letter, nothing unfilled', () => {
  assert.deepEqual(kinds('ref ml 2026/0142'), ['number']);
  for (const link of ['See https://x.test', 'www.millane.test', 'a@b.test', 'quay-side.co.uk', 'bit.ly/abc'])
    assert.deepEqual(kinds(link), ['link'], link);
  for (const markup of ['<b>call</b>', 'call&nbsp;us', '[call](x)', '<img src=x>'])
    assert.deepEqual(kinds(markup), ['markup'], markup);
  assert.deepEqual(kinds('Please\u200b call'), ['hidden']);
  assert.deepEqual(kinds('Pleаse call'), ['letters'], 'a Cyrillic letter among others');
  assert.deepEqual(kinds('Please call {number}'), ['unfilled']);
  assert.deepEqual(kinds('Please call [name]'), ['unfilled']);
  assert.deepEqual(kinds('Please call. '.repeat(40)), ['too-long']);
});

test('each language has its own words, with those of English', () => {
  const inLanguage = (language: 'cy' | 'pl' | 'ar' | 'pa' | 'zh' | 'fr' | 'uk', body: string) =>
    kinds(body, { language, channel: 'letter' }, { words: wordsFor(language, tellingWords) });
  assert.deepEqual(inLanguage('cy', 'Ffoniwch ni, os gwelwch yn dda. Bore da.'), []);
  assert.ok(inLanguage('cy', 'am gam-drin domestig').includes('subject'));
  assert.deepEqual(inLanguage('pl', 'Proszę zadzwonić pod numer 0300 555 0142.'), []);
  assert.ok(inLanguage('pl', 'przemoc domowa').includes('subject'));
  assert.ok(inLanguage('pl', 'P R Z E M O C').includes('subject'));
  assert.ok(inLanguage('ar', 'العنف الأسري').includes('subject'));
  assert.ok(inLanguage('ar', 'العـنـف').includes('subject'));
  assert.ok(inLanguage('pa', 'ਘਰੇਲੂ ਹਿੰਸਾ').includes('subject'));
  assert.ok(inLanguage('zh', '关于家 庭 暴 力').includes('subject'));
  assert.deepEqual(inLanguage('fr', 'Appelez-nous pendant un court moment'), []);
  assert.ok(inLanguage('uk', 'Домашнє насильство').includes('subject'));
  assert.ok(inLanguage('pl', 'about the refuge').includes('subject'), 'whoever reads it may read English');
});

test('a landlord adds words of its own', () => {
  const words = [...english, ownWords(['lighthouse project'])];
  assert.deepEqual(kinds('The lighthouse-project calls', {}, { words }), ['subject']);
});
