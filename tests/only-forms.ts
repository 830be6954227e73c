/** What is read where only forms are looked for: the forms of a page, without the rest, which takes longer to parse. */
export function onlyForms(body: string): string {
  return `<!doctype html><html><body>${(body.match(/<form\b[\s\S]*?<\/form>/g) ?? []).join('\n')}</body></html>`;
}
