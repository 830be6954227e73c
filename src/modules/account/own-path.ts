/** Pages that end or begin a session: going back to one after signing in would lead in a circle. */
const circles = /^\/(sign-in|sign-out|hidden|second-factor|welcome)(\/|\?|$)/;

/**
 * Where to go after signing in: a page of this site, or the first page. What looks like a path may lead a browser to
 * another host (`//host`, `/\host`, a tab inside), so only what a URL parser keeps on this host is kept.
 */
export function ownPath(next: string | undefined): string {
  if (!next?.startsWith('/') || /[\\\p{Cc}]/u.test(next) || circles.test(next)) return '/';
  const here = 'http://lintel.invalid';
  if (!URL.canParse(next, here)) return '/';
  const url = new URL(next, here);
  return url.origin === here && !url.pathname.startsWith('//') ? `${url.pathname}${url.search}` : '/';
}
