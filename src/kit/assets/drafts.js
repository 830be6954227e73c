import { formHeaders } from './csrf.js';

const pauseMs = 2000;

/**
 * Saves what is being written a moment after each pause. The form says where (`data-draft-url`), what to say when it
 * is done (`data-draft-saved`), and may hold the place for the words (`data-draft-status`). Passwords and files are
 * never part of a draft. Once the form is sent nothing is saved any more: a draft would outlive what was saved.
 * @returns saves at once, and is done when it is saved
 */
export function keepDrafts(form) {
  const status = form.querySelector('[data-draft-status]') ?? form.appendChild(statusLine());
  let timer;
  // What came back to be put right was typed before, and is not saved yet.
  let saved = cameBack(form) ? null : fieldsOf(form).toString();
  let underWay = null;

  form.addEventListener('input', () => saveIn(pauseMs));
  form.addEventListener('submit', () => {
    saveIn(null);
    underWay?.abort();
  });
  addEventListener('pagehide', () => saveIn(null));
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden' && timer) save();
  });
  if (saved === null) saveIn(pauseMs);

  return save;

  function saveIn(ms) {
    clearTimeout(timer);
    timer = ms === null ? undefined : setTimeout(() => (underWay ? saveIn(pauseMs) : save()), ms);
  }

  async function save() {
    saveIn(null);
    const fields = fieldsOf(form);
    const text = fields.toString();
    if (text === saved) return;
    // The freshest words go at once, in place of those under way.
    underWay?.abort();
    const own = new AbortController();
    underWay = own;
    try {
      const answer = await fetch(form.dataset.draftUrl, {
        method: 'POST',
        headers: formHeaders(),
        body: fields,
        keepalive: text.length < 60_000,
        signal: own.signal,
      });
      const sentBefore = answer.status === 409 && isDraft(form);
      if (!sentBefore && (!answer.ok || answer.redirected)) throw new Error(String(answer.status));
      saved = text;
      status.textContent = sentBefore
        ? 'This was sent already. Open the page again before you write more.'
        : `${form.dataset.draftSaved ?? 'Draft saved'} ${clock()}`;
    } catch {
      if (own.signal.aborted) return;
      status.textContent = 'The draft could not be saved. Keep this page open.';
      saveIn(pauseMs * 5);
    } finally {
      if (underWay === own) underWay = null;
    }
  }
}

/** The sheet of an assessment saves its answers themselves; every other form a draft beside it. */
function isDraft(form) {
  return form.dataset.draftUrl.startsWith('/drafts/');
}

/** The page answers to this form: with what was wrong, or with what was looked up. */
function cameBack(form) {
  if (document.body.dataset.cameBack === undefined || !isDraft(form)) return false;
  const { pathname } = new URL(form.action);
  return location.pathname === pathname || location.pathname.startsWith(`${pathname}/`);
}

function fieldsOf(form) {
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    const secret = form.elements.namedItem(name)?.type === 'password';
    if (typeof value === 'string' && !secret) fields.append(name, value);
  }
  return fields;
}

function statusLine() {
  const line = document.createElement('p');
  line.className = 'lintel-draft-status';
  line.setAttribute('role', 'status');
  return line;
}

function clock() {
  return new Date().toLocaleTimeString('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Europe/London',
  });
}
