/** A question that a kind of offer asks. Nothing has to be answered: what they would rather not say is theirs. */
export type Question =
  | { readonly asks: 'words'; readonly label: string }
  | { readonly asks: 'whole'; readonly label: string }
  | { readonly asks: 'yes-no'; readonly label: string };

/** By the name under which each answer is kept. */
export type Questions = Readonly<Record<string, Question>>;

export const someWords = (label: string): Question => ({ asks: 'words', label });
export const whole = (label: string): Question => ({ asks: 'whole', label });
export const yesOrNo = (label: string): Question => ({ asks: 'yes-no', label });

export type Answered = Readonly<Record<string, string>>;

export const yesNo = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
  { value: 'not_known', label: 'Not known' },
] as const;

/** Each question that was answered, in the order in which they are asked: a blank is not a no. */
export function answersInWords(asks: Questions, answers: Answered): readonly (readonly [string, string])[] {
  return Object.entries(asks).flatMap(([name, { label, asks: how }]) => {
    const answer = answers[name] ?? '';
    if (answer === '') return [];
    const said = how === 'yes-no' ? (yesNo.find(({ value }) => value === answer)?.label ?? answer) : answer;
    return [[label, said] as const];
  });
}
