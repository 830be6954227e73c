import type { LightMyRequestResponse } from 'fastify';
import type { Lintel } from './lintel-site.ts';
import type { Colleague } from './policy/office.ts';

/** Sends an order as a link. @returns where it opens, and the code that was shown once */
export async function sendsLink(
  worker: Colleague,
  order: string,
  sent: readonly { readonly to: string; readonly link: string }[],
): Promise<{ readonly url: string; readonly code: string }> {
  const to = { address: 'works@larch.example', codeTold: 'Read out on the telephone to Mr Larch' };
  const { body, statusCode } = await worker.fills(`${order}/link`, to);
  const [, code = ''] = /<strong>(\d{8})<\/strong>/.exec(body) ?? [];
  if (code === '') throw new Error(`No code was shown: ${statusCode} ${body}`);
  return { url: new URL(sent.at(-1)?.link ?? '').pathname, code };
}

let asked = 0;

/** What whoever has a link sends to the partner site, files beside it. */
export async function sends(
  lintel: Pick<Lintel, 'partners'>,
  url: string,
  typed: Readonly<Record<string, string>>,
  photos: readonly File[] = [],
): Promise<LightMyRequestResponse> {
  // Each from another address: what one address may ask within a minute is tried by itself.
  asked += 1;
  const remoteAddress = `10.0.${Math.floor(asked / 250)}.${(asked % 250) + 1}`;
  if (photos.length === 0)
    return lintel.partners.inject({
      ...{ remoteAddress, method: 'POST', url, payload: new URLSearchParams(typed).toString() },
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
  const form = new FormData();
  for (const [name, value] of Object.entries(typed)) form.set(name, value);
  for (const photo of photos) form.append('files', photo);
  const encoded = new Response(form);
  return lintel.partners.inject({
    ...{ remoteAddress, method: 'POST', url, payload: Buffer.from(await encoded.arrayBuffer()) },
    headers: { 'content-type': encoded.headers.get('content-type') ?? '' },
  });
}
