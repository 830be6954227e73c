import { createServer } from 'node:net';
import type { Config } from '#kit/config.ts';
import { codeOf, Failure, wordsOf } from '#kit/failure.ts';
import type { Site } from './application.ts';

/** Makes sure, before anything slow, that both sites can listen. @throws Failure naming the setting to change */
export async function requireFreePorts({ host, port, helpPort, partnerPort }: Config): Promise<void> {
  if (partnerPort !== undefined && [port, helpPort].includes(partnerPort)) {
    throw new Failure(
      `Another site is to listen on port ${partnerPort} too.`,
      'Set LINTEL_PARTNER_PORT to a port of its own.',
    );
  }
  if (port === helpPort) {
    throw new Failure(
      `Both sites are to listen on port ${port}.`,
      'Set LINTEL_PORT and LINTEL_HELP_PORT to different ports.',
    );
  }
  await requireFree(host, port, 'LINTEL_PORT');
  await requireFree(host, helpPort, 'LINTEL_HELP_PORT');
  if (partnerPort !== undefined) await requireFree(host, partnerPort, 'LINTEL_PARTNER_PORT');
}

/** Listens. Two programs that start at once both found the port free: the second is told here. @throws Failure */
export async function listenOn(site: Site, host: string, port: number, setting: string): Promise<void> {
  try {
    await site.listen({ host, port });
  } catch (cause) {
    throw whyNot(cause, host, port, setting);
  }
}

function requireFree(host: string, port: number, setting: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (cause) => reject(whyNot(cause, host, port, setting)));
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve()));
  });
}

function whyNot(cause: unknown, host: string, port: number, setting: string): Failure {
  switch (codeOf(cause)) {
    case 'EADDRINUSE':
      return new Failure(
        `Port ${port} is taken: another program, perhaps another Lintel, listens on it.`,
        `Stop that program, or set ${setting} to another port.`,
        cause,
      );
    case 'EACCES':
      return new Failure(
        `This user may not listen on port ${port}.`,
        `Set ${setting} to a port above 1023, and put a reverse proxy in front.`,
        cause,
      );
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new Failure(
        `This machine does not have the address ${host}.`,
        'Set LINTEL_HOST to 127.0.0.1, to 0.0.0.0, or to one of its addresses.',
        cause,
      );
    default:
      return new Failure(
        `Listening on ${host}:${port} failed: ${wordsOf(cause)}.`,
        `Check LINTEL_HOST and ${setting}.`,
        cause,
      );
  }
}
