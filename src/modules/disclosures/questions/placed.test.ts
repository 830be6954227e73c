import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { freshForm } from '#kit/components/form-state.ts';
import { render } from '#kit/html.ts';
import { tellUsPage } from '../../help-site/views/tell-us.ts';
import { checkDefinition } from '../definition.ts';
import { detailsAsked } from '../route-details.ts';
import { factsIn } from '../triage-form.ts';
import { newConcern } from '../views/concern.ts';
import { definitionSection } from '../views/definition.ts';
import { newDisclosure } from '../views/new-disclosure.ts';
import { asked } from './form.ts';
import type { FormName } from './question.ts';

const words = {
  person: 'guest',
  people: 'guests',
  customer: 'neighbour',
  customers: 'neighbours',
  perpetrator: 'other person',
  team: 'quiet team',
};
const there = { until: '17:00', again: 'Friday', away: null };
const form = freshForm;
const page = { form, words, csrf: '', submissionId: '', colleagues: [], draftOffer: undefined, place: null };
const pages: Readonly<Record<FormName, string>> = {
  disclosure: render(newDisclosure(page)),
  concern: render(newConcern(page)),
  help: render(tellUsPage({ form, words, action: '', submissionId: '', there })),
  triage: render(
    definitionSection({ form, words, check: checkDefinition(factsIn({})), safeguardingClause: '' }),
  ),
};

describe('a question that a form asks stands on its page', () => {
  for (const [name, body] of Object.entries(pages) as [FormName, string][])
    test(`each of them once: ${name}`, () => {
      const placed = new Set([...body.matchAll(/ name="([^"]+)"/g)].map(([, field]) => field));
      const ids = [...body.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
      const fields = asked(name).map(({ field }) => field);
      const details = name === 'concern' || name === 'help' ? Object.keys(detailsAsked(name)) : [];
      assert.ok(fields.length >= 5);
      assert.deepEqual(
        [...fields, ...details].filter((field) => !placed.has(field)),
        [],
      );
      assert.deepEqual(
        ids.filter((id, index) => ids.indexOf(id) !== index),
        [],
      );
    });

  test('in the landlord’s own words', () => {
    assert.match(pages.disclosure, /Name of the guest/);
    assert.match(pages.triage, /Guest’s age when it happened/);
  });
});
