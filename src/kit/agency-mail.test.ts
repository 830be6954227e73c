import assert from 'node:assert/strict';
import { test } from 'node:test';
import { agencyMail } from './agency-mail.ts';

const shared = { from: 'Example Homes', call: '01632 960000', until: '21 November 2026, 10:00' };
const link = 'https://share.example/abc';

test('an agency reads from which landlord it comes, whom to ring, how the code comes and until when it opens', () => {
  const { subject, text } = agencyMail(shared, link);
  assert.equal(subject, 'Example Homes has shared something with you for your work');
  for (const said of [/ring them on 01632 960000/, /code .* by another way/, /until 21 November 2026/])
    assert.match(text, said);
  assert.ok(text.includes(link));
  assert.doesNotMatch(text, /task|Lintel|abuse|case\b/i);
});

test('where no number to call is set it names none', () => {
  assert.match(agencyMail({ ...shared, call: '' }, link).text, /on the number that you know to be theirs/);
});
