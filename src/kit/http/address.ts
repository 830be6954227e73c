/** The address of a page, its parameters filled in. @param path as its route declares it */
export function addressOf(path: string, params: unknown): string {
  const values = (params ?? {}) as Readonly<Record<string, string>>;
  return path.replaceAll(/:([a-z]+)/g, (_, name: string) => values[name] ?? '');
}
