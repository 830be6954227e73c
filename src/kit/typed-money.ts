import { z } from 'zod';

/** An amount as people type it: `12`, `12.50`, `£1,250`; whole pence, or null where it is none. */
export function penceTyped(text: string): number | null {
  const [, whole = '', part = ''] = /^£?\s*(\d{1,3}(?:,?\d{3})?)(?:\.(\d{2}))?$/.exec(text.trim()) ?? [];
  return whole === '' ? null : Number(whole.replace(',', '')) * 100 + Number(part || '0');
}

const wrong = 'Enter an amount such as 45 or 45.50';

/** For a form: an amount that must be there. */
export const amount = z.preprocess(
  (value) => penceTyped(String(value ?? '')),
  z.custom<number>((value) => typeof value === 'number', wrong),
);

/** The same, or nothing, which is not nought. */
export const optionalAmount = z.preprocess(
  (value) => (String(value ?? '').trim() === '' ? null : (penceTyped(String(value)) ?? 'none')),
  z.custom<number | null>((value) => value === null || typeof value === 'number', wrong),
);
