import { setTimeout as pause } from 'node:timers/promises';
import { sessionCookie } from '#kit/http/begin.ts';
import { newId } from '#kit/ids.ts';

/** Somebody at work in a browser: writes one reminder after another, and sends again what was not taken. */
export interface Busy {
  /** What the program said that it had saved. */
  readonly acknowledged: readonly string[];
  /** How often what was typed came back in a page, to be sent again. */
  readonly again: number;
  /** What should not have happened. */
  readonly wrong: readonly string[];
}

/** @param working false: what is under way is still seen through to its answer */
export async function busy(site: string, cookie: string, working: () => boolean): Promise<Busy> {
  const acknowledged: string[] = [];
  const wrong: string[] = [];
  let again = 0;
  const cookies = new Map([[sessionCookie, cookie]]);
  const ask = async (path: string, fields?: Readonly<Record<string, string>>) => {
    const response = await fetch(site + path, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(fields && { method: 'POST', body: new URLSearchParams(fields) }),
    });
    for (const set of response.headers.getSetCookie()) {
      const [name = '', value = ''] = set.split(';')[0]?.split('=') ?? [];
      if (value) cookies.set(name, value);
    }
    return { status: response.status, body: await response.text() };
  };
  while (working()) {
    const shown = await ask('/day/reminders/new').catch(() => null);
    if (shown?.status !== 200) {
      if (shown?.status !== 503) wrong.push(`looking: ${shown?.status ?? 'no answer'}`);
      await pause(50);
      continue;
    }
    const what = newId<string>();
    let fields: Record<string, string> = {
      ...fieldsOf(shown.body),
      what,
      why: 'As she asked.\nNot by post.',
    };
    for (let tries = 0; tries < 200; tries += 1) {
      const answer = await ask('/day/reminders/new', fields).catch(() => null);
      if (answer?.status === 303) {
        acknowledged.push(what);
        break;
      }
      if (answer?.status === 503 && fieldsOf(answer.body).what === what) {
        again += 1;
        fields = fieldsOf(answer.body);
      } else wrong.push(`sending: ${answer?.status ?? 'no answer'}`);
      await pause(50);
    }
  }
  return { acknowledged, again, wrong };
}

/** The fields of a form as they stand in the page. */
function fieldsOf(body: string): Record<string, string> {
  const inputs = [...body.matchAll(/<input\b[^>]*>/g)].map(([tag]) => tag);
  return Object.fromEntries(
    inputs.flatMap((tag) => {
      const name = /\bname="([^"]+)"/.exec(tag)?.[1];
      return name === undefined ? [] : [[name, /\bvalue="([^"]*)"/.exec(tag)?.[1] ?? '']];
    }),
  );
}
