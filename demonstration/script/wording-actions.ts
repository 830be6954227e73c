import type { NewSender, NewVersion } from '#modules/wordings/index.ts';
import type { Post } from './team.ts';

/** What is done about what messages say, and whom they ask people to call. */
export type WordingAction =
  | { readonly does: 'propose-sender'; readonly by: Post; readonly sender: NewSender }
  | { readonly does: 'agree-to-sender'; readonly by: Post; readonly heard: string }
  | { readonly does: 'propose-wording'; readonly by: Post; readonly wording: NewVersion }
  | { readonly does: 'agree-to-wording'; readonly by: Post };
