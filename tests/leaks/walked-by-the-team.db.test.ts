import { test } from 'node:test';
import { patience, walkedBy } from './walk.ts';

test(
  'the staff site, walked by the team that was not let in',
  patience,
  walkedBy('the team that was not let in'),
);
