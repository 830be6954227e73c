import { test } from 'node:test';
import { patience, walkedBy } from './walk.ts';

test('the staff site, walked by another landlord', patience, walkedBy('another landlord'));
