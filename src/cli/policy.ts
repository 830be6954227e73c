import { dateInWords } from '#rules/moment.ts';
import { application } from '../program.ts';
import type { PolicyReport } from './application.ts';
import { command, Misunderstood } from './command.ts';
import { landlordBy } from './landlord.ts';
import { openGround, silently } from './open.ts';

export const policy = command({
  name: 'policy',
  summary: 'Proposes a change of policy, which an administrator decides; without a pack it says which holds.',
  usage: '[--landlord SHORT-NAME] [--pack PACK --from DATE [--reason WORDS]]',
  options: {
    landlord: {
      type: 'string',
      about: 'The landlord by its short name; not needed where there is only one.',
    },
    pack: { type: 'string', about: 'The policy pack that is to hold.' },
    from: { type: 'string', about: 'The day from whose midnight on it is to hold, such as 2027-01-01.' },
    reason: { type: 'string', about: 'Why, for whoever decides.' },
  },
  async run(context, { values }) {
    const { landlord, pack, from, reason = 'Proposed at the command line.' } = values;
    const day = dayOf(from);
    if ((pack === undefined) !== (from === undefined))
      throw new Misunderstood(
        'A change needs a pack and a day: --pack and --from.',
        'Run lintel policy --help.',
      );
    const { ground, close } = await openGround(context.config(), silently);
    try {
      const organisation = await landlordBy(ground.app, landlord);
      if (pack !== undefined && day !== null) {
        const { address } = await application.proposePolicy(ground, organisation, {
          pack,
          from: day,
          reason,
        });
        context.print(
          `Proposed and recorded. Nothing changes until an administrator has decided:\n\n  ${address}\n`,
        );
        return undefined;
      }
      for (const line of reportLines(await application.policy(ground, organisation))) context.print(line);
      return undefined;
    } finally {
      await close();
    }
  },
});

/** @throws Misunderstood for what is no day */
export function dayOf(text: string | undefined): Temporal.PlainDate | null {
  if (text === undefined) return null;
  try {
    if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return Temporal.PlainDate.from(text);
  } catch {
    // No such day: said below.
  }
  throw new Misunderstood(`${text} is not a day such as 2027-01-01.`, 'Run lintel policy --help.');
}

/** Which policy holds, what is to come, and what waits for a decision. */
export function reportLines({ name, packId, since, toCome, waiting }: PolicyReport): readonly string[] {
  return [
    `In force: ${name} (${packId}), ${since ? `since ${dateInWords(since)}` : 'since the beginning'}.`,
    ...toCome.map((each) => `To come:  ${each.name}, from ${dateInWords(each.from)}.`),
    ...(waiting
      ? [
          `Waits:    ${waiting.name}, from ${dateInWords(waiting.from)}, for the decision of an administrator.`,
        ]
      : ['Nothing waits for a decision.']),
  ];
}
