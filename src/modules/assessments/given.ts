/** An answer to a question of yes or no. Nothing chosen is `not_asked`: a blank is never a no. */
export type Answer = 'yes' | 'no' | 'dont_know' | 'not_asked';
/** How bad it is, on a grid of grades. */
export type Grade = 'none' | 'standard' | 'moderate' | 'high';
/** How it has changed lately. */
export type Trend = 'less' | 'same' | 'more';
export type Given = Answer | Grade | Trend;
