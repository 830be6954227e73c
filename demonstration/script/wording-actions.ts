import type { NewVersion } from '#modules/wordings/index.ts';
import type { Post } from './team.ts';

/** What is done about what messages say, and whom they ask people to call. */
export type WordingAction =
  | {
      readonly does: 'set-sender';
      readonly by: Post;
      readonly callBack: string;
      readonly returnAddress: string;
    }
  | { readonly does: 'propose-wording'; readonly by: Post; readonly wording: NewVersion }
  | { readonly does: 'agree-to-wording'; readonly by: Post };
