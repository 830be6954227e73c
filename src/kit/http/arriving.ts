import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

declare module 'fastify' {
  interface FastifyRequest {
    /** While what was sent still arrives. */
    arriving?: Arriving;
  }
}

/** How long, in milliseconds, what somebody sends may take to arrive. */
export interface Patience {
  /** Of anything but files: all of it. */
  readonly whole: number;
  /** Of files, from somebody who may send them: how often something of them has to come. */
  readonly silence: number;
  /** Of files: so many bytes in a second, at least, or it is as good as silence. */
  readonly pace: number;
  /** Of files: all of them. Less than a session may be idle, so that who began to send is signed in at the end. */
  readonly files: number;
}

/** A phone where the network is poor sends 100 KB in a second: 100 MB are there in 17 minutes. */
export const ordinaryPatience: Patience = {
  whole: 60_000,
  silence: 30_000,
  pace: 512,
  files: 25 * 60_000,
};

interface Arriving {
  /** Files come, of somebody who may send them: from now on silence ends it, and not the time that all of it takes. */
  files(): void;
}

/**
 * Bounds how long a request may take to arrive, by what it brings: Node has one limit for all of them. Whoever sends
 * ever so slowly holds a connection no longer than this.
 */
export function boundArrival(app: FastifyInstance, patience: Patience): void {
  app.addHook('onRequest', (request, reply, done) => {
    if (bringsSomething(request)) request.arriving = watched(request, reply, patience);
    done();
  });
}

function bringsSomething({ headers }: FastifyRequest): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

function watched(request: FastifyRequest, reply: FastifyReply, patience: Patience): Arriving {
  let over = false;
  let timer = setTimeout(giveUp, patience.whole).unref();
  function giveUp() {
    if (!over && !request.raw.complete) tooSlow(request, reply);
    arrived();
  }
  function arrived() {
    over = true;
    clearTimeout(timer);
  }
  request.raw.once('end', arrived);
  request.raw.once('close', arrived);
  return {
    files() {
      if (over) return;
      clearTimeout(timer);
      const least = (patience.pace * patience.silence) / 1_000;
      let turns = Math.ceil(patience.files / patience.silence);
      let before = request.raw.socket.bytesRead;
      timer = setInterval(() => {
        const now = request.raw.socket.bytesRead;
        turns -= 1;
        if (turns < 0 || now - before < least) giveUp();
        before = now;
      }, patience.silence).unref();
    },
  };
}

/** As Node itself tells somebody whose request did not arrive in time; who was answered before is told no more. */
function tooSlow({ raw, log }: FastifyRequest, reply: FastifyReply): void {
  log.info('what was sent came too slowly');
  if (reply.raw.headersSent) return void raw.destroy();
  raw.socket.write('HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n');
  raw.socket.destroySoon();
}
