import { formHeaders } from './csrf.js';

const pauseMs = 2000;

/**
 * Saves what is being written a moment after each pause. The form says where (`data-draft-url`), what to say when it
 * is done (`data-draft-saved`), and may hold the place for the words (`data-draft-status`). Passwords and files are
 * never part of a draft.
 * @returns saves at once, and is done when it is saved
 */
export function keepDrafts(form) {
  const status = form.querySelector('[data-draft-status]') ?? form.appendChild(statusLine());
  let timer;
  let saved = fieldsOf(form).toString();
  let sending = false;

  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(save, pauseMs);
  });
  form.addEventListener('submit', () => clearTimeout(timer));
  addEventListener('pagehide', () => clearTimeout(timer));
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden' && timer) save();
  });

  return save;

  async function save() {
    clearTimeout(timer);
    timer = undefined;
    const fields = fieldsOf(form);
    const text = fields.toString();
    if (sending || text === saved) return;
    sending = true;
    try {
      const answer = await fetch(form.dataset.draftUrl, {
        method: 'POST',
        headers: formHeaders(),
        body: fields,
        keepalive: text.length < 60_000,
      });
      if (!answer.ok || answer.redirected) throw new Error(String(answer.status));
      saved = text;
      status.textContent = `${form.dataset.draftSaved ?? 'Draft saved'} ${clock()}`;
    } catch {
      status.textContent = 'The draft could not be saved. Keep this page open.';
      timer = setTimeout(save, pauseMs * 5);
    }
    sending = false;
  }
}

function fieldsOf(form) {
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    const secret = form.elements.namedItem(name)?.type === 'password';
    if (typeof value === 'string' && !secret && name !== '_submission') fields.append(name, value);
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
