/** Where to turn. The number was checked on that day; the organisation's own list may differ. */
export interface Helpline {
  readonly name: string;
  readonly phone: string;
  readonly says: string;
  readonly checkedOn: Temporal.PlainDate;
}

const checkedOn = Temporal.PlainDate.from('2026-11-02');

/** A new landlord starts with these (domain reference §16); an administrator keeps them true from then on. */
export const startingHelplines: readonly Helpline[] = [
  {
    name: 'National Domestic Abuse Helpline',
    phone: '0808 2000 247',
    says: 'Free, at any hour. For women and children, and for anybody worried about them.',
    checkedOn,
  },
  {
    name: 'Men’s Advice Line',
    phone: '0808 801 0327',
    says: 'Free. For men who are being hurt or controlled.',
    checkedOn,
  },
  {
    name: 'Galop',
    phone: '0800 999 5428',
    says: 'Free. For lesbian, gay, bisexual and transgender people.',
    checkedOn,
  },
  {
    name: 'Karma Nirvana',
    phone: '0800 5999 247',
    says: 'Free. About so-called honour-based abuse and forced marriage.',
    checkedOn,
  },
  {
    name: 'Respect Phoneline',
    phone: '0808 802 4040',
    says: 'Free. For people who are worried about their own behaviour.',
    checkedOn,
  },
];
