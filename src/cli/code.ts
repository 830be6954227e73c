import { Failure } from '#kit/failure.ts';
import { now } from '#kit/now.ts';
import { demonstrationCode, isDemonstrationAccount } from '../../demonstration/index.ts';
import { command } from './command.ts';

/** Asks no database: it knows the one code that the invented people share, and can give away nobody else's. */
export const code = command({
  name: 'code',
  summary: 'Prints the second factor of the demonstration’s accounts, and of no others.',
  usage: '[EMAIL]',
  words: [0, 1],
  async run(context, { positionals: [email] }) {
    if (email !== undefined && !isDemonstrationAccount(email)) {
      throw new Failure(
        'This is no account of the demonstration.',
        'Its own authenticator app has the code; an administrator can reset it under Settings, Colleagues.',
      );
    }
    const { code: present, secret } = demonstrationCode(now());
    context.print(`The code is ${present}. It changes every half minute, and each account takes it once.`);
    context.print(`For an authenticator app instead: ${secret}`);
    return undefined;
  },
});
