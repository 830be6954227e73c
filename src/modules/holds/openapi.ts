import { z } from 'zod';
import { type ProblemCode, problems } from '#kit/http/problems.ts';
import { holdAnswers } from '#rules/hold-answer.ts';
import { moveAnswers } from '#rules/move-check.ts';
import { codes, heldAnswer, toldOfEventNames } from './answers.ts';
import {
  askedBy,
  listAsked,
  manyAsked,
  moveAsked,
  oneAsked,
  stepSaid,
  tenancyEventAsked,
  tenancyEventSaid,
} from './questions.ts';

const answer = {
  answer: z
    .enum(holdAnswers)
    .describe(
      'yes: there is a hold, so send nothing, do not ring or visit, and take no step. ' +
        'call_first: do nothing until you have asked the office that keeps the holds; never ask the person. ' +
        'no: there is no hold.',
    ),
  code: z
    .enum(Object.values(codes))
    .describe('The answer as one letter. It says no more than the answer does.'),
};

export const oneAnswered = z.strictObject({ ...answer, means: z.string().describe('The answer in words.') });
export const manyAnswered = z.strictObject({
  answers: z
    .array(z.strictObject({ reference: z.string(), ...answer }))
    .describe('In the order of the references.'),
});
export const moveChecked = z.strictObject({
  answer: z
    .enum(moveAnswers)
    .describe(
      'safe: it may be offered within a day. ask: not before the lead of the team was asked; never why.',
    ),
  means: z.string().describe('The answer in words.'),
});
export const listedLine = z.union([
  z.strictObject({ tenancy: z.string(), ...answer }),
  z
    .strictObject({ end: z.literal(true), tenancies: z.int().min(0) })
    .describe('The last line. A list without it broke off: do not use it.'),
]);
export const eventAnswered = z.strictObject({
  answer: z
    .literal(heldAnswer.answer)
    .describe('Always this one. Change nothing until the team has answered.'),
  means: z.string().describe('The answer in words.'),
});
export const eventTold = z.strictObject({
  answer: z
    .enum(toldOfEventNames)
    .describe(
      'held: change nothing yet. go_on: it may be changed as was asked. ask: ask the team first. do_not: change ' +
        'nothing. not_said: your system said no such change. Never why.',
    ),
  means: z.string().describe('The answer in words.'),
});
export const problemAnswered = z.strictObject({
  type: z.enum(Object.keys(problems).map((code) => `urn:lintel:problem:${code}`)),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  errors: z.array(z.strictObject({ at: z.string(), says: z.string() })).optional(),
});

const json = (schema: z.ZodType) => ({ schema: jsonSchema(schema) });
const tags = ['holds'];

