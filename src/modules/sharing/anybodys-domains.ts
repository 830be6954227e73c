/**
 * Mailboxes that anybody can have: whoever they fear could open one in an agency's name. By name, under every country,
 * then one by one. Looked up on 30 November 2026.
 */
const underAnyCountry = [
  ...[
    'gmail',
    'googlemail',
    'hotmail',
    'outlook',
    'live',
    'msn',
    'yahoo',
    'ymail',
    'rocketmail',
    'aol',
    'aim',
  ],
  ...['icloud', 'gmx', 'yandex', 'zoho', 'zohomail', 'proton', 'protonmail', 'tuta', 'tutanota', 'tutamail'],
  ...['fastmail', 'hushmail', 'lycos', 'excite', 'rediffmail', 'mailinator', 'guerrillamail', 'yopmail'],
  ...['10minutemail', 'tempmail', 'temp-mail', 'trashmail', 'tiscali', 'wanadoo', 'talktalk', 'virginmedia'],
];
const oneByOne = [
  // who sells access to the internet in the United Kingdom, to anybody
  ...[
    'btinternet.com',
    'btopenworld.com',
    'btconnect.com',
    'talk21.com',
    'sky.com',
    'virgin.net',
    'ntlworld.com',
  ],
  ...[
    'blueyonder.co.uk',
    'plus.com',
    'plus.net',
    'plusnet.com',
    'f9.co.uk',
    'force9.co.uk',
    'freeserve.co.uk',
  ],
  ...[
    'fsnet.co.uk',
    'fsmail.net',
    'fslife.co.uk',
    'orange.net',
    'orangehome.co.uk',
    'o2.co.uk',
    'o2mail.co.uk',
  ],
  ...['lineone.net', 'supanet.com', 'onetel.com', 'onetel.net', 'madasafish.com', 'pipex.com', 'demon.co.uk'],
  ...['zen.co.uk', 'waitrose.com', 'tesco.net', 'uwclub.net', 'which.net', 'cwcom.net', 'ukgateway.net'],
  ...['dsl.pipex.com', 'postmaster.co.uk', 'freeuk.com', 'freeuk.co.uk', 'eclipse.co.uk', 'macunlimited.net'],
  // who gives mailboxes away, or sells them one by one
  ...[
    'me.com',
    'mac.com',
    'pm.me',
    'hey.com',
    'mail.com',
    'email.com',
    'usa.com',
    'europe.com',
    'london.com',
  ],
  ...[
    'post.com',
    'lawyer.com',
    'doctor.com',
    'consultant.com',
    'engineer.com',
    'dr.com',
    'inbox.com',
    'fastmail.fm',
  ],
  ...['posteo.de', 'posteo.net', 'mailbox.org', 'mailfence.com', 'startmail.com', 'runbox.com', 'riseup.net'],
  ...[
    'disroot.org',
    'keemail.me',
    'skiff.com',
    'onmail.com',
    'zmail.com',
    'pobox.com',
    'mail.org.uk',
    'inbox.lv',
  ],
  ...[
    'qq.com',
    '163.com',
    '126.com',
    'foxmail.com',
    'sina.com',
    'naver.com',
    'daum.net',
    'hanmail.net',
    'mail.ru',
  ],
  ...[
    'bk.ru',
    'list.ru',
    'inbox.ru',
    'ya.ru',
    'rambler.ru',
    'wp.pl',
    'o2.pl',
    'onet.pl',
    'op.pl',
    'interia.pl',
  ],
  ...[
    'seznam.cz',
    'centrum.cz',
    'abv.bg',
    'ukr.net',
    'i.ua',
    'web.de',
    't-online.de',
    'freenet.de',
    'arcor.de',
  ],
  ...[
    'free.fr',
    'orange.fr',
    'sfr.fr',
    'laposte.net',
    'neuf.fr',
    'libero.it',
    'virgilio.it',
    'alice.it',
    'tin.it',
  ],
  ...['telenet.be', 'skynet.be', 'ziggo.nl', 'kpnmail.nl', 'eircom.net', 'sapo.pt', 'terra.es', 'uol.com.br'],
  ...['comcast.net', 'verizon.net', 'att.net', 'sbcglobal.net', 'bellsouth.net', 'cox.net', 'charter.net'],
  ...['earthlink.net', 'juno.com', 'netzero.net', 'rogers.com', 'shaw.ca', 'bigpond.com', 'optusnet.com.au'],
  // behind which nobody knows who reads
  ...[
    'duck.com',
    'mozmail.com',
    'privaterelay.appleid.com',
    'simplelogin.com',
    'simplelogin.co',
    'slmail.me',
  ],
  ...[
    'aleeas.com',
    'anonaddy.com',
    'anonaddy.me',
    'addy.io',
    'passmail.net',
    'passinbox.com',
    'passmail.com',
  ],
  ...[
    'sharklasers.com',
    'maildrop.cc',
    'getnada.com',
    'dispostable.com',
    'throwawaymail.com',
    'mintemail.com',
  ],
  ...['spamgourmet.com', 'emailondeck.com', 'moakt.com', 'mohmal.com', 'discard.email', 'burnermail.io'],
  // a page or a tenancy of one's own is had there in a minute, and mail with it
  ...['onmicrosoft.com', 'wixsite.com', 'weebly.com', 'wordpress.com', 'blogspot.com', 'github.io', 'eu.org'],
];

const families = new RegExp(
  `(?:^|\\.)(?:${underAnyCountry.join('|')})\\.(?:com|net|org|me|io|(?:com?\\.)?[a-z]{2})$`,
);
const ones = new Set(oneByOne);

/** Also of what stands below one: some give each customer a name of their own. */
export function isAnybodys(domain: string): boolean {
  const labels = domain.split('.');
  return families.test(domain) || labels.some((_, at) => ones.has(labels.slice(at).join('.')));
}

/**
 * Endings under which each agency has its own: `gov.uk` is no council's, `nhs.uk` no hospital's. The registry’s own for
 * the United Kingdom; of other countries what is customary; and those that somebody sells names under.
 */
const sharedEndings = [
  '[a-z]{2,}',
  '(?:ac|co|com|edu|gob|gouv|gov|govt|go|ltd|me|mil|mod|ne|net|nhs|nom|or|org|plc|police|sch)\\.[a-z]{2}',
  '[a-z0-9-]+\\.sch\\.uk',
  'pnn\\.police\\.uk',
  'nhs\\.(?:scot|wales)',
  '(?:uk|gb|eu|us|de)\\.(?:com|net|org)',
  // the secure mail of criminal justice: it puts its own name behind that of each
  '(?:(?:gov|org|co|police|nhs|ac|pnn\\.police)\\.uk\\.)?cjsm\\.net',
];
const sharedEnding = new RegExp(`^(?:${sharedEndings.join('|')})$`);

/** Many agencies have their own below it. */
export function isSharedEnding(domain: string): boolean {
  return sharedEnding.test(domain);
}
