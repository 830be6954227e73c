import { z } from 'zod';
import { decisionForm } from '#kit/decision-form.ts';
import {
  allOnList,
  choice,
  choices,
  formGiven,
  kept,
  known,
  offeredAny,
  optionalChoice,
  ticked,
  words,
} from '#kit/forms.ts';
import { isReason, reason, saidTooLittle } from '#kit/real-reason.ts';
import { agreedTo } from '#rules/consent.ts';
import { repeats } from '#rules/handling.ts';
import { groundProblem, lawfulBases } from '#rules/lawful-basis.ts';
import { missingInWords } from '#rules/may-share.ts';
import { type DataKind, dataKinds, type RecipientSort, sharePurposes } from '#rules/sharing.ts';
import { tellings, views } from '../choices.ts';
import type { CaseSharing } from '../store/around.ts';
import type { Recipient } from '../store/recipients.ts';
import { recipientFields, recipientTyped } from './consent-form.ts';

/** What the case has that could be shared. */
export interface Shareable {
  readonly recipients: readonly Recipient[];
  readonly sharing: CaseSharing;
  /** By entry, what kinds of things it is known to tell of. */
  readonly tellsOf: ReadonlyMap<string, readonly DataKind[]>;
  /** The last plan that was agreed; null: there is none. */
  readonly planVersionId: string | null;
  readonly assessments: readonly string[];
  readonly today: Temporal.PlainDate;
}

const values = <T extends string>(list: readonly { readonly value: T }[]) => list.map(({ value }) => value);
const idsOf = (kind: string) => lawfulBases.filter((each) => each.kind === kind).map(({ id }) => id);

/** Whom it is about is chosen by itself. */
export const kindsOfWords = dataKinds.filter(({ value }) => value !== 'who');

/**
 * What is chosen says what kinds of things it tells: an entry about a child tells of the children too. Of words written
 * freely, and of files, somebody says it.
 */
export function kindsOf(
  chosen: {
    readonly who: boolean;
    readonly entries: readonly string[];
    readonly plan: boolean;
    readonly assessments: readonly string[];
    readonly words: string;
    readonly wordKinds: readonly DataKind[];
  },
  { tellsOf }: Pick<Shareable, 'tellsOf'>,
): readonly DataKind[] {
  const { who, entries, plan, assessments, words: said, wordKinds } = chosen;
  const found: readonly (DataKind | false)[] = [
    who && 'who',
    entries.length > 0 && 'account',
    ...entries.flatMap((entry) => tellsOf.get(entry) ?? []),
    assessments.length > 0 && 'risk',
    plan && 'plan',
  ];
  const told = said.trim() === '' && entries.length === 0 ? [] : wordKinds;
  return dataKinds.map(({ value }) => value).filter((kind) => found.includes(kind) || told.includes(kind));
}

export const shareForm = formGiven(
  z
    .object({
      ...recipientFields,
      purpose: choice(values(sharePurposes), 'Say what it is shared for'),
      who: ticked(),
      entries: offeredAny<string>(),
      plan: ticked(),
      assessments: offeredAny<string>(),
      words: words(20_000),
      wordKinds: choices<DataKind>(values(kindsOfWords)),
      ground: choice(['consent', ...idsOf('basis')], 'Say on what ground it is shared'),
      condition: optionalChoice(idsOf('condition'), ''),
      power: optionalChoice(idsOf('power'), ''),
      necessity: reason('Say why it is needed', 4_000),
      proportionality: reason('Say why so much and no more', 4_000),
      view: choice(values(views), 'Say what the person says of it'),
      viewWords: words(4_000),
      told: choice(values(tellings), 'Say whether they know'),
      toldWhy: words(4_000),
      facts: known<Shareable>(),
    })
    .superRefine((given, context) => {
      const say = (path: string, message: string) =>
        context.addIssue({ code: 'custom', path: [path], message, input: '' });
      for (const [field, problem] of problemsOf(given)) say(field, problem);
    })
    .transform(({ facts, ...given }) => ({ ...given, kinds: kindsOf(given, facts) })),
  (typed, facts: Shareable) => ({
    ...typed,
    facts,
    ...recipientTyped(typed, facts.recipients),
    entries: allOnList([...facts.sharing.entriesThatMay], typed, 'entries'),
    assessments: allOnList(facts.assessments, typed, 'assessments'),
    plan: facts.planVersionId === null ? '' : kept(typed, 'plan'),
  }),
);

