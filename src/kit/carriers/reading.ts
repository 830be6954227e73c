import { parentPort } from 'node:worker_threads';
import PostalMime from 'postal-mime';
import { readReturn } from './replies.ts';

/*
 * The thread in which letters of strangers are read (`apart.ts`): it is asked for one at a time, and answers with what
 * came back, or null.
 */
export interface ToRead {
  readonly source: Uint8Array;
  readonly domain: string;
  readonly key: string;
}

const parsing = { forceRfc822Attachments: true, maxNestingDepth: 50, maxHeadersSize: 256 * 1024 };

parentPort?.on('message', async ({ source, domain, key }: ToRead) => {
  const email = await PostalMime.parse(source, parsing).catch(() => null);
  parentPort?.postMessage(email && readReturn(email, domain, key));
});
parentPort?.postMessage('ready');
