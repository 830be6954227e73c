import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { freshForm } from '#kit/components/form-state.ts';
import { html, render } from '#kit/html.ts';
import { livv2024 } from '#packs/livv-2024/pack.ts';
import { workingCalendar } from '#rules/calendar.ts';
import { entriesFor } from '../entries.ts';
import { questionsOf, routeQuestions } from '../route-questions.ts';
import { noneKnown } from '../views/numbers-given.ts';
import { disclosurePage } from '../views/show.ts';
import { type Answers, question, questionNames, saidOf } from './all.ts';
import { inWords } from './question.ts';

const { words } = livv2024;
const at = Temporal.Instant.from('2026-11-20T15:00:00Z');
/** Each question answered as no other is. */
const answers = Object.fromEntries(questionNames.map((name) => [name, answerTo(name)])) as unknown as Answers;
const inEveryRoute = Object.fromEntries(routeQuestions.map(({ name }) => [name, `Detail ${name} said`]));
const detailsFor = (route: Answers['route']) =>
  Object.fromEntries(questionsOf(route).map(({ name }) => [name, inEveryRoute[name] ?? '']));
const routes = [...new Set(routeQuestions.flatMap((each) => each.routes))];

function answerTo(name: (typeof questionNames)[number]): unknown {
  const { kind } = question(name);
  const last = kind.choices.filter(({ value }) => value !== kind.empty).at(-1)?.value;
  if (kind.drawn === 'boxes') return [last];
  return last ?? `Answer ${name} given`;
}

function shown(route: Answers['route'], revealed: boolean): string {
  const told = {
    ...{
      id: '',
      reference: 'D-1',
      childrenTold,
      received: 'then',
      recorded: 'now',
      recordedByName: null,
      caseId: null,
    },
    ...answers,
    route,
    routeDetails: inEveryRoute,
  };
  const gate = { open: false, reasons: [{ reason: 'Nothing is agreed.', basis: 'safe-contact' }] } as const;
  const asks = { form: freshForm, action: '', hidden: html`` };
  const joining = {
    joinings: [],
    deciding: null,
    calendar: workingCalendar(livv2024.calendar, []),
    form: { form: freshForm, action: '', csrf: '', submissionId: '' },
  };
  const referrals = { referrals: [], calendar: workingCalendar(livv2024.calendar, []) };
  const danger = html``;
  const page = {
    danger,
    promises: [],
    decisions: [],
    keptOut: [],
    referrals,
    joining,
    pack: livv2024,
    gate,
    numbers: noneKnown,
    revealed,
    asks,
  };
  return unescaped(render(disclosurePage({ ...page, disclosure: told })));
}

function unescaped(body: string): string {
  return body.replaceAll('&#39;', '’').replaceAll('<br>', '\n');
}

const childrenTold = [{ name: 'Mia', age: '7', school: 'St Mary’s' }];

describe('what was told is read again', () => {
  for (const name of questionNames)
    test(`on the page of the disclosure: ${name}`, () => {
      assert.notEqual(saidOf(answers, name), '');
      assert.ok(shown(answers.route, true).includes(saidOf(answers, name)), saidOf(answers, name));
    });

  test('on the page of the disclosure: each child', () => {
    assert.ok(shown('phone', true).includes('Mia, 7, St Mary’s'));
  });

  test('with what each route asks', () => {
    for (const route of routes)
      for (const { name } of routeQuestions.filter((each) => each.routes.includes(route)))
        assert.ok(shown(route, true).includes(`Detail ${name} said`), `${route} ${name}`);
  });

  test('and a way to reach somebody only once a reason was given', () => {
    const page = shown('phone', false);
    for (const name of ['contactValue', 'informantContact'] as const)
      assert.ok(!page.includes(saidOf(answers, name)), name);
    assert.ok(!page.includes('Detail call_back said'));
  });
});

test('each answer enters the chronology of its case, or its question says why it does not', () => {
  const decision = {
    safeguarding: 'not_needed',
    safeguardingWhy: '',
    adultSafeguarding: 'not_asked',
    adultSafeguardingWhy: '',
  } as const;
  for (const route of routes) {
    const told = { ...answers, route, receivedAt: at, routeDetails: detailsFor(route), childrenTold };
    const chronology = entriesFor(told, decision, words, at)
      .map((entry) => entry.words)
      .join('\n');
    const elsewhere = (goes: unknown) => typeof goes === 'object' && goes !== null && 'elsewhere' in goes;
    for (const name of questionNames) {
      const { goes, label, kind } = question(name);
      const said = saidOf(told, name);
      const line =
        goes === 'told' ? new RegExp(`^${escaped(inWords(label, words))}:? ${escaped(said)}$`, 'm') : said;
      const there = typeof line === 'string' ? chronology.includes(line) : line.test(chronology);
      if (kind.drawn === 'answer' && elsewhere(goes))
        assert.ok(!chronology.includes(inWords(label, words)), name);
      else assert.equal(there, !elsewhere(goes), name);
    }
    for (const { name, routes: asking, goes } of routeQuestions)
      assert.equal(
        chronology.includes(`Detail ${name} said`),
        asking.includes(route) && !elsewhere(goes),
        name,
      );
  }
});

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
