import type { Colleague } from './policy/office.ts';

const day = (name: string, date: string) => {
  const [year = '', month = '', of = ''] = date.split('-');
  return { [`${name}-day`]: of, [`${name}-month`]: month, [`${name}-year`]: year };
};

/** Where a paper may be handed over. */
export const meetsAtTheLibrary = {
  channel: 'phone',
  value: '07700 900123',
  meetingPlace: 'The library',
  agreed: 'yes',
} as const;

/**
 * A plan that was agreed, changed and agreed again: with what was done, moved, offered, declined and given on paper, at
 * the library, as `meetsAtTheLibrary` or another agreement says.
 */
export async function aPlan(worker: Colleague, file: string): Promise<void> {
  await worker.finishes(`${file}/plan/draft`, {
    wants: 'stay_together',
    ownWords: 'He is the boys’ father, and I am not leaving my home. I want the shouting to stop.',
    wishes: 'Teo stays at his school. Nobody rings my mother.',
    emergency: 'I take Teo to Ann at number 9. The spare key is with her. I text “tea?” and she knows.',
  });
  const owned = { owner: 'colleague', ownerId: worker.staff };
  await add(
    worker,
    file,
    'Change the lock of the back door',
    { ...owned, ...day('due', '2026-11-20') },
    true,
  );
  await add(worker, file, 'Ask the school whom Teo may be fetched by', {
    ...owned,
    why: 'She does not want to ask herself',
    ...day('due', '2026-11-25'),
  });
  await add(worker, file, 'Explain the benefits that are hers alone', {
    owner: 'agency',
    agency: 'Exampleton Advice Centre',
    ...day('due', '2026-12-02'),
  });
  await add(worker, file, 'Keep a bag at Ann’s', { owner: 'person' }, true);
  for (const [kind, answer, ownWords] of [
    ['move', 'declined', 'This is my home, and it was my mother’s'],
    ['advocate', 'thinking', 'I would like to sleep on it'],
    ['money', 'taken', ''],
  ] as const)
    await worker.finishes(`${file}/support/new`, { kind, answer, ownWords });
  const said = { how: 'in_person', present: 'Her sister', ownWords: 'Yes. That is what I want.' };
  await worker.finishes(`${file}/plan/agreement`, { standing: 'agreed', ...said });
  const first = await firstAction(worker, file);
  await worker.finishes(`${first}/outcome`, { outcome: 'done', note: 'Two keys, both hers' });
  await worker.finishes(`${await firstAction(worker, file)}/outcome`, {
    outcome: 'moved',
    ...day('due', '2026-11-27'),
    note: 'Ann is away until Thursday',
  });
  await worker.finishes(`${file}/plan/agreement`, { standing: 'agreed', ...said, promptedBy: 'asked' });
  await worker.finishes(`${file}/plan/copies/new`, { way: 'handed_over', place: 'The library' });
}

async function add(
  worker: Colleague,
  file: string,
  what: string,
  more: Readonly<Record<string, string>>,
  safety = false,
): Promise<void> {
  const path = `${file}/plan/actions/new`;
  await worker.finishes(path, { what, ...more, ...(safety && { safety: 'yes' }) });
}

/** The open action that stands first. @returns its path */
async function firstAction(worker: Colleague, file: string): Promise<string> {
  const { body } = await worker.get(`${file}/plan`);
  return /href="([^"]*\/plan\/actions\/[0-9a-f-]{36})\/outcome"/.exec(body)?.[1] ?? '';
}