/** What other systems may ask, as an OpenAPI document: made from the schemas that check it. */
export const openApiDocument = {
  openapi: '3.1.0',
  info: {
    title: 'Lintel: holds',
    version: '1',
    description:
      'Before your system writes, texts, e-mails, rings or visits, it asks here. No answer, whatever the reason, ' +
      'means: send nothing. A hold has many causes, some are drawn by chance, and none is told.',
  },
  servers: [{ url: '/' }],
  security: [{ token: [] }],
  paths: {
    '/api/v1/holds': {
      get: {
        operationId: 'askOne',
        summary: 'Is there a hold?',
        description:
          'Send exactly one of tenancy, person, address and uprn. Addresses are better asked by POST.',
        tags,
        parameters: parametersOf(oneAsked),
        responses: {
          200: { description: 'The answer.', content: { 'application/json': json(oneAnswered) } },
          ...otherwise('wrong-request', 'no-token', 'not-for-this-token', 'too-many', 'broken', 'away'),
        },
      },
      post: {
        operationId: 'askMany',
        summary: 'Is there a hold, for each of these?',
        tags,
        requestBody: { required: true, content: { 'application/json': json(manyAsked) } },
        responses: {
          200: { description: 'The answers.', content: { 'application/json': json(manyAnswered) } },
          ...otherwise(
            'wrong-request',
            'no-token',
            'not-for-this-token',
            'too-large',
            'not-json',
            'asked-twice',
            'too-many',
            'broken',
            'away',
          ),
        },
      },
    },
    '/api/v1/holds/list': {
      get: {
        operationId: 'list',
        summary: 'Every tenancy with its answer',
        description:
          'One JSON document a line, by reference. It holds every tenancy of the register, so that being on it says ' +
          'nothing. Read it anew before each batch, and keep none.',
        tags,
        parameters: parametersOf(listAsked),
        responses: {
          200: { description: 'The list.', content: { 'application/x-ndjson': json(listedLine) } },
          ...otherwise('wrong-request', 'no-token', 'not-for-this-token', 'too-many', 'broken', 'away'),
        },
      },
    },
    '/api/v1/court-steps': {
      post: {
        operationId: 'sayCourtStep',
        summary: 'A step over income is meant: may it be taken?',
        description:
          'Say each step on the day on which it would be taken, and before it is: it is kept, whatever the answer. ' +
          'no: it may be taken today. call_first: not until the office that keeps the holds was asked. yes: do not ' +
          'take it, and ask again before the next one. The token has to be for court_action, and for tenancies.',
        tags,
        requestBody: { required: true, content: { 'application/json': json(stepSaid) } },
        responses: {
          200: { description: 'The answer.', content: { 'application/json': json(oneAnswered) } },
          ...otherwise(
            'wrong-request',
            'no-token',
            'not-for-this-token',
            'too-large',
            'not-json',
            'too-many',
            'broken',
            'away',
          ),
        },
      },
    },
    '/api/v1/move-checks': {
      post: {
        operationId: 'checkMove',
        summary: 'May this home be offered to this household?',
        description:
          'Ask at the letting, and again after a day. ask: not before the lead of the team was asked, and ' +
          'never the household. It has many causes, some are drawn by chance, and none is told. Every question is ' +
          'kept, and whoever asks of many addresses is asked why. The token has to be for moves.',
        tags,
        requestBody: { required: true, content: { 'application/json': json(moveAsked) } },
        responses: {
          200: { description: 'The answer.', content: { 'application/json': json(moveChecked) } },
          ...otherwise(
            ...(['wrong-request', 'no-token', 'not-for-this-token', 'too-large', 'not-json'] as const),
            ...(['too-many', 'broken', 'away'] as const),
          ),
        },
      },
    },
    '/api/v1/tenancy-events': {
      get: {
        operationId: 'tenancyEventTold',
        summary: 'What became of a change that your system said',
        description:
          'Of the newest of that kind that your system said itself, of that tenancy: held until the working morning ' +
          'after the team has answered. What others said is not told. Ask again before anything is changed.',
        tags,
        parameters: parametersOf(tenancyEventAsked),
        responses: {
          200: { description: 'The answer.', content: { 'application/json': json(eventTold) } },
          ...otherwise('wrong-request', 'no-token', 'not-for-this-token', 'too-many', 'broken', 'away'),
        },
      },
      post: {
        operationId: 'sayTenancyEvent',
        summary: 'Somebody asks for a change of a tenancy: hold it',
        description:
          'Say every notice to quit, surrender, name to be added or taken off, and every home that looks abandoned, ' +
          'before anything is done about it. It is held in every case, and the answer is the same in every case: the ' +
          'team that checks changes of tenancies answers whoever uses your system. The token has to be for tenancies.',
        tags,
        requestBody: { required: true, content: { 'application/json': json(tenancyEventSaid) } },
        responses: {
          200: { description: 'It is held.', content: { 'application/json': json(eventAnswered) } },
          ...otherwise(
            'wrong-request',
            'no-token',
            'not-for-this-token',
            'too-large',
            'not-json',
            'too-many',
            'broken',
            'away',
          ),
        },
      },
    },
    '/api/v1/openapi.json': {
      get: {
        operationId: 'describe',
        summary: 'This document',
        tags,
        security: [],
        responses: {
          200: { description: 'It.', content: { 'application/json': { schema: { type: 'object' } } } },
        },
      },
    },
  },
  components: {
    securitySchemes: {
      token: {
        type: 'http',
        scheme: 'bearer',
        description: 'One token for each system; an administrator makes it.',
      },
    },
    schemas: { Problem: jsonSchema(problemAnswered) },
  },
} as const;

function jsonSchema(schema: z.ZodType): Readonly<Record<string, unknown>> {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'input' });
  return rest;
}

function parametersOf(schema: z.ZodObject) {
  const { properties = {} } = z.toJSONSchema(schema, { io: 'input' });
  return Object.entries(properties).map(([name, property]) => {
    const { description, ...shape } = property as { readonly description?: string };
    const about = description ?? `One of ${askedBy.join(', ')}`;
    return { name, in: 'query', required: false, description: about, schema: shape };
  });
}

function otherwise(...codes: readonly ProblemCode[]) {
  return Object.fromEntries(
    codes.map((code) => [
      problems[code].status,
      {
        description: problems[code].title,
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  );
}
