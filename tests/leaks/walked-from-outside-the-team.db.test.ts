import { test } from 'node:test';
import { patience, walkedBy } from './walk.ts';

test('the staff site, walked by those outside the team', patience, walkedBy('those outside the team'));
