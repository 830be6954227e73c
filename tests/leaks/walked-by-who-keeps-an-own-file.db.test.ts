import { test } from 'node:test';
import { patience, walkedBy } from './walk.ts';

test(
  'the staff site, walked by those who keep an own file',
  patience,
  walkedBy('those who keep an own file'),
);
