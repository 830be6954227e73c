/** A fault that somebody could make, and the tests that must find it. */
export interface Fault {
  readonly file: string;
  /** Stands in the file exactly once. */
  readonly text: string;
  readonly replacement: string;
  readonly tests: readonly string[];
  /** Why no test finds it, where none should: whoever reads this agrees, or writes the test. */
  readonly survives?: string;
}

const fault = (file: string, text: string, replacement: string, ...tests: readonly string[]): Fault => ({
  file,
  text,
  replacement,
  tests,
});

const clock = ['src/rules/clock.test.ts', 'src/rules/settle.test.ts', 'src/rules/clock.property.test.ts'];
const gate = ['src/rules/gate.test.ts'];
const moment = ['src/rules/safe-moment.test.ts', 'src/rules/safe-moment.property.test.ts'];
const lowering = ['src/modules/risk-level/lowering.test.ts'];
const proposal = ['src/rules/proposal.test.ts'];

const closing = ['src/modules/closing/closing.test.ts'];
const telling = ['tests/forms/telling.db.test.ts'];
const everyForm = ['tests/forms/every-form.db.test.ts'];
const walls = ['src/modules/wall/wall.db.test.ts', 'src/modules/wall/emergency-wall.db.test.ts'];
const happenings = [
  'src/modules/obligations/happened.db.test.ts',
  'src/modules/obligations/subjects.db.test.ts',
  'src/modules/obligations/every-event.db.test.ts',
];
const happenedStore = 'src/modules/obligations/store/happened.ts';
const beginStore = 'src/modules/obligations/store/begin.ts';
const formPage = ['src/kit/http/form-page.db.test.ts'];
const mail = ['src/kit/mail.db.test.ts', 'src/kit/outbox.db.test.ts'];

