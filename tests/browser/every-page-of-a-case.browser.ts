import { test } from 'node:test';
import { looksAtEveryPage } from './every-page.ts';

// Over 20 s: every page of a case, under each policy, is drawn at two sizes and looked at by axe.
for (const [name, look] of looksAtEveryPage(
  'every page about risks and plans of a case',
  'every other page of a case',
))
  test(name, look);
