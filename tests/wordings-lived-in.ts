import type { Colleague, Office } from './policy/office.ts';
import { setsSender } from './policy/steps.ts';

/** What messages say, and whom to call: of each another one that waits for whoever looks; a word of their own. */
export async function wordingsOf(
  office: Office,
  everybody: Colleague,
): Promise<Readonly<Record<string, string>>> {
  const manager = await office.colleague('da_manager');
  await setsSender(office, 'PO Box 12\nNewport\nZZ1 1ZZ');
  const number = await manager.finishes('/wordings/sender', {
    callBack: '01632 960 143',
    returnAddress: 'PO Box 12\nNewport\nZZ1 1ZZ',
    why: 'The line is shared with another team now',
  });
  await manager.finishes('/wordings/words', { word: 'Quayside' });
  const version = await manager.finishes('/wordings/new?of=please-call.en', {
    of: 'please-call.en',
    body: 'Please ring {number}.',
    why: 'It is shorter, and sounds like anybody',
  });
  const { body } = await everybody.get('/wordings/words');
  return {
    '/wordings/versions/:version': version.split('/').at(-1) ?? '',
    '/wordings/sender/proposals/:proposal': number.split('/').at(-1) ?? '',
    '/wordings/words/:word': /\/wordings\/words\/([0-9a-f-]{36})\/ending/.exec(body)?.[1] ?? '',
  };
}
