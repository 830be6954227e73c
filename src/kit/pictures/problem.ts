/** Why nothing can be shown of a file. */
export const problems = ['damaged', 'too-large', 'locked'] as const;
export type Problem = (typeof problems)[number];
