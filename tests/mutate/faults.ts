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

export const faults: readonly Fault[] = [
  // Rules: clocks
  fault('src/rules/clock.ts', 'local.toPlainTime(), last) < 0', 'local.toPlainTime(), last) <= 0', ...clock),
  fault('src/rules/clock.ts', 'passed < rule.workingDays', 'passed <= rule.workingDays', ...clock),
  fault('src/rules/clock.ts', 'if (met && !later(met, due))', 'if (met)', ...clock),
  fault('src/rules/clock.ts', 'if (planned && !later(planned, due))', 'if (planned)', ...clock),
  fault('src/rules/clock.ts', 'return later(now, due) ?', 'return !later(due, now) ?', ...clock),
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
  fault(
    'migrations/0015_emergency.sql',
    ' and staff_id <> (select lintel.staff())\n    and not lintel.shut_out',
    '\n    and not lintel.shut_out',
    ...walls,
  ),
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
    'tests/leaks/leaks.db.test.ts',
  ),
  fault(
    'migrations/0017_needs.sql',
    "(select lintel.roles()) && '{system,da_manager}' or exists (\n" +
      '    select from case_file c where c.organisation_id = equality_restricted',
    'true or exists (\n    select from case_file c where c.organisation_id = equality_restricted',

    'tests/policy/needs.db.test.ts',
  ),
  // Stores
  {
    ...fault(
      'src/modules/obligations/store/sweep.ts',
      'o.next_look_at < ',
      'o.next_look_at <= ',
      'src/modules/obligations/sweep.db.test.ts',
    ),
    survives:
      '`look` weighs the moment again and does nothing at it; a hundred at one instant would be looked at ' +
      'for ever, which no test tries.',
  },
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
    "{section('Children, needs and wishes', rows('needs'))}",
    "{''}",
    ...telling,
  ),
  fault('src/modules/tasks/views/task.ts', 'verbatim(task.why)', "verbatim('')", ...everyForm),
];
