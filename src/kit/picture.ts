/**
 * A drawn chart as a picture with an address of its own. It has to say what it is, and its style element would be
 * refused by our policy.
 */
export function asPicture({ outerHTML }: { readonly outerHTML: string }): string {
  return outerHTML
    .replace(/<style>[\s\S]*?<\/style>/g, '')
    .replace('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" ')
    .replace(/(xmlns="[^"]*")([^>]*) xmlns="[^"]*"/, '$1$2');
}
