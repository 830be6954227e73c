import type { Wording } from '#rules/wording.ts';

/** What each is called by colleagues. */
const titles = {
  'please-call': 'Please call',
  'please-call-mail': 'Please call, by e-mail',
  appointment: 'An appointment',
  'tried-to-reach': 'We tried to reach you',
  'with-a-copy': 'With a copy of their plan',
} as const;
type Key = keyof typeof titles;

const wording = (key: Key, channel: Wording['channel'], language: Wording['language'], body: string) => ({
  ...{ key, channel, language, title: titles[key], body },
});
const letter = (...lines: readonly string[]) => lines.join('\n\n');

/**
 * The messages that come with Lintel. They say whom to call and when, and nothing by which whoever reads over a
 * shoulder could tell from whom they are (domain §9).
 */
export const wordings: readonly Wording[] = [
  wording('please-call', 'text', 'en', 'Please call {number}. What it is about: {reason}.'),
  wording('please-call', 'text', 'cy', 'Ffoniwch {number} os gwelwch yn dda. Mae’n ymwneud â {reason}.'),
  wording('please-call', 'text', 'fr', 'Merci d’appeler le {number}. C’est au sujet de : {reason}.'),
  wording('please-call', 'text', 'es', 'Por favor, llame al {number}. Es sobre: {reason}.'),
  wording('please-call', 'text', 'pt', 'Por favor, ligue para {number}. É sobre: {reason}.'),
  wording('please-call', 'text', 'pl', 'Proszę zadzwonić pod numer {number}. Chodzi o: {reason}.'),
  wording('please-call', 'text', 'ro', 'Vă rugăm să sunați la {number}. Este vorba despre: {reason}.'),
  wording('please-call', 'text', 'tr', 'Lütfen {number} numaralı telefonu arayın. Konu: {reason}.'),
  wording('please-call', 'text', 'uk', 'Будь ласка, зателефонуйте за номером {number}. Це щодо: {reason}.'),
  wording('please-call', 'text', 'ar', 'يرجى الاتصال على الرقم {number}. الموضوع: {reason}.'),
  wording('please-call', 'text', 'ur', 'براہ کرم {number} پر فون کریں۔'),
  wording(
    'please-call-mail',
    'email',
    'en',
    letter('Hello,', 'Please call {number} when it suits you. What it is about: {reason}.', 'Thank you'),
  ),
  wording(
    'please-call-mail',
    'email',
    'cy',
    letter('Helo,', 'Ffoniwch {number} pan fydd yn gyfleus. Mae’n ymwneud â {reason}.', 'Diolch'),
  ),
  wording(
    'appointment',
    'letter',
    'en',
    letter(
      'Hello {name},',
      'This is to say that we meet {when}, at {place}.',
      'If another time suits you better, please call {number}. There is no need to write.',
      'Thank you',
    ),
  ),
  wording(
    'appointment',
    'letter',
    'cy',
    letter(
      'Helo {name},',
      'Gair i gadarnhau y byddwn yn cyfarfod {when}, yn {place}.',
      'Os byddai amser arall yn well i chi, ffoniwch {number}. Nid oes angen ysgrifennu.',
      'Diolch',
    ),
  ),
  wording(
    'tried-to-reach',
    'letter',
    'en',
    letter(
      'Hello {name},',
      'I tried to call you and did not get through. Nothing is urgent, and there is nothing that you have to do.',
      'When it suits you, please call {number}. What it is about: {reason}.',
      'Thank you',
    ),
  ),
  wording(
    'tried-to-reach',
    'letter',
    'cy',
    letter(
      'Helo {name},',
      'Ceisiais eich ffonio ond ni lwyddais i gael gafael arnoch. Nid oes brys, ac nid oes rhaid i chi wneud dim.',
      'Pan fydd yn gyfleus, ffoniwch {number}. Mae’n ymwneud â {reason}.',
      'Diolch',
    ),
  ),
  wording(
    'with-a-copy',
    'letter',
    'en',
    letter(
      'Hello {name},',
      'Here is the paper that you asked for. If anything on it is not as you want it, or if you would rather not ' +
        'keep it, please call {number}.',
      'Thank you',
    ),
  ),
];
