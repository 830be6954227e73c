import type { Office } from './policy/office.ts';
import { moment } from './policy/steps.ts';

/**
 * A risk that was rated high and that somebody would lower, how she sees it herself, what changed, a day that is known,
 * and a Marac area with a threshold of its own. @returns what stands for each parameter in its addresses
 */
export async function aRating(
  { worker, manager }: Office,
  file: string,
): Promise<Readonly<Record<string, string>>> {
  await worker.finishes(`${file}/risk/level`, {
    level: 'high',
    reason: 'He said that he will not let her go, and she believes it.',
    grounds: ['own_view', 'change'],
    callOuts: '3',
  });
  await worker.finishes(`${file}/risk/views/new`, {
    view: 'high',
    words: 'I know that look. He means it.',
    ...moment('said', '2026-11-18T09:50'),
  });
  await worker.finishes(`${file}/risk/changes/new`, {
    trigger: 'separation',
    words: 'She told him that she wants to leave.',
    source: 'person',
    ...moment('happened', '2026-11-17T20:00'),
  });
  await worker.finishes(`${file}/risk/dates/new`, {
    kind: 'order_ends',
    words: 'Non-molestation order, Exampleton family court',
    'on-day': '8',
    'on-month': '12',
    'on-year': '2026',
  });
  const proposal = await manager.finishes(`${file}/risk/level`, {
    level: 'medium',
    reason: 'She stays with her sister, and he does not know where that is.',
    callOuts: '2',
  });
  await manager.finishes('/risk/areas/new', {
    name: 'Exampleshire North',
    authorities: 'Exampleshire\nUpper Exampleton',
  });
  const { body } = await manager.get('/risk/thresholds');
  const area = /\/risk\/areas\/([0-9a-f-]{36})/.exec(body)?.[1] ?? '';
  await manager.finishes('/risk/thresholds/new', {
    area,
    'from-day': '1',
    'from-month': '4',
    'from-year': '2026',
    highFrom: '12',
    mediumFrom: '8',
    callOuts: '3',
    source: 'Operating protocol of the Marac, April 2026',
  });
  await manager.finishes('/risk/thresholds/new', {
    area,
    'from-day': '1',
    'from-month': '12',
    'from-year': '2026',
    highFrom: '15',
    mediumFrom: '8',
    callOuts: '3',
    source: 'Operating protocol of the Marac, draft of December 2026',
    why: 'The Marac hears fifteen and more from December on',
  });
  const threshold =
    /\/risk\/thresholds\/([0-9a-f-]{36})/.exec((await manager.get('/risk/thresholds')).body)?.[1] ?? '';
  const line =
    /\/risk\/lines\/([0-9a-f-]{36})/.exec((await manager.get(`/risk/areas/${area}`)).body)?.[1] ?? '';
  const dates = (await worker.get(`${file}/risk/dates`)).body;
  return {
    '/cases/:id/risk/proposals/:proposal': proposal.split('/').at(-1) ?? '',
    '/cases/:id/risk/dates/:date': /\/risk\/dates\/([0-9a-f-]{36})/.exec(dates)?.[1] ?? '',
    '/risk/areas/:area': area,
    '/risk/lines/:line': line,
    '/risk/thresholds/:threshold': threshold,
  };
}
