import { confirmForOperator } from '#modules/account/index.ts';
import { command, Misunderstood } from './command.ts';
import { landlordBy } from './landlord.ts';
import { openGround, silently } from './open.ts';

export const confirm = command({
  name: 'confirm',
  summary: 'Confirms what waits for a colleague where no manager of the team can; it is recorded.',
  usage: '--email ADDRESS [--landlord SHORT-NAME]',
  options: {
    email: { type: 'string', about: 'The address with which the colleague signs in.' },
    landlord: {
      type: 'string',
      about: 'The landlord by its short name; not needed where there is only one.',
    },
  },
  async run(context, { values: { email, landlord } }) {
    if (!email)
      throw new Misunderstood(
        'The colleague is named by their e-mail address.',
        'Run lintel confirm --help.',
      );
    const { ground, close } = await openGround(context.config(), silently);
    try {
      const organisation = await landlordBy(ground.app, landlord);
      const { confirmed, link } = await confirmForOperator(ground.app, organisation, email, ground.now());
      if (confirmed === 0) {
        context.print('Nothing waits for this colleague: an administrator asks for it first.');
        return 1;
      }
      context.print('Confirmed and recorded.');
      if (link) {
        const { href } = new URL(link.path, ground.config.publicUrl);
        context.print(
          `Give this link to the colleague. It works once, until ${link.until.toString()}:\n\n  ${href}\n`,
        );
      }
      return undefined;
    } finally {
      await close();
    }
  },
});
