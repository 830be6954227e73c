import { Fault } from './http/errors.ts';

/** So much is done at once, and so many more wait for it: together they bound the memory that is used. */
export interface Turns {
  /** Waits for its turn; throws `too-many` where too many wait. @returns what ends it */
  take(): Promise<() => void>;
}

export function turns({ atOnce, waiting }: { readonly atOnce: number; readonly waiting: number }): Turns {
  let running = 0;
  const queue: (() => void)[] = [];

  /** Whoever ends hands the place on; it is never free for somebody who has not waited. */
  function end(): void {
    const next = queue.shift();
    if (next) next();
    else running -= 1;
  }

  return {
    async take() {
      if (running < atOnce) running += 1;
      else if (queue.length >= waiting) throw new Fault('too-many');
      else await new Promise<void>((resolve) => queue.push(resolve));
      let ended = false;
      return () => {
        if (!ended) end();
        ended = true;
      };
    },
  };
}
