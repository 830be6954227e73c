import type { Language } from '#rules/languages.ts';
import { listed } from '#rules/telling-words.ts';

/**
 * Words that tell of somebody else at home: that they must not know, or are out. Whoever reads “call when he is out”
 * knows that something is kept from him.
 */
export const othersAtHome: Readonly<Record<Language, readonly string[]>> = {
  en: listed(
    'must not know, mustn’t know, mustnt know, must not find out, mustn’t find out, must never know, should not ' +
      'know, ' +
      'shouldn’t know, doesn’t know, does not know, not to know, won’t know, will not know, nobody must know, ' +
      'without him, without her knowing, without them knowing, behind his back, behind her back, do not tell, ' +
      'don’t tell, dont tell, when he, when she, when he’s, when she’s, when hes, when shes, while he, while she, ' +
      'while he’s, while she’s, while hes, while shes, before he, before she, before he’s, before she’s, before hes, ' +
      'after he, after she, after he’s, after she’s, until he, until she, till he, till she, once he, once she, ' +
      'once he’s, once she’s, unless he, unless she, if he, if she, if he’s, if she’s, he is out, she is out, ' +
      'he’s out, she’s out, hes out, shes out, he is not, she is not, he isn’t, she isn’t, he is at, she is at, ' +
      'he’s at, she’s at, hes at, he goes out, she goes out, he leaves, she leaves, he gets home, she gets home, ' +
      'he comes home, she comes home, he is home, she is home, he’s home, she’s home, when they are out, while they ' +
      'are out, when they’re out, while they’re out, before they get home, when nobody is, when no one is, ' +
      'when nobody’s, nobody else is, no one else is, alone, by yourself, on your own, are you free to talk, ' +
      'able to talk freely, delete this, delete it',
  ),
  cy: listed(
    'rhaid iddo beidio, rhaid iddi beidio, pan fydd e allan, pan fydd o allan, pan fydd hi allan, pan fo allan, ' +
      'cyn iddo, cyn iddi, tra bydd e, tra bydd o, tra bydd hi, pan fydd e, pan fydd o, pan fydd hi, ar eich pen ' +
      'eich ' +
      'hun, ar dy ben dy hun, heb iddo wybod, heb iddi wybod',
  ),
  fr: listed(
    'ne doit pas savoir, ne doit rien savoir, sans qu’il, sans qu’elle, à son insu, quand il est, quand elle est, ' +
      'quand il sort, quand elle sort, quand il n’est, quand elle n’est, lorsqu’il, lorsqu’elle, avant qu’il, ' +
      'avant qu’elle, pendant qu’il, pendant qu’elle, toute seule, tout seul, êtes seule, êtes seul, es seule',
  ),
  es: listed(
    'no debe saber, no debe enterarse, sin que él, sin que ella, sin que se entere, cuando él no, cuando ella no, ' +
      'cuando no esté, cuando salga, antes de que vuelva, antes de que llegue, mientras él, mientras ella, a solas, ' +
      'estés sola, esté sola, estás sola, está sola, estés solo, esté solo',
  ),
  pt: listed(
    'não deve saber, não pode saber, sem que ele, sem que ela, quando ele, quando ela, antes que ele, antes que ela, ' +
      'antes de ele, antes de ela, enquanto ele, enquanto ela, sozinha, sozinho',
  ),
  pl: listed(
    'nie może wiedzieć, nie może się dowiedzieć, nie powinien wiedzieć, nie powinna wiedzieć, nie mów mu, nie mów ' +
      'jej, ' +
      'kiedy on, kiedy jego, kiedy go nie, kiedy jej nie, gdy on, gdy jego, gdy go nie, gdy jej nie, kiedy wyjdzie, ' +
      'gdy wyjdzie, zanim on, zanim ona, zanim wróci, jest pani sama, jest pan sam, będzie pani sama, sama w domu',
  ),
  ro: listed(
    'nu trebuie să știe, nu trebuie să afle, fără să știe, când el, când ea, când nu e acasă, când pleacă, înainte ' +
      'să ' +
      'vină, înainte să ajungă, cât timp el, cât timp ea, sunteți singură, ești singură, sunteți singur',
  ),
  tr: listed('bilmemeli, haberi olmasın, o evde yokken, evde yokken, o gelmeden, eve gelmeden, yalnızken'),
  lt: listed(
    'neturi žinoti, neturi sužinoti, kai jo nėra, kai jos nėra, kai jis, kai ji, kol jis, kol jo nėra, kol jos nėra, ' +
      'prieš jam, viena namuose, vienas namuose',
  ),
  so: listed('waa inuusan ogaan, waa inaysan ogaan, marka uu, inta uusan, keligaa, kaligaa'),
  uk: listed(
    'не повинен знати, не повинна знати, не має знати, не повинен дізнатися, не кажіть йому, коли він, коли вона, ' +
      'коли його, поки він, поки його, перш ніж він, до того як він, наодинці, сама вдома',
  ),
  ar: listed(
    'بمفردك, لوحدك, وحدك, عندما يخرج, عندما لا يكون, عندما يكون خارج, قبل أن يعود, يجب ألا يعرف, دون علمه',
  ),
  fa: listed('نباید بداند, نباید بفهمد, بدون اطلاع او, وقتی او, وقتی خانه نیست, قبل از اینکه او, تنها هستید'),
  ur: listed('پتہ نہیں چلنا, پتہ نہ چلے, جب وہ, اس کے آنے سے پہلے, اکیلی, اکیلے'),
  pa: listed('ਪਤਾ ਨਾ ਲੱਗੇ, ਜਦੋਂ ਉਹ, ਉਸ ਦੇ ਆਉਣ ਤੋਂ ਪਹਿਲਾਂ, ਇਕੱਲੀ, ਇਕੱਲੇ'),
  bn: listed('জানতে না পারে, যখন সে, সে না থাকলে, সে আসার আগে, একা থাকলে, একা থাকেন'),
  zh: listed('不要告诉他, 别告诉他, 不能让他知道, 他不在, 她不在, 等他出门, 一个人的时候, 独自一人'),
  gu: listed('ખબર ન પડે, જ્યારે તે ઘરે, તે આવે તે પહેલાં, એકલા હો, એકલી'),
};
