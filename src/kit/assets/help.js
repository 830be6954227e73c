// The way out. Back must not bring the page back, so it is emptied, replaced, and left again on return.
(() => {
  const root = document.documentElement;
  const key = 'left';
  let presses = 0;
  let last = 0;

  function leave() {
    root.hidden = true;
    document.title = 'Loading';
    try {
      sessionStorage.setItem(key, '1');
    } catch {}
    document.body?.replaceChildren();
    location.replace(root.dataset.exitUrl);
  }

  function returned(event) {
    try {
      if (!sessionStorage.getItem(key)) return;
      const [entry] = performance.getEntriesByType('navigation');
      if (event?.persisted || entry?.type !== 'navigate') leave();
      else sessionStorage.removeItem(key);
    } catch {}
  }

  addEventListener('pageshow', returned);
  addEventListener('click', (event) => {
    if (!event.target.closest?.('[data-exit]')) return;
    event.preventDefault();
    leave();
  });
  addEventListener('keydown', (event) => {
    if (event.repeat) return;
    const now = event.timeStamp;
    if (event.key !== 'Shift') presses = 0;
    else presses = now - last < 5000 ? presses + 1 : 1;
    last = now;
    if (presses === 3) leave();
  });
  addEventListener('DOMContentLoaded', () => {
    for (const hint of document.querySelectorAll('[data-exit-keys]')) hint.hidden = false;
  });
  returned();
})();
