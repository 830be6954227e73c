import { casesPerWorker, kinds, openOneIn, plannedOneIn } from './numbers.ts';

/** Pieces that the statements share: `$1` is the landlord, `$2` and `$3` the numbers of the cases. */
export const each = 'from generate_series($2::bigint + 1, $3::bigint) n, (select $1::uuid org) given';

/** The id of a thing of a kind, from its number as SQL. */
export const uid = (kind: keyof typeof kinds, n = 'n') => `pg_temp.uid(${kinds[kind]}, ${n})`;

/** Cases are spread evenly over a year. */
export const opened = `(now() - (($3 - n) * interval '1 year' / ($3::bigint - $2::bigint)) - interval '1 hour')`;
export const isOpen = `(n % ${openOneIn} = 0)`;
/** Colleagues come with the cases: each load brings its own, and each of them leads as many as any other. */
export const workers = `(($3::bigint - $2::bigint) / ${casesPerWorker})`;
export const workerNumber = `(1 + $2::bigint / ${casesPerWorker} + (n / ${openOneIn}) % ${workers})`;
export const lead = uid('worker', workerNumber);
export const eachWorker = `from generate_series(1 + $2::bigint / ${casesPerWorker}, $3::bigint / ${casesPerWorker}) w,
  (select $1::uuid org) given`;

/** Which of their lead's open cases it is, from 0: what differs from case to case goes by it, alike for everybody. */
export const nth = `((n - $2::bigint - 1) / ${openOneIn} / ${workers})`;
/** An open case with a plan. */
export const isPlanned = `(n % ${openOneIn} = 0 and ${nth} % ${plannedOneIn} = 0)`;
/** When the promise `r` of an open case, 0 to 2, is due: before it was loaded, or half a day later and more. */
export const promiseDue = `(now() + ((${nth} * 7 + r * 31) % 97 - 8) * interval '1 day' + interval '12 hours')`;
