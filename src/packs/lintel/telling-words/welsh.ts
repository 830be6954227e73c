import { listed, type TellingWords } from '#rules/telling-words.ts';

/** With the mutations that hide the first letter: a word is met as often with them as without. */
export const welsh: TellingWords = {
  toCheck: false,
  subject: listed(
    'cam drin*, gam drin*, camdrin*, gamdrin*, ngham drin*, cham drin*, trais, drais, thrais, nhrais, *domestig*, ' +
      '*ddomestig*, dioddefw*, ddioddefw*, goroeswr*, oroeswr*, goroeswyr*, oroeswyr*, goroesw*, tramgwydd*, ' +
      'dramgwydd*, ymosod*, aflonydd*, stelcio, stelcian, gorfod*, treisio, dreisio, treisgar, dreisgar, bygwth*, ' +
      'fygwth*, bygyth*, fygyth*, lloches*, loches*, noddfa*, heddlu*, llys, lys, gwaharddeb*, waharddeb*, ' +
      'cyfreithiwr*, gyfreithiwr*, diogel*, ddiogel*, perygl*, berygl*, pherygl*, ofn, ofnus, dianc, ddianc, ' +
      'cyfrinach*, gyfrinach*, cyfrinachol*, anaf*, trosedd*, drosedd*, cymorth i ferched, gwr, wraig, cariad, ' +
      'gariad',
  ),
  landlord: listed(
    'landlord*, tai, tenant*, denant*, thenant*, tenantiaeth*, denantiaeth*, rhent, ôl ddyled*, cyngor',
  ),
  harmless: listed('da'),
};
