/** What stands at a place of a JSON answer, `/messages/0/id` (RFC 6901); undefined: nothing does. */
export function at(document: unknown, pointer: string): unknown {
  let here = document;
  for (const part of pointer.split('/').slice(1)) {
    const name = part.replaceAll('~1', '/').replaceAll('~0', '~');
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, name)) return undefined;
    here = (here as Record<string, unknown>)[name];
  }
  return here;
}

/** A word or a number that stands there, as text; `''`: none. */
export function wordAt(document: unknown, pointer: string): string {
  const found = at(document, pointer);
  return typeof found === 'string' || typeof found === 'number' ? String(found) : '';
}

/** @returns undefined where it is no JSON */
export function readJson(text: string | null): unknown {
  if (text === null) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
