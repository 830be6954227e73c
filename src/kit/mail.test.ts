import assert from 'node:assert/strict';
import { test } from 'node:test';
import { neutralMail } from './mail.ts';

const letter = { to: 'worker@example.test', link: 'https://lintel.example/notifications' };

test('an e-mail says how many things wait and how soon, never what they are', () => {
  const { subject, text } = neutralMail({ ...letter, waiting: [0, 2, 5] });
  assert.equal(subject, 'You have a task in Lintel');
  assert.equal(
    text,
    'You have a task in Lintel.\n\nToday: 2\nLater: 5\n\nhttps://lintel.example/notifications\n',
  );
});

test('what cannot wait is told from the rest before the e-mail is opened', () => {
  const { subject, text } = neutralMail({ ...letter, waiting: [1, 0, 0] });
  assert.equal(subject, 'Lintel needs you at once');
  assert.match(text, /^At once: 1$/m);
});
