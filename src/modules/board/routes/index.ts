import type { Route } from '#kit/http/route.ts';
import { board, boardExport } from './board.ts';
import { clause, trend } from './clause.ts';

export const routes: readonly Route[] = [board, boardExport, clause, trend];
