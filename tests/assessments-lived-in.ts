import type { Colleague, Office } from './policy/office.ts';
import { moment } from './policy/steps.ts';

const safely = {
  company: 'alone',
  overheard: 'no',
  how: 'face_to_face',
  withWhom: 'An interpreter, by phone',
};

/** The Dash in other words, as a landlord would load them who may use them. */
export const severityWording = {
  instrument: 'severity',
  version: '2026-1',
  name: 'Severity grid of the Exampleshire partnership',
  attribution: 'Used with the permission of the Exampleshire partnership.',
  items: ['physical', 'sexual', 'stalking', 'control'].flatMap((kind) => [
    { id: kind, question: 'How severe is it at present?' },
    { id: `${kind}-severity`, question: 'Is it more or less severe than three months ago?' },
    { id: `${kind}-frequency`, question: 'Is it more or less frequent than three months ago?' },
  ]),
};

/**
 * An assessment that was finished and one that is open, one that the police sent, and a wording that was loaded.
 * @returns what stands for each parameter in their addresses
 */
export async function aQuestioning(
  { worker }: Office,
  everybody: Colleague,
  file: string,
): Promise<Readonly<Record<string, string>>> {
  const begin = (instrument: string) =>
    worker.finishes(`${file}/risk/assessments/new`, { ...safely, instrument });
  const dash = await begin('dash');
  await worker.finishes(dash, {
    'answer-1': 'yes',
    'note-1': 'A bruise on the left arm, four days old.\nShe covers it at work.',
    'answer-2': 'yes',
    'note-2': 'I sleep in my clothes, with the car keys in my hand.',
    'answer-3': 'yes',
    'answer-6': 'yes',
    'answer-8': 'yes',
    'answer-10': 'dont_know',
    'answer-12': 'yes',
    'answer-15': 'no',
    'answer-24': 'yes',
    'source-24': 'PC Rowan Hale, Exampleshire Police',
  });
  const finished = dash.replace(/\/answers$/, '');
  await worker.finishes(`${finished}/ending`, {
    ending: 'stopped_by_person',
    dangerNow: 'no',
    endingWords: 'That is enough for today. I want the locks first.',
    'askAgain-day': '25',
    'askAgain-month': '11',
    'askAgain-year': '2026',
  });
  const copy = await worker.finishes(`${finished}/copies/new`, {
    purpose: 'file',
    leftOut: 'sources',
  });
  const screen = await begin('stalking');
  await worker.finishes(screen, {
    'answer-1': 'yes',
    'answer-4': 'yes',
    'note-4': 'At the school gate, most days',
  });
  const received = await worker.finishes(`${file}/risk/received/new`, {
    tool: 'dara',
    receivedFrom: 'Exampleshire Police, PC Rowan Hale, reference 4711',
    levelStated: 'medium',
    levelWords: 'Amber',
    words: 'Seen at the door on Saturday night. She did not want to say more while he was in the next room.',
    handling: 'Not to be told to the family.',
    ...moment('received', '2026-11-18T09:50'),
  });
  await everybody.finishes('/risk/instruments/new', { file: JSON.stringify(severityWording, null, 2) });
  const { body } = await everybody.get('/risk/instruments/6');
  const last = (path: string) => path.split('/').at(-1) ?? '';
  return {
    '/cases/:id/risk/assessments/:assessment': last(screen.replace(/\/answers$/, '')),
    '/cases/:id/risk/assessments/:assessment/correction :assessment': last(finished),
    '/cases/:id/risk/assessments/:assessment/copies/new :assessment': last(finished),
    '/cases/:id/risk/assessments/:assessment/copies/:copy :assessment': last(finished),
    '/cases/:id/risk/assessments/:assessment/copies/:copy/print :assessment': last(finished),
    '/cases/:id/risk/assessments/:assessment/copies/:copy': last(copy),
    '/cases/:id/risk/received/:received': last(received),
    '/risk/instruments/:instrument': '6',
    '/risk/instruments/:instrument/withdrawal': '6',
    '/risk/instruments/wordings/:wording': /wordings\/([0-9a-f-]{36})/.exec(body)?.[1] ?? '',
  };
}