interface Given {
  readonly recipient: string;
  readonly sort: RecipientSort | '';
  readonly purpose: (typeof sharePurposes)[number]['value'];
  readonly who: boolean;
  readonly entries: readonly string[];
  readonly plan: boolean;
  readonly assessments: readonly string[];
  readonly words: string;
  readonly wordKinds: readonly DataKind[];
  readonly ground: string;
  readonly condition: string;
  readonly power: string;
  readonly view: string;
  readonly viewWords: string;
  readonly told: string;
  readonly toldWhy: string;
  readonly facts: Shareable;
}

/** By field, what is wrong with it; the first of a field is said. */
function* problemsOf(given: Given): Generator<readonly [string, string]> {
  const { words: said, wordKinds, facts, view, viewWords, told, toldWhy, ground } = given;
  const kinds = kindsOf(given, facts);
  if (said.trim() !== '' && wordKinds.length === 0) yield ['wordKinds', 'Say what your own words tell of'];
  if (kinds.every((kind) => kind === 'who') && said.trim() === '')
    yield ['entries', 'Choose what is shared, or write it'];
  if (repeats(said, facts.sharing.heldTexts))
    yield [
      'words',
      'This repeats what somebody asked us to keep, or what was decided not to go. Leave it out',
    ];
  if (kinds.length > 0) yield* groundProblems(given, kinds);
  if (view !== 'agrees' && !isReason(viewWords))
    yield ['viewWords', said3(viewWords, 'Say what they say, or why not')];
  if (view === 'disagrees' && ground === 'consent')
    yield ['view', 'They do not agree: choose another ground, or do not share it'];
  if (told !== 'told' && !isReason(toldWhy))
    yield ['toldWhy', said3(toldWhy, 'Say when they are told, or why not')];
}

const said3 = (text: string, missing: string) => (text.trim() === '' ? missing : saidTooLittle);

function* groundProblems(given: Given, kinds: readonly DataKind[]): Generator<readonly [string, string]> {
  const { recipient, purpose, ground, condition, power, facts } = given;
  const sort = facts.recipients.find(({ id }) => id === recipient)?.sort ?? (given.sort || 'other');
  const relying = { on: facts.today, landlord: facts.sharing.landlord, purpose, sort };
  if (ground === 'consent') {
    const agreed = agreedTo(
      facts.sharing.consents,
      { recipientId: recipient, purpose, kinds },
      facts.sharing.moment,
    );
    if (!agreed.covered)
      yield ['ground', `${missingInWords(agreed.missing)} Ask them, or choose another ground`];
    return;
  }
  const problem = groundProblem({ basis: ground, condition }, kinds, relying);
  if (problem) yield [problem.of === 'basis' ? 'ground' : 'condition', problem.problem];
  const lets = lawfulBases.find(({ id }) => id === power);
  if (lets?.recipients && !lets.recipients.includes(sort))
    yield ['power', 'This power is not for an agency of that kind'];
}

export const secondForm = decisionForm(['approved', 'declined'], {
  choose: 'Agree that it is shared, or say that it is not',
  whyNot: 'Say why it is not shared',
});

/** Afterwards, at what was sent because of danger: never by a tick. */
export const lookForm = secondForm
  .refine(({ why }) => why.trim() !== '', { path: ['why'], message: 'Say what you found' })
  .refine(({ why }) => why.trim() === '' || isReason(why), { path: ['why'], message: saidTooLittle });

export const droppingForm = z.object({ why: reason('Say why it is not shared', 2_000) });
