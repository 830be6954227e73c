/** Letters that have no accent to lose, by the letters that stand for them where a keyboard lacks them. */
const latin: Readonly<Record<string, string>> = {
  ...{
    ß: 'ss',
    æ: 'ae',
    œ: 'oe',
    ø: 'o',
    ł: 'l',
    đ: 'd',
    ð: 'd',
    þ: 'th',
    ı: 'i',
    ħ: 'h',
    ŋ: 'n',
    ŧ: 't',
    ĸ: 'k',
  },
  ...{
    ƀ: 'b',
    ɓ: 'b',
    ƃ: 'b',
    ɔ: 'o',
    ƈ: 'c',
    ɖ: 'd',
    ɗ: 'd',
    ƌ: 'd',
    ǝ: 'e',
    ə: 'e',
    ɛ: 'e',
    ƒ: 'f',
    ɠ: 'g',
  },
  ...{
    ɣ: 'g',
    ɩ: 'i',
    ɨ: 'i',
    ƙ: 'k',
    ƚ: 'l',
    ɲ: 'n',
    ƞ: 'n',
    ɵ: 'o',
    ƥ: 'p',
    ƭ: 't',
    ʈ: 't',
    ƫ: 't',
    ʊ: 'u',
  },
  ...{
    ʋ: 'v',
    ƴ: 'y',
    ƶ: 'z',
    ʒ: 'z',
    ǥ: 'g',
    ȝ: 'y',
    ȥ: 'z',
    ȷ: 'j',
    ⱥ: 'a',
    ȼ: 'c',
    ⱦ: 't',
    ʉ: 'u',
    ɇ: 'e',
  },
  ...{ ɉ: 'j', ɍ: 'r', ɏ: 'y', ẜ: 's', ẝ: 's', ẟ: 'd', ỻ: 'll', ỽ: 'v', ỿ: 'y' },
};

/** What one keyboard writes otherwise than the next: Greek; Arabic, Persian and Urdu, by number. */
const others: Readonly<Record<string, string>> = {
  ς: 'σ',
  '\u0671': '\u0627',
  '\u0649': '\u064a',
  '\u06cc': '\u064a',
  '\u06d2': '\u064a',
  '\u0629': '\u0647',
  '\u06c1': '\u0647',
  '\u06be': '\u0647',
  '\u06d5': '\u0647',
  '\u06a9': '\u0643',
  // The tatweel only makes a word longer.
  '\u0640': '',
};
const plainly: ReadonlyMap<string, string> = new Map(Object.entries({ ...latin, ...others }));
const letters = new RegExp(`[${[...plainly.keys()].join('')}]`, 'gu');

/** Lower-case text with every such letter replaced. */
export function plainLetters(text: string): string {
  return text.replace(letters, (letter) => plainly.get(letter) ?? letter);
}
