import { modules } from './modules.ts';
import { type Reach, reaches, type Source, withoutComments } from './sources.ts';

/** What a file breaks, in words that say where and why. */
export type Breach = Readonly<{ path: string; because: string }>;

/** Parts of the kit that only reckon and render; whatever is pure may reach these and no others. */
export const pureKit = [
  'src/kit/bidi.ts',
  'src/kit/components/',
  'src/kit/decision-form.ts',
  'src/kit/documents/model.ts',
  'src/kit/forms.ts',
  'src/kit/html-places.ts',
  'src/kit/html.ts',
  'src/kit/http/problems.ts',
  'src/kit/http/answers.ts',
  'src/kit/http/errors.ts',
  'src/kit/http/problems.ts',
  'src/kit/layout/',
  'src/kit/picture.ts',
  'src/kit/real-reason.ts',
  'src/kit/starting-wordings.ts',
  'src/kit/telling-words.ts',
  'src/kit/typed-day.ts',
  'src/kit/typed-money.ts',
  'src/kit/typed-moment.ts',
] as const;

/** Packages that touch nothing: they reckon with what they are given. */
const purePackages: readonly string[] = [
  'zod',
  'otpauth',
  'uqr',
  '@observablehq/plot',
  'linkedom',
  'ical-generator',
];
const atTheWorld: readonly string[] = ['store', 'routes', 'jobs', 'index'];

type Room = 'rules' | 'packs' | 'kit' | 'modules' | 'demonstration' | 'app' | 'tests' | 'outside';

const mayReach: Readonly<Record<Room, readonly Room[]>> = {
  rules: ['rules', 'outside'],
  packs: ['packs', 'rules', 'outside'],
  kit: ['kit', 'packs', 'rules', 'outside'],
  modules: ['modules', 'kit', 'rules', 'outside'],
  demonstration: ['demonstration', 'modules', 'kit', 'rules', 'outside'],
  app: ['app', 'demonstration', 'modules', 'kit', 'packs', 'rules', 'outside'],
  tests: ['tests', 'app', 'demonstration', 'modules', 'kit', 'packs', 'rules', 'outside'],
  outside: ['outside'],
};

export function roomOf(path: string): Room {
  if (isTest(path)) return 'tests';
  const [top, room] = path.split('/');
  if (top === 'start.ts') return 'app';
  if (top === 'demonstration') return 'demonstration';
  if (top !== 'src') return 'outside';
  return room === 'rules' || room === 'packs' || room === 'kit' || room === 'modules' ? room : 'app';
}

export function isPure(path: string): boolean {
  const room = roomOf(path);
  if (room === 'modules') return !atTheWorld.includes(partOf(path));
  if (room === 'demonstration') return path.startsWith('demonstration/script/');
  return (
    room === 'rules' || room === 'packs' || (room === 'kit' && pureKit.some((each) => path.startsWith(each)))
  );
}

/** Tests, and what only tests use: they may look anywhere. */
function isTest(path: string): boolean {
  return /^(tests|bench)\/|(\.test|\.fixture|\/testing)\.ts$/.test(path);
}

/** `views` of `src/modules/case-file/views/people.ts`, `states` of `src/modules/case-file/states.ts`. */
function partOf(path: string): string {
  return path.split('/')[3]?.replace(/\.ts$/, '') ?? '';
}

function moduleOf(path: string): string | null {
  return roomOf(path) === 'modules' ? (path.split('/')[2] ?? null) : null;
}

/** rules ← packs, rules ← kit, rules and kit ← modules ← app. */
export function direction(source: Source): readonly Breach[] {
  const room = roomOf(source.path);
  return about(source, ({ to }) => {
    const theirs = roomOf(to);
    if (!mayReach[room].includes(theirs)) return `${room} may not reach ${theirs} (${to})`;
    return null;
  });
}

/** A module is entered by its doors, and only by those who know it: `index.ts`, and for what is pure `pure.ts`. */
export function acquaintance(source: Source): readonly Breach[] {
  const own = moduleOf(source.path);
  if (roomOf(source.path) === 'tests') return [];
  return about(source, ({ to }) => {
    const other = moduleOf(to);
    if (other === null || other === own) return null;
    if (!new RegExp(`/${other}/(index|pure)\\.ts$`).test(to)) return `${to} is no door of ${other}`;
    if (own !== null && !modules[own]?.knows.includes(other)) return `${own} does not know ${other}`;
    return null;
  });
}

/** What is pure reaches only what is pure: it can be tried in a sentence, without a database or a clock. */
export function purity(source: Source): readonly Breach[] {
  if (!isPure(source.path)) return [];
  return about(source, ({ to, typeOnly }) => {
    if (typeOnly || isPure(to)) return null;
    if (to.endsWith('.json') || purePackages.some((name) => to === name || to.startsWith(`${name}/`)))
      return null;
    return `a pure file reaches ${to}`;
  });
}

