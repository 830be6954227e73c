import { tellingWords } from '#packs/lintel/telling-words.ts';
import { wordings } from '#packs/lintel/wordings.ts';

/** The messages that come with Lintel; with `toCheck`, somebody who speaks the language has to read it first. */
export const startingWordings = wordings.map((each) => ({
  ...each,
  toCheck: tellingWords[each.language].toCheck,
}));
