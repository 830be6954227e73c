import type { Role } from '#rules/facts.ts';

/** Whom a story means, whatever they are called at each landlord. */
export type Post =
  | 'administrator'
  | 'director'
  | 'manager'
  | 'deputy'
  | `worker${number}`
  | 'colleague1'
  | 'colleague2'
  | 'colleague3'
  | 'income'
  | 'lettings'
  | 'finance'
  | 'contractor'
  | 'protection';

/** Somebody invented who works at an invented landlord. */
export interface Person {
  readonly post: Post;
  readonly name: string;
  readonly jobTitle: string;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly manager: Post | null;
  readonly deputy: Post | null;
  /** What they say of themselves, for people who ask for a woman or a man; most say nothing. */
  readonly gender: 'woman' | 'man' | null;
}

/** @param domain one that can never be anybody's (`….example`), so that no e-mail ever arrives */
export function teamOf(
  domain: string,
  people: readonly (readonly [Post, name: string, jobTitle: string, gender?: 'woman' | 'man'])[],
): readonly Person[] {
  return people.map(([post, name, jobTitle, gender = null]) => ({
    post,
    name,
    jobTitle,
    email: `${name.toLowerCase().replace(/[^a-z]+/g, '.')}@${domain}`,
    gender,
    roles: rolesOf(post),
    ...above(post),
  }));
}

export function workersOf(team: readonly Person[]): readonly Post[] {
  return team.filter(({ post }) => post.startsWith('worker')).map(({ post }) => post);
}

/** Whose post is their role. */
const alone: readonly Post[] = ['administrator', 'director', 'contractor', 'income', 'lettings', 'finance'];

/** The deputy is an administrator too: a conflict must keep even somebody who manages sign-ins out. */
function rolesOf(post: Post): readonly Role[] {
  if (alone.includes(post)) return [post as Role];
  if (post === 'protection') return ['data_protection_officer'];
  if (post === 'manager') return ['da_manager'];
  if (post === 'deputy') return ['da_manager', 'administrator'];
  return [post.startsWith('worker') ? 'da_worker' : 'colleague'];
}

function above(post: Post): Pick<Person, 'manager' | 'deputy'> {
  if (post === 'manager') return { manager: null, deputy: 'deputy' };
  if (post === 'deputy') return { manager: 'manager', deputy: null };
  return post.startsWith('worker')
    ? { manager: 'manager', deputy: 'deputy' }
    : { manager: null, deputy: null };
}
