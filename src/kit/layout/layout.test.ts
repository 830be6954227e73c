import assert from 'node:assert/strict';
import { test } from 'node:test';
import { html, render } from '../html.ts';
import { helpPage } from './help.ts';
import { type StaffPage, staffPage } from './staff.ts';

const assets = { css: '/assets/a.css', js: '/assets/a.js', icon: '/assets/a.svg' };
const main = html`<h1>Case</h1>`;

function staff(more: Partial<StaffPage> = {}): string {
  return render(staffPage({ title: 'Case – Lintel', main, assets, ...more }));
}

test('no page has an inline script, an inline style or anything from another host', () => {
  const signedIn = { signedInAs: 'Sam Field', csrfToken: 'token', idleSeconds: 1800 };
  for (const page of [staff(signedIn), render(helpPage({ title: 'Help', main, assets }))]) {
    assert.doesNotMatch(page, /<style|style=|<script(?![^>]* src="\/)|\son[a-z]+=/i);
    const addresses = [...page.matchAll(/(?:src|href|action)="([^"]*)"/g)].map(([, address]) => address);
    assert.deepEqual(
      addresses.filter((address) => !/^[/#]/.test(String(address))),
      [],
    );
    assert.match(page, /<meta name="referrer" content="no-referrer">/);
  }
});

test('a page whose form came back says so first in its title', () => {
  assert.match(staff({ errorTitlePrefix: true }), /<title>Error: Case – Lintel<\/title>/);
});

test('signed out there is no account, no session to end and no token', () => {
  assert.doesNotMatch(staff(), /Sign out|session-warning|csrf-token|data-session/);
});

test('signed in there are ways to hide the page and to sign out, and the warning before the session ends', () => {
  const page = staff({
    signedInAs: 'Sam Field',
    csrfToken: 'token',
    idleSeconds: 1800,
    notificationsCount: 2,
  });
  assert.match(page, /data-session-idle-seconds="1800" data-session-extend-url="\/session\/extension"/);
  assert.match(page, /<dialog[^>]*id="session-warning"/);
  assert.match(page, /\(2 unread\)/);
  assert.equal(page.match(/name="_csrf" value="token"/g)?.length, 3);
});

test('the navigation shows what it is given and marks where one is', () => {
  const page = staff({ navigation: [{ href: '/', text: 'My cases', current: true }, false] });
  assert.match(page, /aria-current="page"[^>]*><strong[^>]*>My cases/);
});

test('what is opened less often is folded away under “More”, which says when one is there', () => {
  const group = (active: boolean) => [{ heading: 'Team', items: [{ href: '/rota', text: 'Rota', active }] }];
  const page = (active: boolean) =>
    staff({ navigation: [{ href: '/', text: 'My day' }], more: group(active) });
  assert.match(page(false), /<details><summary[^>]*>More<\/summary>/);
  assert.match(page(false), /<p[^>]* id="more-team">Team<\/p>\s*<ul[^>]* aria-labelledby="more-team">/);
  assert.match(page(true), /More<span class="govuk-visually-hidden">, where you are: Rota<\/span>/);
  assert.match(page(true), /href="\/rota" aria-current="true"\s*>Rota/);
});

test('the way out comes before everything else on a help page', () => {
  const page = render(helpPage({ title: 'Help', main, assets, exitUrl: 'https://weather.example/' }));
  const [, firstLink] = /<body>[\s\S]*?<a [^>]*href="([^"]*)"/.exec(page) ?? [];
  assert.equal(firstLink, '/exit');
  assert.match(page, /data-exit-url="https:\/\/weather\.example\/"/);
});
