import type { Chance } from '#modules/simulator/pure.ts';

export type Gender = 'woman' | 'man';

/** Given and family names are drawn apart, so that nobody here is anybody. */
export const womensNames = (
  'Adaeze Agnieszka Aisling Amara Anwen Beatrix Bridie Carys Chidinma Constance Dalisay Daria ' +
  'Delphine Efua Elspeth Esme Fatuma Farzana Fflur Freya Ginevra Gwenllian Halima Hermione Ilinca ' +
  'Imogen Indira Isolde Jamila Jessamy Joanna Kalina Kirsty Leocadia Lowri Maeve Magda Marisol Merryn ' +
  'Nadifa Nerys Niamh Odette Oluchi Paloma Parveen Petra Philippa Rashida Rhiannon Rosalind Ruxandra ' +
  'Sadia Saoirse Seren Shanice Sunniva Tabitha Tamsin Thandiwe Ursula Verity Wanjiru Winifred ' +
  'Xanthe Yasmin Zelda Zofia'
).split(' ');

export const mensNames = (
  'Abdi Aled Alasdair Amadou Anselm Barnaby Benedek Bogdan Caradoc Casimir Chukwudi Ciaran Conrad ' +
  'Dafydd Darius Dilip Dominik Eamon Emrys Ephraim Faisal Fergus Florin Gethin Godfrey Gulzar Hamza ' +
  'Horatio Idris Ifor Ignatius Imran Jarek Jethro Jolyon Kwabena Kenver Lachlan Leopold Lorcan ' +
  'Mateusz Mihai Moses Nikhil Obinna Oswin Padraig Perran Quentin Rafiq Ranulf Rhodri Rufus Sanjit ' +
  'Sebastian Silas Stelian Tariq Tegan Tiberiu Tobias Tremayne Uchenna Vikram Wilfred Yusuf Zachary'
).split(' ');

export const familyNames = (
  'Abernook Addlecott Adeyinka-Moss Ashenhurst Ballantree Begum-Hale Birdlow Blackthwaite Bramfield ' +
  'Brackwell Brindlecombe Castellwyn Chalkwright Cobbledick Coverdell Cranswick Crowhurstle ' +
  'Dallowmere Dankworthy Dowsettle Dunnavick Eastergate Elderflight Emberson Fairlamb Farnacre ' +
  'Fennimore-Oyelaran Gillhespie Gorsedale Greatorix Hallamby Hathersedge Hazelrigg Heathcliffe ' +
  'Islewright Jessopdale Kestermann Kettlesing Kowalewicz-Lunn Lambsworth Lillywhistle Maddercombe ' +
  'Mbekiwe Millhaven Mistlebrook Nettlefield Nightingill Okonjo-Reed Orchardson Osmotherly ' +
  'Peverstone Pottlewell Quickenden Rahmanow Ravensdale Redfernley Rookwood Rumbelow Sandringford ' +
  'Sedgemoor Shuttlewood Silverlock Snowdrake Spindlewood Starlington Tamblyn Tattersfield ' +
  'Thrussington Vickerstaff Waghorne-Iqbal Wainfleet Whinfield Wickenden Winterscale Woodlark ' +
  'Wrackham Yellowlees Zalewskow'
).split(' ');

export function givenName(chance: Chance, gender: Gender): string {
  return chance.pick(gender === 'woman' ? womensNames : mensNames);
}

export function familyName(chance: Chance): string {
  return chance.pick(familyNames);
}

/** A person's words in a sentence about them: `{They} say{s} that {their} home {is} …`. */
export function pronouns(gender: Gender): Readonly<Record<string, string>> {
  return gender === 'woman'
    ? { they: 'she', them: 'her', their: 'her', themself: 'herself' }
    : { they: 'he', them: 'him', their: 'his', themself: 'himself' };
}

/** Fills `{word}` in a sentence; a word asked for with a capital is given one. */
export function filled(template: string, words: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const word = words[name.charAt(0).toLowerCase() + name.slice(1)];
    if (word === undefined) throw new Error(`Nothing to say for {${name}}`);
    return /^[A-Z]/.test(name) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
  });
}
