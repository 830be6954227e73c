import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseHTML } from 'linkedom';
import type { StaffRoute } from '#kit/http/route.ts';
import { staffRoutes } from '../src/app.ts';
import { filledIn } from './filled-in.ts';
import { lintelSite } from './lintel-site.ts';
import { liveIn } from './lived-in.ts';
import { addSession, browser, london, type TestBrowser } from './site.ts';

type Taking = StaffRoute & { readonly form: NonNullable<StaffRoute['form']> };

const forms = staffRoutes.filter((route): route is Taking => 'form' in route && route.form !== undefined);

/** What is shown only in a state that the lived-in landlord is not in; each is tried in its module’s own tests. */
const elsewhere: readonly string[] = [
  '/cases/:id/plans/new',
  '/funds/:fund/year-end',
  '/cases/:id/messages/:message/beside-others',
  '/cases/:id/diary/:planned/finding',
  '/cases/:id/enforcement/:action/manager',
  '/cases/:id/enforcement/:action/telling',
  '/cases/:id/enforcement/:action/taking',
  '/cases/:id/pauses/new',
  '/cases/:id/reopening',
  '/cases/:id/mediation/:mediation/manager',
  '/cases/:id/mediation/:mediation/arrangement',
];

/** Nationality and immigration are written in one place, and a draft would be another. */
const keepsNoDraft: readonly string[] = ['/cases/:id/equality/restricted'];

const start = london('2026-11-18T13:10');
const typedText = 'She said that he';
const aTextFile = { field: 'files', name: 'note.txt', bytes: new TextEncoder().encode('Words of hers') };

/** As much of an element as is read here. */
interface Tag {
  readonly tagName: string;
  readonly textContent: string;
  getAttribute(name: string): string | null;
  querySelectorAll(selector: string): Iterable<Tag>;
}

/** The form on a page that is sent to this address. */
function formOn(body: string, action: string): Tag | undefined {
  const { document } = parseHTML(body) as unknown as { document: Tag };
  return [...document.querySelectorAll('form[method="post"]')].find(
    (form) => form.getAttribute('action') === action,
  );
}

const longTexts = (form: Tag) => [...form.querySelectorAll('textarea[name]')];
const texts = (form: Tag) => [
  ...longTexts(form),
  ...[...form.querySelectorAll('input[type="text"][name]')].filter(
    (each) => !/-(day|month|year|time|starts|ends)$|code$/i.test(each.getAttribute('name') ?? ''),
  ),
];

test('every form keeps what was typed, for whoever typed it, and lets nobody overwrite unseen', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');
  const { office, everybody, ids } = await liveIn(lintel, 'vivid-2023');
  const { organisation } = office.landlord;
  const signsIn = async (staff = everybody.staff): Promise<TestBrowser> =>
    browser(lintel.app, staff, await addSession(lintel.services, organisation, staff));
  const at = (path: string) => filledIn(path, ids);
  const missing: string[] = [];

  for (const route of forms) {
    const [page, action] = [at(route.form.shownAt), at(route.path)];
    lintel.clock.set(start);
    const desk = await signsIn();
    const shown = await desk.get(page);
    const form = shown.statusCode === 200 ? formOn(shown.body, action) : undefined;
    if (!form) {
      missing.push(route.path);
      continue;
    }

    await t.test(`${route.path}: keeps a draft where there is something long to write`, () => {
      const asksForMuch = longTexts(form).length > 0 && !keepsNoDraft.includes(route.path);
      assert.ok(route.draft || !asksForMuch);
    });

    const [field] = texts(form);
    const name = field?.getAttribute('name');
    if (route.draft && name)
      await t.test(
        `${route.path}: a session that ends keeps it, and offers it after signing in`,
        async () => {
          lintel.clock.set(start.add({ minutes: 31 }));
          const late = await desk.post(action, { [name]: typedText }, route.upload ? [aTextFile] : undefined);
          assert.equal(late.headers.location, `/sign-in?next=${encodeURIComponent(action)}`);
          lintel.clock.set(start);
          const again = await signsIn();
          const next = await again.get(action);
          const offered = next.statusCode === 303 ? await again.get(String(next.headers.location)) : next;
          assert.match(offered.body, /You have a draft saved/);
          assert.doesNotMatch(offered.body, new RegExp(typedText), 'not before it is asked for');
          const on = /href="([^"]*draft=[^"]*)"/.exec(offered.body)?.[1] ?? '';
          assert.match((await again.get(on.replaceAll('&amp;', '&'))).body, new RegExp(typedText));
          const colleague = await signsIn(office.manager.staff);
          assert.doesNotMatch((await colleague.get(on)).body, new RegExp(`You have a draft|${typedText}`));
        },
      );

    if (route.form.version === 'compared')
      await t.test(`${route.path}: whoever saw another version sees both texts`, async () => {
        const sent = await desk.post(action, { _version: 'another', ...(name && { [name]: typedText }) });
        assert.equal(sent.statusCode, 409);
        if (name) assert.match(sent.body, new RegExp(typedText));
        assert.match(
          sent.body,
          /[Ss]omebody else (has )?(changed|recorded|saved|agreed|wrote)|This has changed since/,
        );
      });
  }
  assert.deepEqual(missing, elsewhere, 'every other form is shown in the lived-in landlord');
});
