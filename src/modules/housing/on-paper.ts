import { optionOf } from './advise.ts';
import type { Talk } from './said.ts';

/**
 * What may be read on the person's own paper of an option (V4.3, L2.7e): to them, in plain words. It names nobody whom
 * they fear, and of what we could do about them nothing is ever put on paper: whoever finds it would be warned.
 */
export const onPaper: Readonly<Record<string, string>> = {
  'safer-home': 'Stronger locks, doors and windows, if you would like them.',
  'end-permission':
    'Somebody who lives with you as a guest may stay only as long as you say. Not your husband, wife or civil ' +
    'partner: they have rights of their own.',
  'police-notice':
    'The police can give a notice at once that keeps somebody away from your home. You need not agree to it, and pay ' +
    'nothing.',
  'protection-order':
    'A court can keep somebody away from you and from your home. It is not made everywhere yet: ask first.',
  'non-molestation': 'A court can forbid somebody to threaten, follow, ring or come near you.',
  'occupation-order': 'A court can decide, for now, who lives in your home.',
  'home-rights':
    'As a husband, wife or civil partner you may stay though the other one holds the home, and rent that you pay ' +
    'counts.',
  assignment: 'The other tenant can hand over their share, freely and with advice of their own.',
  'tenancy-transfer':
    'A family court can put the tenancy in your name alone. It must still be there: sign nothing and give no notice ' +
    'before you had advice.',
  'property-adjustment': 'With a divorce or dissolution a court can say who keeps the home.',
  'children-transfer': 'A court can transfer a home to a parent, for their child.',
  'notice-regrant':
    'Your own notice ends a joint tenancy, for both. It cannot be taken back: only once a new tenancy is promised to ' +
    'you in writing.',
  'surrender-of-all':
    'A fixed term can end early if every tenant and the landlord agree, each of them freely.',
  'lease-orders': 'Who keeps or sells a home that is owned is for both to agree, or for a court.',
  'managed-transfer':
    'Your landlord can move you to another home. One that you turn down because you would not feel safe there does ' +
    'not count against you.',
  reciprocal: 'Another landlord can give you a home, in an area where you would like to be.',
  homelessness:
    'If it is not safe to stay, any council must help you, and find somewhere for now. Keep your tenancy until you ' +
    'had advice.',
  'council-register': 'You can apply to the housing register of any council in England.',
  refuge: 'You can go to a safe place for now and keep your home. Ask at once about benefit for both homes.',
  exchange: 'You can swap homes with another tenant, if both landlords agree. It is slow.',
  'rehouse-then-notice':
    'First the new home, in writing; then your notice can end the joint tenancy. It cannot be taken back.',
  'assignment-out': 'You can hand over your share of a joint tenancy, once you have another home.',
  'own-notice':
    'Once you have another home, in writing, you can give four weeks’ notice on this one. It cannot be taken back.',
  'lifetime-again': 'If you had a lifetime tenancy, a council that houses you must give you one again.',
  'move-on': 'From supported housing to a home of your own: your place stays until then.',
};

/** Of what they were told and did not turn down, what may stand on their paper, with the law for an adviser. */
export function homeLines({
  said,
}: Pick<Talk, 'said'>): readonly { readonly option: string; readonly text: string }[] {
  return said.flatMap(({ option: id, said: answer }) => {
    const option = optionOf(id);
    const text = onPaper[id];
    if (!option || text === undefined || answer === 'not_for_them') return [];
    const first = option.advice ? ' Get legal advice of your own first.' : '';
    const law = lawAlone(option.law);
    return [{ option: id, text: `${text}${first}${law && ` (${law})`}` }];
  });
}

/** Without what is ours to promise: a paper says nothing of us. */
function lawAlone(law: string): string {
  return law
    .split('; ')
    .filter((part) => !/^Our policy|^Agreement between landlords/.test(part))
    .join('; ');
}
