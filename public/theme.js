/* Runs before the first paint, so that a chosen theme never flashes, and no answer is lost to code that is still coming. */
(() => {
  const root = document.documentElement;
  const key = (name) => `${root.dataset.book}.${name}`;
  let theme = 'auto';
  /** What a reader has set, by name: `data-reading-NAME`, and `--reading-NAME` where it is a number. */
  let reading = {};
  const read = () => {
    try {
      theme = localStorage.getItem(key('theme')) ?? 'auto';
      reading = JSON.parse(localStorage.getItem(key('reading')) ?? '{}');
    } catch {
      // Storage is closed: the choice lasts for this page.
    }
  };
  const apply = () => {
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
    else delete root.dataset.theme;
    for (const name of ['size', 'line', 'measure', 'spacing', 'face', 'hyphens', 'cards', 'help']) {
      const value = reading?.[name];
      if (value) root.setAttribute(`data-reading-${name}`, value);
      else root.removeAttribute(`data-reading-${name}`);
      root.style.setProperty(`--reading-${name}`, value > 0 ? value : '');
    }
  };
  const begin = () => {
    read();
    apply();
  };
  // Without a choice the system's theme stands. A document from a file must not touch storage yet: see src/offline/storage-ready.ts.
  if (root.dataset.edition === 'one-file') document.addEventListener('storageready', begin);
  else begin();
  // The way back may lead to a page that was put away before the choice.
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) begin();
  });
  document.addEventListener('reading', ({ detail }) => {
    ({ theme, reading } = detail);
    apply();
    try {
      localStorage.setItem(key('theme'), theme);
      localStorage.setItem(key('reading'), JSON.stringify(reading));
    } catch {
      // As above.
    }
  });
  // Nobody listens yet: the browser would leave the page, and with it what was entered. src/page.ts submits it again.
  document.addEventListener('submit', (event) => {
    if (event.defaultPrevented || event.target.method === 'dialog') return;
    event.preventDefault();
    event.target.dataset.missed = '';
  });
  // One file comes whole or not at all.
  if (root.dataset.edition !== 'one-file') watchForScript();

  /** Says that the script of the page, which says all else, does not come, and fetches it again when asked to; what was typed is kept. */
  function watchForScript() {
    const typed = new Set();
    const typedKey = key(`typed ${location.pathname}`);
    const fields = () => [
      ...document.querySelectorAll('input:not([type="file"]), select, textarea'),
    ];
    const isHere = () => customElements.get('book-work') !== undefined;
    const make = (name, parts) => Object.assign(document.createElement(name), parts);
    const notice = make('div', { className: 'no-script', role: 'alert' });
    notice.append(make('p'), make('button', { type: 'button' }));
    const say = (name) => {
      const words = document.querySelector('footer[data-no-script]')?.dataset;
      if (!words || isHere()) return;
      document.body.append(notice);
      notice.firstElementChild.textContent = words[name];
      notice.lastElementChild.textContent = words.tryAgain;
    };
    const onError = ({ target }) => target instanceof HTMLScriptElement && say('noScript');
    const onInput = ({ target }) => typed.add(target);
    const keep = () => {
      const all = fields().flatMap((field, at) =>
        typed.has(field) ? [[at, field.value, field.checked]] : [],
      );
      if (all.length > 0) sessionStorage.setItem(typedKey, JSON.stringify(all));
    };
    const again = () => {
      say('asking');
      const { src } = document.querySelector('script[type="module"]');
      const asked = performance.getEntriesByType('resource').map(({ name }) => name);
      const files = new Set([src, ...asked.filter((name) => name.endsWith('.js'))]);
      // Past what the browser holds: what has come may be empty, and modules are kept, failures too, until the page goes.
      const how = { cache: 'reload', signal: AbortSignal.timeout(8000) };
      const answers = [...files].map(
        async (file) => (await fetch(file, how)).ok || Promise.reject(),
      );
      Promise.all(answers).then(
        () => location.reload(),
        () => say('noAnswer'),
      );
    };
    const giveBack = () => {
      const all = fields();
      for (const [at, value, checked] of JSON.parse(sessionStorage.getItem(typedKey) ?? '[]')) {
        Object.assign(all[at], { value, checked });
        for (const type of ['input', 'change'])
          all[at].dispatchEvent(new Event(type, { bubbles: true }));
      }
      sessionStorage.removeItem(typedKey);
    };
    const end = () => {
      notice.remove();
      document.removeEventListener('error', onError, true);
      document.removeEventListener('input', onInput, true);
      removeEventListener('pagehide', keep);
      giveBack();
    };
    document.addEventListener('error', onError, true);
    document.addEventListener('input', onInput, true);
    notice.lastElementChild.addEventListener('click', again);
    addEventListener('pagehide', keep);
    setTimeout(say, 4000, 'noScript');
    // Throws where storage is closed: then nothing was kept.
    customElements
      .whenDefined('book-work')
      .then(end)
      .catch(() => undefined);
  }
})();
