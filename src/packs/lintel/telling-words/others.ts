import type { Language } from '#rules/languages.ts';
import { listed, type TellingWords } from '#rules/telling-words.ts';

/**
 * The words of the subject in other languages. Those with `toCheck` are to be read by
 * somebody who speaks the language before they are relied on, and the page of words says so.
 */
export const others: Readonly<Record<Exclude<Language, 'en' | 'cy'>, TellingWords>> = {
  fr: {
    toCheck: false,
    subject: listed(
      'violence*, violent*, conjugal*, domestique*, maltrait*, abus, abuse*, abusif*, abusive*, victime*, ' +
        'survivant*, agresseur*, agress*, auteur des faits, harcel*, contrôle coercitif, viol, viols, menac*, ' +
        'blessé*, refuge*, foyer d accueil, police*, gendarme*, tribuna*, ordonnance de protection, danger*, peur*, ' +
        'fuir, fuite, mari, femme battue, conjoint*, avocat*, plainte*, en sécurité, confidentiel*, secret*',
    ),
    landlord: listed('bailleur*, logement*, locataire*, loyer*, locatif*, expulsion*'),
    harmless: listed('court, courts'),
  },
  es: {
    toCheck: false,
    subject: listed(
      'violencia*, violent*, doméstic*, maltrat*, abuso*, abus*, víctima*, superviviente*, sobreviviente*, ' +
        'agresor*, agresi*, acoso*, acosad*, amenaz*, violación*, herid*, golpe*, refugio*, policía*, policia*, ' +
        'juzgado*, tribunal*, orden de alejamiento, orden de protección, peligro*, miedo*, huir, escapar, marido*, ' +
        'esposo*, denuncia*, abogad*, seguridad, confidencial*, secreto*',
    ),
    landlord: listed('casero*, vivienda*, inquilin*, alquiler*, desahuci*, arrendad*'),
    harmless: [],
  },
  pt: {
    toCheck: false,
    subject: listed(
      'violência*, violent*, doméstic*, maus tratos, abuso*, abus*, vítima*, sobrevivente*, agressor*, agress*, ' +
        'assédio*, perseguição*, ameaç*, estupro*, violação*, abrigo*, casa abrigo, polícia*, tribunal*, medida ' +
        'protetiva, perigo*, medo*, fugir, fuga, marido*, esposo*, denúncia*, advogad*, segurança, confidencial*',
    ),
    landlord: listed('senhorio*, inquilin*, habitação*, renda, aluguel*, despejo*, arrendament*'),
    harmless: [],
  },
  pl: {
    toCheck: false,
    subject: listed(
      'przemoc*, przemocy domow*, znęca*, ofiar*, ocalał*, sprawc*, napaść*, napaści*, gwałt*, groź*, groźb*, ' +
        'prześladow*, stalking*, pobi*, schronisk*, policj*, sąd, sądu, sądow*, zakaz zbliżania, niebezpiecz*, ' +
        'bezpiecz*, strach*, uciek*, ucieczk*, mąż, męża, partnera, partnerem, prawnik*, adwokat*, poufn*, tajn*',
    ),
    landlord: listed('wynajmując*, najemc*, czynsz*, mieszkaniow*, eksmisj*, lokator*'),
    harmless: [],
  },
  ro: {
    toCheck: false,
    subject: listed(
      'violență*, violenta*, violente*, domestic*, abuz*, victim*, supravie*, agresor*, agresiun*, agresat*, ' +
        'hărțui*, amenin*, viol, violul*, lovit*, bătut*, adăpost*, poliți*, politi*, tribunal*, instanț*, ordin de ' +
        'protecție, pericol*, frică*, fugi, fugă, soțul*, siguranț*, confidențial*, avocat*',
    ),
    landlord: listed('proprietar*, chiria*, chirie*, locuinț*, evacuar*'),
    harmless: [],
  },
  tr: {
    toCheck: true,
    subject: listed(
      'şiddet*, aile içi*, istismar*, taciz*, mağdur*, kurban*, fail, faili, saldır*, tecavüz*, tehdit*, ' +
        'sığınma*, sığınak*, polis*, mahkeme*, koruma kararı, uzaklaştırma*, tehlike*, korku*, kaç*, kocan*, ' +
        'eşiniz*, güvenli*, gizli*, avukat*',
    ),
    landlord: listed('ev sahib*, kirac*, kira, kirası*, konut*, tahliye*'),
    harmless: listed('kaç, kaçta'),
  },
  lt: {
    toCheck: true,
    subject: listed(
      'smurt*, prievart*, auka, aukos, aukai, auką, nukentėj*, užpuol*, grasin*, persekioj*, prieglob*, policij*, ' +
        'teism*, pavoj*, baimė*, pabėg*, saug*, vyras, vyro, sutuoktin*, advokat*',
    ),
    landlord: listed('nuomotoj*, nuominink*, nuoma, nuomos, būst*, iškeldin*'),
    harmless: [],
  },
  so: {
    toCheck: true,
    subject: listed(
      'rabshad*, rabshadda qoyska, xadgud*, dhibane*, tacadd*, weerar*, kufsi*, hanjab*, booli*, bilay*, ' +
        'maxkamad*, gabbaad*, hoyga*, khatar*, cabsi*, ninka*, ninkaaga, qareen*, sirta, sir ah',
    ),
    landlord: listed('kirayst*, kiro*, kirada*, guryaha*'),
    harmless: [],
  },
  uk: {
    toCheck: true,
    subject: listed(
      'насильств*, насилля*, домашн*, жертв*, постраждал*, кривдник*, напад*, зґвалт*, погро*, переслід*, ' +
        'притул*, укриття*, поліці*, суд, суду, судов*, небезпе*, безпе*, страх*, втек*, втеч*, чоловік*, адвокат*, ' +
        'таємн*, конфіденц*',
    ),
    landlord: listed('орендодав*, орендар*, оренд*, житло*, виселен*, квартплат*'),
    harmless: [],
  },
  ar: {
    toCheck: true,
    subject: listed(
      '*عنف*, *أسري*, *منزلي*, *إساءة*, *اعتداء*, *ضحية*, *ضحايا*, *ناجية*, *الجاني*, *معتدي*, *تحرش*, *اغتصاب*, ' +
        '*تهديد*, *ملجأ*, *مأوى*, *شرطة*, *محكمة*, *خطر*, *خوف*, *هروب*, *زوجك*, *محامي*, *سري*',
    ),
    landlord: listed('*المالك*, *مستأجر*, *إيجار*, *إسكان*, *إخلاء*'),
    harmless: listed('سريع, سريعا, السرير, سرير, بسرعة, يسري'),
  },
  fa: {
    toCheck: true,
    subject: listed(
      '*خشونت*, *خانگی*, *آزار*, *قربانی*, *متجاوز*, *تجاوز*, *تهدید*, *پناهگاه*, *خانه امن*, *پلیس*, *دادگاه*, ' +
        '*خطر*, *ترس*, *فرار*, *شوهر*, *وکیل*, *محرمانه*',
    ),
    landlord: listed('*صاحبخانه*, *مستاجر*, *اجاره*, *مسکن*, *تخلیه*'),
    harmless: listed('دسترس, دسترسی, استرس'),
  },
  ur: {
    toCheck: true,
    subject: listed(
      '*تشدد*, *گھریلو*, *زیادتی*, *بدسلوکی*, *متاثرہ*, *مجرم*, *حملہ*, *ہراسا*, *دھمکی*, *پناہ*, *پولیس*, ' +
        '*عدالت*, *خطرہ*, *خطرے*, *خوف*, *فرار*, *شوہر*, *وکیل*, *خفیہ*, *محفوظ*',
    ),
    landlord: listed('*مالک مکان*, *کرایہ*, *کرائے*, *رہائشی*, *بے دخل*'),
    harmless: [],
  },
  pa: {
    toCheck: true,
    subject: listed(
      '*ਹਿੰਸਾ*, *ਘਰੇਲੂ*, *ਦੁਰਵਿਹਾਰ*, *ਬਦਸਲੂਕੀ*, *ਪੀੜਤ*, *ਹਮਲ*, *ਧਮਕੀ*, *ਪਨਾਹ*, *ਪੁਲਿਸ*, *ਅਦਾਲਤ*, *ਖ਼ਤਰਾ*, *ਖਤਰਾ*, ' +
        '*ਪਤੀ*, *ਵਕੀਲ*, *ਸੁਰੱਖਿ*',
    ),
    landlord: listed('*ਮਕਾਨ ਮਾਲਕ*, *ਕਿਰਾਏ*, *ਕਿਰਾਇਆ*'),
    harmless: [],
  },
  bn: {
    toCheck: true,
    subject: listed(
      '*নির্যাতন*, *সহিংসতা*, *পারিবারিক*, *গার্হস্থ্য*, *ভুক্তভোগী*, *অপরাধী*, *হামলা*, *হুমকি*, *ধর্ষণ*, ' +
        '*আশ্রয়*, *পুলিশ*, *আদালত*, *বিপদ*, *ভয়*, *স্বামী*, *উকিল*, *নিরাপদ*, *নিরাপত্তা*',
    ),
    landlord: listed('*বাড়িওয়ালা*, *ভাড়াটে*, *ভাড়া*, *আবাসন*'),
    harmless: [],
  },
  gu: {
    toCheck: true,
    subject: listed(
      '*હિંસા*, *ઘરેલું*, *ઘરેલુ*, *દુર્વ્યવહાર*, *પીડિત*, *હુમલ*, *ધમકી*, *આશ્રય*, *પોલીસ*, *અદાલત*, *કોર્ટ*, ' +
        '*જોખમ*, *ખતર*, *વકીલ*, *સલામતી*',
    ),
    landlord: listed('*મકાનમાલિક*, *ભાડૂત*, *ભાડું*, *ભાડુ*'),
    harmless: [],
  },
  zh: {
    toCheck: false,
    subject: listed(
      '*家暴*, *家庭暴力*, *暴力*, *虐待*, *受害*, *施暴*, *幸存者*, *倖存者*, *骚扰*, *騷擾*, *性侵*, *强奸*, *跟踪*, *跟蹤*, *威胁*, *威脅*, *庇护*, ' +
        '*庇護*, *警察*, *报警*, *報警*, *法院*, *保护令*, *保護令*, *禁制令*, *危险*, *危險*, *逃离*, *丈夫*, *律师*, *律師*, *保密*',
    ),
    landlord: listed('*房东*, *房東*, *租客*, *租金*, *租约*, *租約*, *驱逐*'),
    harmless: [],
  },
};
