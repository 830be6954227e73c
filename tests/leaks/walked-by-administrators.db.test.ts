import { test } from 'node:test';
import { patience, walkedBy } from './walk.ts';

test('the staff site, walked by those who administer', patience, walkedBy('those who administer'));
