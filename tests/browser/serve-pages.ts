import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Html, render } from '#kit/html.ts';
import { type Asset, helpAssets, staffAssets } from '#kit/styles.ts';

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'";

/** What was posted: where, by which headers and which fields. */
export type Posted = {
  readonly path: string;
  readonly csrf: string | string[] | undefined;
  readonly fields: URLSearchParams;
};

export type PageServer = {
  readonly address: string;
  readonly posted: readonly Posted[];
  readonly close: () => Promise<void>;
};

/** Serves pages of the kit by their paths, under the policy of the real sites and without a database. */
export async function servePages(pages: Readonly<Record<string, () => Html>>): Promise<PageServer> {
  const { assets } = await staffAssets();
  const files = new Map<string, Asset>(
    [...assets, ...(await helpAssets()).assets].map((file) => [`/assets/${file.name}`, file]),
  );
  const posted: Posted[] = [];
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const file = files.get(path);
    if (file) return response.setHeader('content-type', file.type).end(file.body);
    if (request.method === 'POST') {
      const fields = new URLSearchParams(await bodyOf(request));
      posted.push({ path, csrf: request.headers['x-csrf-token'], fields });
      return response.writeHead(204).end();
    }
    const page = pages[path];
    response.setHeader('content-security-policy', policy);
    response.setHeader('cache-control', 'no-store');
    response.setHeader('content-type', 'text/html; charset=utf-8');
    return response.writeHead(page ? 200 : 404).end(page ? render(page()) : '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, posted, close };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const part of request.setEncoding('utf8')) body += part;
  return body;
}
