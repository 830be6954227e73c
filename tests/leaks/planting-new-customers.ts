import type { Given } from './rows.ts';

type Into = (table: string, given: Given) => Promise<string>;

/** A letting at which a colleague asked: nobody else of lettings reads that they did. */
export async function plantLetting(into: Into, colleague: string): Promise<string> {
  const letting = await into('letting', {
    ...{ told_by: colleague, move_in_on: '2026-11-30' },
    ...{ tried_at: null, tried_by: null, why_not: null },
    ...{
      asked_at: '2026-11-18T09:00:00Z',
      asked_by: colleague,
      with_interpreter: false,
      counted_as: 'asked',
    },
  });
  await into('letting_answer', {
    ...{ id: undefined, staff_id: colleague, month: '2026-11-01', answer: 'yes', times: 1 },
  });
  return letting;
}

/** What was handed on at one: which letting it was, only whoever handed it on reads. */
export async function plantHandedOn(
  into: Into,
  disclosure: string | undefined,
  colleague: string,
): Promise<void> {
  const letting = await into('letting', {
    ...{ told_by: colleague, move_in_on: '2026-11-30' },
    ...{ tried_at: null, tried_by: null, why_not: null },
    ...{
      asked_at: '2026-11-18T09:00:00Z',
      asked_by: colleague,
      with_interpreter: false,
      counted_as: 'asked',
    },
  });
  await into('letting_handed_on', {
    ...{ id: undefined, letting_id: letting, disclosure_id: disclosure, handed_on_by: colleague },
    ...{ handed_on_at: '2026-11-18T09:00:00Z', moved_told_at: null },
  });
}
