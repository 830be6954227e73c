import type { RiskGround } from '#modules/risk-level/pure.ts';
import type { Instrument, Section } from './instrument.ts';
import { askSafely } from './shared-words.ts';

/** Physical, sexual, stalking and control: how bad each is, and how it has changed. Mainly for Idvas (domain §3). */
export const severity: Instrument = {
  id: 'severity',
  version: 'lintel-1',
  name: 'Severity of abuse grid',
  attribution:
    'The four kinds and four grades are those of the Severity of Abuse Grid that Idvas use. The words ' +
    'are Lintel’s own, not the official wording.',
  enough: 8,
  purpose: 'Beside the Dash, to see how bad each kind of abuse is, and later whether it became less.',
  guidance: [
    ...askSafely,
    'It is a judgement of the last three months, made with them from what they tell. It has no score.',
  ],
  sections: [
    kind('physical', 'Physical abuse', 'severe', {
      standard: 'pushing, slapping, throwing things, without injury that needed care',
      moderate: 'punching, kicking, bruises or cuts',
      high: 'broken bones, burns, strangulation, weapons, harm in pregnancy',
    }),
    kind('sexual', 'Sexual abuse', 'sexual', {
      standard: 'insults or pressure of a sexual kind',
      moderate: 'unwanted touching, pressure that left no way to say no',
      high: 'rape, force, others involved, pictures used as a threat',
    }),
    kind('stalking', 'Stalking and harassment', 'stalking', {
      standard: 'messages and calls that are not wanted',
      moderate: 'many a day, turning up, watching online',
      high: 'following, tracking, breaking in, threats to whoever is near',
    }),
    kind('control', 'Jealous, controlling and coercive behaviour', 'control', {
      standard: 'jealous remarks, wanting to know where they are',
      moderate: 'keeping them from people or money, checking the phone',
      high: 'deciding everything, keeping them in, threats about children, life or papers',
    }),
  ],
};

type Grades = Readonly<Record<'standard' | 'moderate' | 'high', string>>;

function kind(
  id: string,
  heading: string,
  ground: RiskGround,
  { standard, moderate, high }: Grades,
): Section {
  return {
    heading,
    items: [
      {
        id,
        theme: heading,
        question: 'How bad is it?',
        help: `For example, standard: ${standard}; moderate: ${moderate}; high: ${high}.`,
        scale: 'grade',
        ground,
      },
      {
        id: `${id}-severity`,
        theme: `${heading}: change in how bad`,
        question: 'Compared with before, how bad is it now?',
        scale: 'trend',
        ground: 'escalation',
      },
      {
        id: `${id}-frequency`,
        theme: `${heading}: change in how often`,
        question: 'Compared with before, how often does it happen now?',
        scale: 'trend',
        ground: 'escalation',
      },
    ],
  };
}