/** Only kit/now.ts reads the time; a page's own script asks the browser's clock. */
export function oneClock({ path, text }: Source): readonly Breach[] {
  const reads =
    /\bDate\.now\b|\bnew Date\(\s*\)|\bTemporal\.Now\b|\bperformance\.now\b|\bhrtime\b|\b(?:current|clock|transaction|statement)_timestamp\b/;
  const exempt = path === 'src/kit/now.ts' || path.startsWith('src/kit/assets/') || isTest(path);
  if (exempt || !/^(src|demonstration|migrations)\/|^start\.ts$/.test(path)) return [];
  const found = reads.exec(withoutComments(text));
  return found ? [{ path, because: `${found[0]} reads the time; services.now() gives it` }] : [];
}

/** SQL lives in stores, jobs and the kit. */
export function sqlAtHome({ path, text }: Source): readonly Breach[] {
  const atHome = path.startsWith('src/kit/') || /^src\/modules\/[^/]+\/(store|jobs)(\.ts$|\/)/.test(path);
  const elsewhere = path.startsWith('src/') || path.startsWith('demonstration/script/');
  if (atHome || !elsewhere || isTest(path)) return [];
  return /\bsql`|\.query\(/.test(withoutComments(text)) ? [{ path, because: 'SQL belongs in store.ts' }] : [];
}

/** The shape of a row is built once, not each time that rows are read. */
export function shapesAtLoad({ path, text }: Source): readonly Breach[] {
  if (!path.startsWith('src/') || isTest(path)) return [];
  return /\b(one|rows|maybe)\(\s*z\./.test(withoutComments(text))
    ? [{ path, because: 'a zod schema is built where rows are read: build it once, beside the function' }]
    : [];
}

/** What happens to a case reaches the record through `happened` alone, which moves the promises that wait for it. */
export function onePenForCases(source: Source): readonly Breach[] {
  const { path } = source;
  const mayWrite =
    path === 'src/kit/record.ts' || path.startsWith('src/modules/obligations/') || isTest(path);
  if (mayWrite || !/^(src|demonstration)\//.test(path)) return [];
  return /\bwriteEvent(AtEnd)?\b/.test(withoutComments(source.text)) && path !== 'src/kit/event.ts'
    ? [{ path, because: 'an event of a case is told with happened(), one of the office with record()' }]
    : [];
}

/** A file is one idea: 300 lines at most; a style sheet, which is read by looking things up, 500. */
export function oneIdea({ path, text }: Source): readonly Breach[] {
  if (path.endsWith('.sql')) return [];
  const lines = text.trimEnd().split('\n').length;
  const most = path.endsWith('.scss') ? 500 : 300;
  return lines > most ? [{ path, because: `${lines} lines, ${most} at most` }] : [];
}

/** Templates too, which the formatter leaves alone. A regular expression that is all of its line cannot be broken. */
export function lineLength({ path, text }: Source): readonly Breach[] {
  if (!/\.(ts|mjs)$/.test(path)) return [];
  return text.split('\n').flatMap((line, index) => {
    const length = [...line].length;
    if (length <= 120 || /^\s*\/(?![/*]).*\/[a-z]*[,;]?$/.test(line)) return [];
    return [{ path, because: `line ${index + 1} has ${length} characters, 120 at most` }];
  });
}

/** What Node cannot strip, and rooms for everything that has no name. */
export function plainness(source: Source): readonly Breach[] {
  const breaches: Breach[] = [];
  const code = withoutComments(source.text);
  if (/^\s*(?:export\s+)?(?:declare\s+)?(?:const\s+)?enum\s+\w/m.test(code) && source.path.endsWith('.ts'))
    breaches.push({ path: source.path, because: 'an enum: use a union' });
  if (/\/(utils?|helpers?|misc|common)\.ts$/.test(source.path))
    breaches.push({ path: source.path, because: 'name the one idea it holds' });
  if (isBarrel(source.path, code)) breaches.push({ path: source.path, because: 'it only passes others on' });
  return breaches;
}

function isBarrel(path: string, code: string): boolean {
  if (!path.endsWith('.ts') || /^src\/modules\/[^/]+\/(index|pure)\.ts$/.test(path)) return false;
  const left = code.replace(/^export\s[^;]*?\sfrom\s+'[^']+';/gm, '').trim();
  return left === '' && code.trim() !== '';
}

export function about(source: Source, judge: (reach: Reach) => string | null): readonly Breach[] {
  if (!/\.(ts|mjs)$/.test(source.path)) return [];
  return reaches(source).flatMap((reach) => {
    const because = judge(reach);
    return because === null ? [] : [{ path: source.path, because }];
  });
}