export const faults: readonly Fault[] = [
  // Rules: clocks
  fault('src/rules/clock.ts', 'local.toPlainTime(), last) < 0', 'local.toPlainTime(), last) <= 0', ...clock),
  fault('src/rules/clock.ts', 'passed < rule.workingDays', 'passed <= rule.workingDays', ...clock),
  fault(
    'src/rules/clock.ts',
    '!later(at, due) && !later(recordedAt, writtenBy ?? due);',
    '!later(recordedAt, writtenBy ?? due);',
    ...clock,
  ),
  fault(
    'src/rules/clock.ts',
    '!later(at, due) && !later(recordedAt, writtenBy ?? due);',
    '!later(at, due);',
    ...clock,
  ),
  fault('src/rules/clock.ts', 'keeps.filter(inTime)', 'keeps', ...clock),
  fault('src/rules/clock.ts', 'plans.filter(knownInTime)', 'plans', ...clock),
  fault('src/rules/clock.ts', 'later(now, due)\n', '!later(due, now)\n', ...clock),
  {
    ...fault(
      'src/rules/clock.ts',
      'share >= 1 || whole === 0 ? due',
      'share > 1 || whole === 0 ? due',
      ...clock,
    ),
    survives:
      'Promises are due in office time or at its close, so all of that time later is the moment they are due.',
  },
  // Rules: safe contact
  fault('src/rules/gate.ts', "[channel === 'none',", '[false,', ...gate),
  fault('src/rules/gate.ts', 'unsureSince !== null,', 'false,', ...gate),
  fault('src/rules/gate.ts', '[!agreedWithPerson,', '[false,', ...gate),
  fault('src/rules/gate.ts', '[stale(askedAt, now),', '[false,', ...gate),
  fault('src/rules/gate.ts', '    ...againstWay(agreement, way),\n', '', ...gate),
  fault('src/rules/gate.ts', '[withinNever(never, at, calendar),', '[false,', ...gate),
  fault(
    'src/rules/gate.ts',
    'windows.length > 0 && !withinWindows',
    'windows.length > 1 && !withinWindows',
    ...gate,
  ),
  fault(
    'src/rules/gate.ts',
    'if (agreement === null) return [nothingAgreed];',
    'if (agreement === null) return [];',
    ...gate,
  ),
  fault('src/rules/safe-moment.ts', 'if (doubt) return none(doubt.reason);', '', ...moment),
  fault('src/rules/safe-moment.ts', 'gender === workerGender)', 'gender !== undefined)', ...moment),
  fault('src/rules/repeat.ts', ' || kinds.length === 0', '', 'src/rules/repeat.test.ts'),
  // Gates of the modules
  fault('src/rules/proposal.ts', "if (own) return not('own');", '', ...proposal),
  fault('src/rules/proposal.ts', "if (proposal.decision !== null) return not('decided');", '', ...proposal),
  fault('src/rules/proposal.ts', "if (sight === 'visiting') return not('visiting');", '', ...proposal),
  fault(
    'src/modules/risk-level/lowering.ts',
    'changed: lowering.ratingId !== standing',
    'changed: false',
    ...lowering,
  ),
  fault(
    'src/modules/closing/closing.ts',
    'passed: openSafetyActions === 0',
    'passed: openSafetyActions <= 1',
    ...closing,
  ),
  fault('src/modules/closing/closing.ts', ' && !facts.loweringWaiting', '', ...closing),
  fault('src/modules/closing/closing.ts', 'return facts.everHigh || ', 'return ', ...closing),
  // Policies of the database
  fault(
    'migrations/0015_emergency.sql',
    '    or (not ((select lintel.staff()) = any (blocked_staff))\n',
    '    or (true\n',
    ...walls,
  ),
  {
    ...fault(
      'migrations/0015_emergency.sql',
      ' and staff_id <> (select lintel.staff())\n    and not lintel.shut_out',
      '\n    and not lintel.shut_out',
      ...walls,
    ),
    survives:
      'The program refuses a review of one’s own use as well (`mayReview`); no test asks the database alone yet.',
  },
  fault(
    'migrations/0015_emergency.sql',
    'create policy not_in_emergency_added on case_access as restrictive for insert to lintel_app\n' +
      '  with check (organisation_id = lintel.organisation() and not case_id = any (' +
      "coalesce((select lintel.emergency()), '{}')));",
    '',
    ...walls,
  ),
  fault(
    'migrations/0010_risk_rating.sql',
    ' and decided_by is not distinct from lintel.staff()',
    '',
    'src/modules/risk-level/rating.db.test.ts',
  ),
  fault(
    'migrations/0004_disclosures.sql',
    '  or (not (lintel.staff() = any (blocked_staff)) and case when case_id is null',
    '  or (case when case_id is null',
    'src/modules/disclosures/triage.db.test.ts',
    'tests/leaks/walked-by-the-team.db.test.ts',
  ),
  fault(
    'migrations/0017_needs.sql',
    "(select lintel.roles()) && '{system,da_manager}' or exists (\n" +
      '    select from case_file c where c.organisation_id = equality_restricted',
    'true or exists (\n    select from case_file c where c.organisation_id = equality_restricted',

    'tests/policy/needs.db.test.ts',
  ),
  // Stores
  fault(
    'src/modules/obligations/store/sweep.ts',
    'o.next_look_at < ',
    'o.next_look_at <= ',
    'src/modules/obligations/sweep.db.test.ts',
  ),
  {
    ...fault(
      'src/modules/obligations/store/sweep.ts',
      '      and o.outcome is null\n',
      '',
      'src/modules/obligations/sweep.db.test.ts',
    ),
    survives: 'Whatever settles a promise takes its next look away in the same statement.',
  },
  fault(
    'src/modules/obligations/store/sweep.ts',
    ' for update of o skip locked',
    '',
    'src/modules/obligations/sweep.db.test.ts',
  ),
  // What happened, and the promises it moves
  fault(happenedStore, 'happening.recurs ? (happening.subjectId ?? null) : null', 'null', ...happenings),
  fault(happenedStore, 'return keepsOnly ? sql', 'return false ? sql', ...happenings),
  fault(happenedStore, "typeof keepsOnly === 'object'", 'false', ...happenings),
  fault(happenedStore, 'if (!beginsAnew) return settled;', 'return settled;', ...happenings),
  fault(happenedStore, '[name, ...(beginsAnew ? [beginsAnew] : [])]', '[name]', ...happenings),
  fault(beginStore, 'if (added === 0) return [];', '', ...happenings),
  fault(beginStore, 'if (!kept) return begun;', 'return begun;', ...happenings),
  // One proposes, another decides
  fault('src/rules/proposal.ts', "if (proposal.about === by) return not('about');", '', ...proposal),
  fault('src/rules/proposal.ts', 'decision === kind.approval && changed', 'false', ...proposal),
  fault(
    'src/rules/proposal.ts',
    "(withdrawnBy === 'proposer' && own)",
    "withdrawnBy === 'proposer'",
    ...proposal,
  ),
  fault('src/kit/proposals.ts', ' and version = ', ' and 0 < ', 'tests/proposals.db.test.ts'),
  {
    ...fault('src/kit/proposals.ts', ' and decision is null`', '`', 'tests/proposals.db.test.ts'),
    survives:
      'The version moves with the decision, in one statement: whoever saw it undecided names an older one.',
  },
  fault(
    'migrations/0031_policy_change.sql',
    ' or decided_by is distinct from proposed_by)',
    ' or true)',
    'tests/policy-change.db.test.ts',
  ),
  fault(
    'migrations/0031_policy_change.sql',
    'if new.decided_by is distinct from lintel.staff() then',
    'if false then',
    'tests/policy-change.db.test.ts',
  ),
  // Forms, drafts and mail
  fault('src/kit/http/form-page.ts', 'typed._version !== String(version)', 'false', ...formPage),
  fault(
    'src/kit/http/form-page.ts',
    'if (draft) await discardDraft(ctx, draft.form, draft.about);',
    '',
    ...formPage,
  ),
  {
    ...fault('src/kit/drafts/drafts.ts', '\n      and staff_id = ', '\n      and id <> ', ...formPage),
    survives:
      'The policy of the table shows nobody another’s drafts, and a draft is sealed for whoever wrote it.',
  },
  fault('src/kit/outbox.ts', ' and attempts = ', ' and 0 < ', ...mail),
  fault('src/kit/outbox.ts', ' for update skip locked', '', ...mail),
  // What is typed: lost on saving, asked no more, left out of a chronology, left out of a page
  fault(
    'src/modules/disclosures/store/receive.ts',
    'value[name]));',
    "(name === 'accessNeeds' ? '' : value[name])));",
    ...telling,
  ),
  fault('src/modules/disclosures/views/new-disclosure.ts', "{field('contactDoNot')}", "{''}", ...telling),
  fault(
    'src/modules/disclosures/entries.ts',
    "question(name).goes === 'told')",
    "question(name).goes === 'told' && name !== 'whoCanHear')",
    ...telling,
  ),
  fault(
    'src/modules/disclosures/views/show.ts',
    "{section('Children, needs and wishes', [...rows('needs'), ...childRowsOf(disclosure)])}",
    "{''}",
    ...telling,
  ),
  fault('src/modules/tasks/views/task.ts', 'verbatim(task.why)', "verbatim('')", ...everyForm),
];
