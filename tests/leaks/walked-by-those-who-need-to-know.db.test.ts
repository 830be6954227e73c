import { test } from 'node:test';
import { patience, walkedBy } from './walk.ts';

test('the staff site, walked by those who need to know', patience, walkedBy('those who need to know'));
