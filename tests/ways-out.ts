/**
 * For whom what leaves is meant. For others it leaves by a decision about sharing that stands, and no other way. What
 * a duty to safeguard sends is decided too, and nothing that is missing stops it (V3.6, L2.5).
 */
export type Whither = 'others' | 'a duty' | 'the person' | 'the team' | 'nobody is in it';

const decided = (why: string) => ({ whither: 'others', why }) as const;
const duty = (why: string) => ({ whither: 'a duty', why }) as const;
const theirs = (why: string) => ({ whither: 'the person', why }) as const;
const ours = (why: string) => ({ whither: 'the team', why }) as const;
const empty = (why: string) => ({ whither: 'nobody is in it', why }) as const;

/** Every route by which something leaves as a file, on paper or over a link, and for whom. */
export const waysOut: Readonly<Record<string, { readonly whither: Whither; readonly why: string }>> = {
  'POST /cases/:id/exports': decided('The chronology as a file or a sheet'),
  'GET /cases/:id/exports': ours('What was taken away before'),
  'GET /cases/:id/exports/new': ours('What it is for is asked; nothing is made'),
  'POST /cases/:id/exports/new': decided('Who would learn it; nothing is made'),
  'GET /cases/:id/risk/assessments/:assessment/copies/new': ours('What it is for is asked; nothing is made'),
  'POST /cases/:id/risk/assessments/:assessment/copies/new': decided('An assessment on paper'),
  'GET /cases/:id/risk/assessments/:assessment/copies/:copy/print': decided('The same sheet once more'),
  'POST /cases/:id/risk/assessments/:assessment/copies/:copy/print': decided('The same sheet once more'),
  'GET /cases/:id/risk/assessments/:assessment/copies/:copy': decided('The sheet'),
  'POST /cases/:id/shares/:share/file': decided('An encrypted file'),
  'GET /cases/:id/shares/:share/sent/:sent': decided('The encrypted file, to be handed on'),
  'POST /cases/:id/shares/:share/link': decided('A link to the partner site'),
  'POST /cases/:id/shares/:share/paper': duty(
    'A referral for safeguarding as a PDF; of nothing else there is one',
  ),
  'GET /costs.csv': empty('What domestic abuse costs, as totals without people'),
  'GET /referrals.csv': ours('Referrals that are open, without names'),
  'POST /:link': decided('What a link opens, on the partner site'),
  'POST /jobs/:link': theirs(
    'One job in their home, at the time and by the name that they agreed, for its day',
  ),
  'GET /cases/:id/evidence': ours('Which packs were made'),
  'GET /cases/:id/evidence/:pack': ours('What stands in the register of packs'),
  'GET /cases/:id/shares/:share/evidence/new': decided('An evidence pack'),
  'POST /cases/:id/shares/:share/evidence/new': decided('An evidence pack'),
  'GET /cases/:id/evidence/:pack/archive': decided('The evidence pack, to be handed on'),
  'GET /cases/:id/files/:file/taking': ours('A file to work on; for others it goes as an evidence pack'),
  'POST /cases/:id/files/:file/taking': ours('A file to work on; for others it goes as an evidence pack'),
  'POST /cases/:id/plan/copies/new': theirs(
    'Their plan, and what there is for their home, in a way and at a place that they agreed',
  ),
  'POST /cases/:id/plan/copies/:copy/print': theirs('The same sheet once more'),
  'POST /letters/printing': theirs('Letters that the firewall lets go'),
  'POST /letters/papers/:paper/again': theirs('One of them once more'),
  'POST /cases/:id/messages/:message/doubt': theirs('A message of which nobody knows whether it went'),
  'POST /letters/papers/:paper/outcome': theirs('That a letter was posted or destroyed'),
  'GET /cases.csv': ours('Whoever leads the cases has them as a list'),
  'GET /cases/team.csv': ours('Whoever manages the team has its cases as a list'),
  'GET /calendars/:calendar/appointments.ics': ours('Times and neutral words, in one’s own calendar'),
  'GET /owed.csv': ours('Whoever manages the team has what is owed to people as a list'),
  'GET /stock.csv': empty('Things by their numbers'),
  'GET /board.csv': empty('Counts'),
};

/** Source files that answer with a file or a sheet, and what that is. */
export const answersWithPaper: Readonly<Record<string, string>> = {
  'src/modules/account/routes/account.ts': 'One’s own recovery codes',
  'src/modules/account/routes/drafts.ts': 'That a draft is saved',
  'src/modules/account/routes/sessions.ts': 'That somebody is still signed in',
  'src/modules/assessments/routes/answers.ts': 'That an answer is saved',
  'src/modules/assessments/routes/copies.ts': 'others',
  'src/modules/board/routes/board.ts': 'Counts',
  'src/modules/board/routes/clause.ts': 'A picture of counts',
  'src/modules/cases/routes/caseload.ts': 'A list of one’s own cases or of the team’s',
  'src/modules/chronology/routes/exports.ts': 'others',
  'src/modules/costs/routes/totals.ts': 'What domestic abuse costs, as totals without people',
  'src/modules/diary/routes/feed.ts': 'One’s own calendar',
  'src/modules/disclosures/routes/files.ts': 'A picture of what was told, behind the wall',
  'src/modules/files/routes/evidence.ts': 'others',
  'src/modules/files/routes/files.ts': 'A file, behind the wall of its case',
  'src/modules/letters/routes/to-print.ts': 'Letters to the person',
  'src/modules/plans/routes/copies.ts': 'Their own plan',
  'src/modules/register/routes/imports.ts': 'What is wrong with an upload',
  'src/modules/risk/routes/risk.ts': 'A picture of levels, behind the wall',
  'src/modules/safeguarding/routes/list.ts': 'A list of references, without names',
  'src/modules/sharing/routes/send.ts': 'others',
  'src/modules/support/routes/owed.ts': 'A list of what is owed in the team’s cases',
  'src/modules/support/routes/stock.ts': 'Things by their numbers',
};
