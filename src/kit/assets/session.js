import { formHeaders } from './csrf.js';

const warningSeconds = 120;

/** Warns two minutes before the session ends, and leaves the page when it has ended. */
export function warnBeforeSessionEnds({ sessionIdleSeconds, sessionExtendUrl }) {
  const dialog = document.getElementById('session-warning');
  const idleMs = Number(sessionIdleSeconds) * 1000;
  if (!dialog?.showModal || !(idleMs > 0) || !sessionExtendUrl) return;

  const remaining = dialog.querySelector('[data-session-remaining]');
  const status = dialog.querySelector('[data-session-status]');
  let endsAt = Date.now() + idleMs;

  // Another tab of the same person may have kept the session alive.
  const channel = new BroadcastChannel('session');
  channel.onmessage = ({ data }) => prolong(data);
  channel.postMessage(endsAt);

  function prolong(until) {
    endsAt = Math.max(endsAt, until);
    if (dialog.open) dialog.close();
  }

  async function stay() {
    const body = new URLSearchParams({ _csrf: formHeaders()['x-csrf-token'] });
    try {
      const answer = await fetch(sessionExtendUrl, { method: 'POST', headers: formHeaders(), body });
      if (!answer.ok || answer.redirected) return location.reload();
      prolong(Date.now() + idleMs);
      channel.postMessage(endsAt);
    } catch {
      status.textContent = 'There is no connection. Try again.';
    }
  }

  dialog.querySelector('[data-session-stay]').addEventListener('click', stay);
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    stay();
  });

  // The clock is looked at each second: a laptop that slept has not counted.
  setInterval(() => {
    const seconds = Math.ceil((endsAt - Date.now()) / 1000);
    if (seconds <= 0) return location.reload();
    if (seconds > Math.min(warningSeconds, idleMs / 2000)) return;
    if (!dialog.open) dialog.showModal();
    remaining.textContent = words(seconds);
  }, 1000);
}

function words(seconds) {
  if (seconds > 60) return `${Math.ceil(seconds / 60)} minutes`;
  return seconds > 30 ? 'less than a minute' : 'less than half a minute';
}
