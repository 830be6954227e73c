import assert from 'node:assert/strict';
import { z } from 'zod';
import { sql, transact } from '#kit/sql.ts';
import { jobs } from '#modules/outgoing/index.ts';
import type { Fields } from './policy/form.ts';
import { type Colleague, type Office, words } from './policy/office.ts';
import { aCase } from './policy/steps.ts';

const byPost: Fields = {
  ...{ channel: 'post', value: 'The Reading Room, 4 Quay Street\nNewport\nZZ9 9ZZ', shared: 'no' },
  ...{ whoMightAnswer: '', agreed: 'yes', coverReason: 'the survey', post: 'yes' },
};

/** Somebody who agreed to letters: to an address that only they use, and where nobody feared lives. */
export async function agreedByPost({ worker }: Office, name: string) {
  const file = await aCase(
    worker,
    { person_name: `${name} Okafor` },
    { given_name: name, family_name: 'Okafor' },
  );
  const agrees = (more: Fields) => worker.finishes(`${file}/contact/new`, { ...byPost, ...more });
  await agrees({});
  return { file, agrees };
}

/** A letter to them, that waits to be printed. */
export async function aLetter(office: Office, name: string) {
  const { file, agrees } = await agreedByPost(office, name);
  const message = await office.worker.finishes(`${file}/messages/new`, {
    ...{ route: 'post.first', says: 'neutral', askedForBy: 'person', wording: 'tried-to-reach.en' },
  });
  return { file, message, agrees };
}

/** A letter that waits to be printed, one on paper, and one whose paper was destroyed. @returns ids of papers */
export async function lettersIn(
  office: Office,
  everybody: Colleague,
): Promise<Readonly<Record<string, string>>> {
  const { lintel, landlord } = office;
  const look = async () => {
    for (const job of jobs) await job.run(lintel.services, landlord.organisation);
  };
  const prints = async (name: string) => {
    const { message } = await aLetter(office, name);
    await look();
    const printed = await everybody.fills('/letters', { letters: message.split('/').at(-1) ?? '' });
    assert.equal(printed.statusCode, 200, words(printed.body));
    const { body } = await everybody.get('/letters');
    return /href="\/letters\/papers\/([0-9a-f-]{36})"/.exec(body)?.[1] ?? '';
  };
  const destroyed = await prints('Ada');
  await everybody.finishes(`/letters/papers/${destroyed}`, {
    ...{ outcome: 'destroyed', why: 'The printer took two sheets at once' },
  });
  const paper = await prints('Ines');
  await aLetter(office, 'Maud');
  await look();
  const [batch] = await transact(
    lintel.services.db,
    { organisation: landlord.organisation, system: true },
    (tx) => tx.rows(row, sql`select batch_id as batch from letter_paper where id = ${paper}`),
  );
  return {
    '/letters/papers/:paper': paper,
    '/letters/papers/:paper/again': destroyed,
    '/letters/batches/:batch': batch?.batch ?? '',
  };
}

const row = z.object({ batch: z.uuid() });
