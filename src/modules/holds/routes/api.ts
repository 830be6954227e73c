import { Readable } from 'node:stream';
import { z } from 'zod';
import { askAlone } from '#kit/alone.ts';
import type { ApiAsked, ApiRoute } from '#kit/http/api.ts';
import { Problem } from '#kit/http/problems.ts';
import { keepingTenancyEvent, toldOfTenancyEvent } from '#modules/register/index.ts';
import type { HoldContact } from '#rules/hold-answer.ts';
import {
  answerFor,
  answerOf,
  codes,
  heldAsJson,
  oneAnswer,
  type ToldOfEvent,
  toldOfEvent,
} from '../answers.ts';
import { openApiDocument } from '../openapi.ts';
import {
  type AskedBy,
  askedBy,
  asksTwice,
  listAsked,
  manyAsked,
  oneAsked,
  type Question,
  stepSaid,
  tenancyEventAsked,
  tenancyEventSaid,
} from '../questions.ts';
import { type Asking, askHolds, listHolds } from '../store/ask.ts';
import { keepingStep } from '../store/court-steps.ts';
import { keepAsked } from '../store/keep-asked.ts';
import type { Token } from '../store/token.ts';
import { moveCheck } from './move-checks.ts';
import { alone, insistOnToken, read } from './token.ts';

const kept = { nothing: 'Who asked what, when and what they were told is kept before the answer leaves.' };
const listedAtOnce = 500;

const one: ApiRoute = {
  method: 'GET',
  path: '/api/v1/holds',
  may: 'holds.ask',
  records: kept,
  async handle(asked) {
    const { contact, ...refers } = read(oneAsked, asked.query);
    const by = askedBy.find((each) => refers[each] !== undefined) as AskedBy;
    const reference = refers[by] as string;
    const asking = await insistOnToken(asked, 'one', by, (token) =>
      askHolds(alone(asked), token, by, [reference], asked.now),
    );
    const [answer] = await answered(asked, asking, by, contact);
    return { json: oneAnswer(answer?.answer ?? 'call_first') };
  },
};

const many: ApiRoute = {
  method: 'POST',
  path: '/api/v1/holds',
  may: 'holds.ask',
  records: kept,
  async handle(asked) {
    const { by, references, contact } = read(manyAsked, asked.body);
    if (asksTwice({ by, references })) throw new Problem('asked-twice');
    const asking = await insistOnToken(asked, 'many', by, (token) =>
      askHolds(alone(asked), token, by, references, asked.now),
    );
    const answers = await answered(asked, asking, by, contact);
    const each = answers.map(({ reference, answer }) => answerOf('reference', reference, answer));
    return { json: `{"answers":[${each.join(',')}]}` };
  },
};

/** One step of one tenancy: what is refused is kept, and the worker of the case is told by a job. */
const courtStep: ApiRoute = {
  method: 'POST',
  path: '/api/v1/court-steps',
  may: 'holds.ask',
  records: kept,
  async handle(asked) {
    const { tenancy, step } = read(stepSaid, asked.body);
    const { services, now } = asked;
    const asking = await insistOnToken(asked, 'one', 'tenancy', (token) =>
      askHolds(alone(asked), token, 'tenancy', [tenancy], now),
    );
    const [answer] = await answered(asked, asking, 'tenancy', 'court_action');
    const told = answer?.answer ?? 'call_first';
    const { organisation, system } = asking.token;
    const onDay = now.toZonedDateTimeISO('Europe/London').toPlainDate();
    const { statement } = keepingStep({ organisation, system, tenancy, step, onDay, told, at: now });
    await askAlone(services.db, z.unknown(), statement);
    return { json: oneAnswer(told) };
  },
};

/** A change of a tenancy: it is kept and held, and nothing is looked up before the answer leaves. */
const tenancyEvent: ApiRoute = {
  method: 'POST',
  path: '/api/v1/tenancy-events',
  may: 'holds.ask',
  records: kept,
  async handle(asked) {
    const { tenancy, event: kind, ...days } = read(tenancyEventSaid, asked.body);
    const { services, now: at } = asked;
    const asking = await insistOnToken(asked, 'one', 'tenancy', (token) =>
      askHolds(alone(asked), token, 'tenancy', [], at),
    );
    const { organisation, system } = asking.token;
    const dayOf = (text: string | undefined) => (text === undefined ? null : Temporal.PlainDate.from(text));
    const said = { givenOn: dayOf(days.givenOn), endsOn: dayOf(days.endsOn), words: '' };
    const { statement } = keepingTenancyEvent({
      organisation,
      way: 'api',
      system,
      tenancy,
      kind,
      ...said,
      at,
    });
    await askAlone(services.db, z.unknown(), statement);
    return { json: heldAsJson };
  },
};

