/** The headers of a post by script; the token is the page's own. */
export function formHeaders() {
  const token = document.querySelector('meta[name="csrf-token"]')?.content ?? '';
  return { 'content-type': 'application/x-www-form-urlencoded', 'x-csrf-token': token };
}
