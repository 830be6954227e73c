import type { Typed } from '#kit/forms.ts';

/** The name of a form in its draft's address: `entry`, `disclosure`. */
export const formName = /^[a-z][a-z0-9-]{0,40}$/;

/** Passwords, codes and what stands for them: never kept and never given back. A postcode is none. */
export function isSecret(name: string): boolean {
  return /password|secret|^code$|recovery-?code|^sealed$/i.test(name);
}

/** What of a form is worth keeping: neither its proofs and versions (they start with `_`) nor anything secret. */
export function fieldsWorthKeeping(typed: Typed): Typed {
  return Object.fromEntries(
    Object.entries(typed).filter(
      ([name, value]) => !name.startsWith('_') && !isSecret(name) && !isEmpty(value),
    ),
  );
}

export function isNothing(fields: Typed): boolean {
  return Object.keys(fields).length === 0;
}

/** A draft opens only for its owner, its form and what it is about. */
export function draftContext(key: {
  readonly organisation: string;
  readonly staff: string;
  readonly form: string;
  readonly about: string;
}): string {
  return `draft/${key.organisation}/${key.staff}/${key.form}/${key.about}`;
}

function isEmpty(value: string | readonly string[]): boolean {
  return typeof value === 'string' ? value.trim() === '' : value.every((each) => each.trim() === '');
}
