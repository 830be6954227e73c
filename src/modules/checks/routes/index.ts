import type { Route } from '#kit/http/route.ts';
import { disclosureSample } from './disclosure-sample.ts';
import { late } from './late.ts';
import { list } from './list.ts';
import { sample } from './sample.ts';

export const routes: readonly Route[] = [list, ...late, ...sample, ...disclosureSample];
