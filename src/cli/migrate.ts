import { command } from './command.ts';
import { openGround } from './open.ts';

export const migrate = command({
  name: 'migrate',
  summary: 'Makes the database roles and brings the database up to this program, without serving.',
  async run(context) {
    const { close } = await openGround(context.config());
    await close();
    return undefined;
  },
});
