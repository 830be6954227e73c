import { createHash } from 'node:crypto';
import type { Email, Header } from 'postal-mime';
import type { CameBack } from '../carrier.ts';

/** More than this of what somebody wrote is not kept. In characters. */
const longest = 20_000;
/** Of a page of markup no more than this is read, in characters: the answer stands at its beginning. */
const mostMarkup = 64 * 1024;

/**
 * What came in, if it is about a message of ours: it is told by the id that ours carried and by nothing else, never by
 * whom it is from. @param key what tells it from any other that comes in
 */
export function readReturn(email: Email, domain: string, key: string): CameBack | null {
  const report = email.attachments.find(({ mimeType }) => mimeType === 'message/delivery-status');
  const of = ourId(report ? idsInReport(email) : idsInThread(email), domain);
  if (of === null) return null;
  const source = createHash('sha256')
    .update(email.messageId ?? key)
    .digest('hex');
  if (report) return ofReport(textOf(report.content), { messageId: of, source });
  const kind = isAutomatic(email.headers) ? 'automatic' : 'reply';
  return { messageId: of, source, kind, gone: false, words: wordsOf(email) };
}

/** A report about delivery (RFC 3464): that it is on its way, or has arrived, is no answer of anybody. */
function ofReport(report: string, known: Pick<CameBack, 'messageId' | 'source'>): CameBack | null {
  const field = (name: string) => new RegExp(`^${name}:\\s*(\\S+)`, 'im').exec(report)?.[1] ?? '';
  if (field('Action').toLowerCase() !== 'failed') return null;
  const status = field('Status');
  // No such mailbox or domain, it has moved, or it is disabled (RFC 3463, sections 3.2 and 3.3).
  const gone = /^5\.(1\.([0-36]|10)|2\.1)$/.test(status);
  return { ...known, kind: 'bounce', gone, words: /^\d\.\d{1,3}\.\d{1,3}$/.test(status) ? status : '' };
}

/** What is sent by a program says so (RFC 3834, section 5); some say it in older ways. */
function isAutomatic(headers: readonly Header[]): boolean {
  const value = (name: string) =>
    headers
      .find(({ key }) => key === name)
      ?.value.trim()
      .toLowerCase() ?? '';
  const submitted = value('auto-submitted');
  return (
    (submitted !== '' && !submitted.startsWith('no')) ||
    ['x-autoreply', 'x-autorespond', 'x-auto-reply'].some((name) => value(name) !== '') ||
    ['auto_reply', 'bulk', 'junk', 'list'].includes(value('precedence')) ||
    value('return-path') === '<>'
  );
}

function idsInThread({ inReplyTo = '', references = '' }: Email): string {
  return `${inReplyTo} ${references}`;
}

/** The header of ours that the report quotes; else what it answers. */
function idsInReport(email: Email): string {
  const quoted = email.attachments.filter(({ mimeType }) =>
    ['message/rfc822', 'text/rfc822-headers'].includes(mimeType),
  );
  const ids = quoted.flatMap(
    ({ content }) => /^message-id:\s*(<[^>\s]+>)/im.exec(textOf(content))?.[1] ?? [],
  );
  return [...ids, idsInThread(email)].join(' ');
}

function ourId(ids: string, domain: string): string | null {
  const found = ids.matchAll(/<([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})@([^<>\s]+)>/gi);
  for (const [, id = '', at = ''] of found)
    if (at.toLowerCase() === domain.toLowerCase()) return id.toLowerCase();
  return null;
}

function textOf(content: ArrayBuffer | Uint8Array | string): string {
  return typeof content === 'string' ? content : new TextDecoder().decode(content);
}

/** As plain text: nothing of what came in is ever shown as a page, and nothing it points to is fetched. */
function wordsOf({ text, html }: Email): string {
  const plain = text?.trim() || withoutMarkup((html ?? '').slice(0, mostMarkup));
  // PostgreSQL keeps no zero, and nobody reads the other marks of control.
  return plain
    .replaceAll(/(?![\n\t])\p{Cc}/gu, '')
    .trim()
    .slice(0, longest);
}

/** Goes over it once, however it was made: a pattern would begin anew at each bracket that nobody closes. */
function withoutMarkup(html: string): string {
  const words: string[] = [];
  let at = 0;
  for (;;) {
    const opens = html.indexOf('<', at);
    const [, hidden] = /^<(style|script)\b/i.exec(html.slice(opens, opens + 8)) ?? [];
    const from = hidden ? endOf(html, hidden, opens) : opens;
    const closes = opens < 0 || from < 0 ? -1 : html.indexOf('>', from);
    if (closes < 0) return [...words, hidden ? html.slice(at, opens) : html.slice(at)].join(' ');
    words.push(html.slice(at, opens));
    at = closes + 1;
  }
}

function endOf(html: string, hidden: string, from: number): number {
  const end = new RegExp(`</${hidden}`, 'gi');
  end.lastIndex = from;
  return end.exec(html)?.index ?? -1;
}
