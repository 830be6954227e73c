/** What of a request is wrong: where in it (a JSON pointer or the name of a parameter), and what; never its value. */
export interface Wrong {
  readonly at: string;
  readonly says: string;
}

/** Every way in which an answer to another program can end other than well: of RFC 9457, safe to show to anybody. */
export const problems = {
  'wrong-request': {
    status: 400,
    title: 'The request is wrong',
    detail: 'Look at errors. Nothing was answered.',
  },
  'no-token': {
    status: 401,
    title: 'No token that is in force',
    detail: 'Send Authorization: Bearer and the token. An administrator of Lintel sees how it stands.',
  },
  'not-for-this-token': {
    status: 403,
    title: 'This token is not for this question',
    detail: 'An administrator of Lintel proposes what a system may ask, and another decides.',
  },
  'not-found': { status: 404, title: 'No such address', detail: 'Look at /api/v1/openapi.json.' },
  'too-large': { status: 413, title: 'Too much at once', detail: 'Send fewer references in a request.' },
  'not-json': { status: 415, title: 'Not JSON', detail: 'Send a body of the type application/json.' },
  'asked-twice': {
    status: 422,
    title: 'The same is asked twice',
    detail: 'Send each reference once in a request. Nothing was answered.',
  },
  'too-many': { status: 429, title: 'Too many requests', detail: 'Wait for as long as Retry-After says.' },
  broken: {
    status: 500,
    title: 'Something went wrong',
    detail: 'It is not your doing, and it has been noted. Until there is an answer, send nothing.',
  },
  away: {
    status: 503,
    title: 'No answer at the moment',
    detail: 'Ask again after Retry-After. Until there is an answer, send nothing.',
  },
} as const satisfies Readonly<Record<string, { status: number; title: string; detail: string }>>;
export type ProblemCode = keyof typeof problems;

export class Problem extends Error {
  readonly code: ProblemCode;
  readonly wrong: readonly Wrong[];
  constructor(code: ProblemCode, wrong: readonly Wrong[] = []) {
    super(code);
    this.code = code;
    this.wrong = wrong;
  }
}

/** The problem document: `type` names it for programs, `title` and `detail` for people. */
export function problemDocument({ code, wrong }: Problem) {
  return {
    type: `urn:lintel:problem:${code}`,
    ...problems[code],
    ...(wrong.length > 0 && { errors: wrong }),
  };
}
