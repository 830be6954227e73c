/**
 * Letters that look like others, in pairs of rows: what is written, and what it reads as. Of each script those that
 * somebody could put into an English word so that it reads the same and is found by no search.
 */
const rows: readonly (readonly [string, string])[] = [
  // Cyrillic, capitals first: a capital may look like another letter than its small one.
  ['АВЕЅІЈКМНОРСТУХЬҮԌ', 'abesijkmhopctyxbyg'],
  ['аесԁѕіјӏкмнортухһьѵԛԝгпвүґ', 'aecdsijlkmhoptyxhbvqwrnbyr'],
  // Greek
  ['ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ', 'abezhikmnoptyx'],
  ['αβεικνορτυχωγμηςσ', 'abeikvoptuxwyunso'],
  // Armenian
  ['ՍսօոհյլցզաՏ', 'uuonhjlgqwS'],
  // Cherokee and Lisu
  ['ᎪᎬᎠᏚᏙᎥᏆᏟᏢᏞᎻᎷᎡᎢᏔᏃᏦᏴᎫᏀ', 'aedsvilcplhmrtwzkbjg'],
  ['ꓐꓑꓓꓔꓖꓗꓙꓚꓜꓝꓟꓠꓡꓢꓣꓦꓧꓪꓫꓬꓮꓰꓲꓳꓴ', 'bpdtgkjczfmnlsrvhwxyaeiou'],
  // Latin letters that are decomposed into nothing simpler
  ['ıłøđħŧðɑɡɩɪʟɴʀꜱᴀʙᴄᴅᴇꜰɢʜᴊᴋᴍᴏᴘᴛᴜᴠᴡʏᴢ', 'ilodhtdagiilnrsabcdefghjkmoptuvwyz'],
  ['ǝɐɯɹʇʌɔƒɓɗɛɨƙɲɵƥʂƭʋƴƶȷ', 'eamrtvcfbdeiknopstvyzj'],
];

const readAs = new Map(
  rows.flatMap(([written, read]) => {
    const letters = [...read.toLowerCase()];
    return [...written].map((letter, index) => [letter, letters[index] ?? letter] as const);
  }),
);

const several: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th' };

/** Letters in boxes and circles, and those of flags, which stand in rows of 26. */
const alphabets = [0x1f150, 0x1f170, 0x1f1e6];

/** How a letter reads, in small plain letters; `''`: it is not seen, or is only a mark on another. */
export function readsAs(letter: string): string {
  const point = letter.codePointAt(0) ?? 0;
  const boxed = alphabets.find((first) => point >= first && point < first + 26);
  if (boxed !== undefined) return String.fromCodePoint(point - boxed + 97);
  return [...letter.normalize('NFKD')].map(plain).join('');
}

function plain(letter: string): string {
  if (unseen.test(letter)) return '';
  const alike = readAs.get(letter);
  if (alike !== undefined) return alike;
  const small = letter.toLowerCase();
  return [...small.normalize('NFKD')]
    .map((each) => (unseen.test(each) ? '' : (several[each] ?? readAs.get(each) ?? each)))
    .join('');
}

/** Marks on letters of Europe and of Arabic; those of India are letters of their own. */
const marks =
  '\\u0300-\\u036f\\u0483-\\u0489\\u0591-\\u05c7\\u0610-\\u061a\\u064b-\\u065f\\u0670\\u06d6-\\u06ed\\u1ab0-\\u1aff' +
  '\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f';
/** What has no width or only fills: Hangul and Braille blanks, which form of a letter is drawn. */
const blanks =
  '\\p{Cf}\\u034f\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u2028\\u2029' +
  '\\u2800\\u3164\\ufe00-\\ufe0f\\uffa0\\u{e0100}-\\u{e01ef}';
const unseen = new RegExp(`[${marks}${blanks}\\p{Cc}\\u0640]`, 'u');
const unseenAnywhere = new RegExp(`[${blanks}]`, 'u');

/** Where something stands in a text that nobody sees, such as a space without width; -1: nowhere. */
export function hiddenAt(text: string): number {
  return text.search(unseenAnywhere);
}
