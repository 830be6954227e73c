import type { Carried } from '../carrier.ts';
import type { Now } from '../now.ts';
import { exchange } from './exchange.ts';
import { codeAlone } from './outcome.ts';
import { at, readJson, wordAt } from './pointer.ts';

/** An application of our own that signs in as itself (OAuth 2.0, client credentials: RFC 6749, section 4.4). */
export interface Application {
  /** Where it signs in: another cloud has its own. */
  readonly signIn: string;
  readonly tenant: string;
  readonly client: string;
  readonly secret: string;
}

interface Token {
  readonly value: string;
  readonly until: Temporal.Instant;
}

export interface Tokens {
  current(): Promise<Token | Extract<Carried, { how: 'not_reached' }>>;
  /** It was refused before its end. */
  forget(): void;
}

/** One token is used until shortly before its end. */
export function tokensOf(application: Application, scope: string, now: Now): Tokens {
  let held: Token | undefined;
  return {
    async current() {
      if (held && Temporal.Instant.compare(now(), held.until) < 0) return held;
      const { signIn, tenant, client, secret } = application;
      const form = { grant_type: 'client_credentials', client_id: client, client_secret: secret, scope };
      const answer = await exchange({
        method: 'POST',
        url: `${signIn}/${encodeURIComponent(tenant)}/oauth2/v2.0/token`,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams(form).toString(),
      });
      // Whoever is not let in has handed nothing over yet.
      if (answer.how !== 'answered') return { how: 'not_reached', fault: answer.fault };
      const said = readJson(answer.body);
      const value = wordAt(said, '/access_token');
      const fault = `sign_in ${answer.status} ${codeAlone(at(said, '/error'))}`.trim();
      if (answer.status !== 200 || value === '') return { how: 'not_reached', fault };
      const seconds = Number(wordAt(said, '/expires_in')) || 600;
      held = { value, until: now().add({ seconds: Math.max(0, Math.min(seconds, 86_400) - 300) }) };
      return held;
    },
    forget() {
      held = undefined;
    },
  };
}
