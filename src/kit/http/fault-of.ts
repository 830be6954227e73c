import { DatabaseTrouble } from '../database/trouble.ts';
import { StoreAway } from '../files/away.ts';
import { Fault, type FaultCode } from './errors.ts';

/** What the server's own parts throw, told in our words. */
const known: Readonly<Record<string, FaultCode>> = {
  FST_CSRF_MISSING_SECRET: 'forged',
  FST_CSRF_INVALID_TOKEN: 'forged',
  FST_ERR_CTP_BODY_TOO_LARGE: 'too-large',
  FST_REQ_FILE_TOO_LARGE: 'too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unreadable',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'unreadable',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'unreadable',
  FST_ERR_BAD_URL: 'not-found',
  // Two waited for each other in the database, or for the same row: the one that gave way changed nothing.
  '40P01': 'crossed',
  '40001': 'crossed',
};
const byStatus: Readonly<Record<number, FaultCode>> = {
  400: 'unreadable',
  404: 'not-found',
  413: 'too-large',
  415: 'unreadable',
  429: 'too-many',
  503: 'stopping',
};

export function faultOf(error: unknown): Fault {
  if (error instanceof Fault) return error;
  if (error instanceof DatabaseTrouble) return new Fault(error.trouble);
  if (error instanceof StoreAway) return new Fault('away');
  const { code, statusCode } = (error ?? {}) as { code?: string; statusCode?: number };
  const fault = (code !== undefined && known[code]) || (statusCode !== undefined && byStatus[statusCode]);
  return new Fault(fault || 'broken');
}

const endings = /^(ECONNRESET|EPIPE|ECONNABORTED|ERR_STREAM_PREMATURE_CLOSE|ERR_STREAM_DESTROYED|ABORT_ERR)$/;

/** Whoever sent this has gone, and that is all that went wrong. @param gone their connection has ended */
export function hungUp(error: unknown, gone: boolean): boolean {
  const { code, message } = (error ?? {}) as { code?: string; message?: string };
  return gone && (endings.test(code ?? '') || /aborted|premature close|unexpected end/i.test(message ?? ''));
}
