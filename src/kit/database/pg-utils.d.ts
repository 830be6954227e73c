/** How pg writes a value of a statement; its types leave it out. */
declare module 'pg/lib/utils.js' {
  export function prepareValue(value: unknown): string | Uint8Array | null;
}
