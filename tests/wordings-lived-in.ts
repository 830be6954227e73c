import type { Colleague, Office } from './policy/office.ts';

/** What messages say: a version that waits for whoever looks, a word of the landlord's own, and whom to call. */
export async function wordingsOf(
  { colleague }: Office,
  everybody: Colleague,
): Promise<Readonly<Record<string, string>>> {
  const manager = await colleague('da_manager');
  await manager.finishes('/wordings/sender', {
    callBack: '01632 960 142',
    returnAddress: 'PO Box 12\nNewport\nZZ1 1ZZ',
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
    '/wordings/words/:word': /\/wordings\/words\/([0-9a-f-]{36})\/ending/.exec(body)?.[1] ?? '',
  };
}