/** What became of a change that the system said itself, from the moment at which anybody would read it. */
const tenancyEventTold: ApiRoute = {
  method: 'GET',
  path: '/api/v1/tenancy-events',
  may: 'holds.ask',
  records: { nothing: 'A system reads back what it said; what it says is kept, and nothing else is told.' },
  async handle(asked) {
    const { tenancy, event: kind } = read(tenancyEventAsked, asked.query);
    const { services, now: at } = asked;
    const asking = await insistOnToken(asked, 'one', 'tenancy', (token) =>
      askHolds(alone(asked), token, 'tenancy', [], at),
    );
    const { organisation, system } = asking.token;
    const [found] = await askAlone(
      services.db,
      toldRow,
      toldOfTenancyEvent({ organisation, system, tenancy, kind, at }),
    );
    return { json: toldOfEvent(found?.told ?? 'not_said') };
  },
};
const toldRow = z.object({ told: z.string().nullable() as unknown as z.ZodType<ToldOfEvent | null> });

const list: ApiRoute = {
  method: 'GET',
  path: '/api/v1/holds/list',
  may: 'holds.ask',
  records: kept,
  async handle(asked) {
    const { contact } = read(listAsked, asked.query);
    const first = await insistOnToken(asked, 'list', 'list', (token) => nextPage(asked, token, ''));
    contactsOf(first, contact);
    return { lines: Readable.from(linesOf(asked, first, contact)) };
  },
};

const description: ApiRoute = {
  method: 'GET',
  path: '/api/v1/openapi.json',
  may: 'public.visit',
  records: { nothing: 'The same for everybody.' },
  handle: async () => ({ json: JSON.stringify(openApiDocument) }),
};

export const apiRoutes: readonly ApiRoute[] = [
  one,
  many,
  list,
  courtStep,
  moveCheck,
  tenancyEvent,
  tenancyEventTold,
  description,
];

/** The kinds of contact that are asked about: the one that was named, else all for which the token is. */
function contactsOf({ contacts }: Asking, contact: HoldContact | undefined): readonly HoldContact[] {
  if (contact === undefined) return contacts;
  if (!contacts.includes(contact)) throw new Problem('not-for-this-token');
  return [contact];
}

/** Decides, and keeps what was decided. */
async function answered(
  { services, now }: ApiAsked,
  asking: Asking & { readonly token: Token },
  question: Question,
  contact: HoldContact | undefined,
) {
  const contacts = contactsOf(asking, contact);
  const answers = (asking.facts ?? []).map((facts) => ({
    reference: facts.reference,
    answer: answerFor(facts, contacts, now),
  }));
  const { organisation, system } = asking.token;
  const references = answers.map(({ reference }) => reference);
  await keepAsked(services.db, {
    organisation,
    system,
    at: now,
    question,
    contacts,
    asked: question === 'list' ? [...references.slice(0, 1), ...references.slice(1).slice(-1)] : references,
    told: answers.map(({ answer }) => codes[answer]),
  });
  return answers;
}

function nextPage({ services, now }: ApiAsked, token: Token, after: string) {
  return listHolds(alone({ services }), token, after, listedAtOnce, now);
}

/** Every tenancy on a line, then one that says that it was all of them: a list without it broke off. */
async function* linesOf(asked: ApiAsked, first: Asking & { readonly token: Token }, contact?: HoldContact) {
  let page = first;
  let count = 0;
  for (;;) {
    const answers = await answered(asked, page, 'list', contact);
    const last = answers.at(-1);
    count += answers.length;
    if (answers.length > 0)
      yield `${answers.map(({ reference, answer }) => answerOf('tenancy', reference, answer)).join('\n')}\n`;
    if (last === undefined || answers.length < listedAtOnce) break;
    const next = await nextPage(asked, page.token, last.reference);
    // Revoked in between: what is there so far is not whole, and does not look as if it were.
    if (!next?.facts) throw new Problem('no-token');
    page = { ...next, token: page.token };
  }
  yield `{"end":true,"tenancies":${count}}\n`;
}
