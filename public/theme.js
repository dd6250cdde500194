/* Runs before the first paint, so that a chosen theme never flashes, and no answer is lost to code that is still coming. */
(() => {
  const root = document.documentElement;
  const key = `${root.dataset.book}.theme`;
  const next = { auto: 'light', light: 'dark', dark: 'auto' };
  let theme = 'auto';
  const read = () => {
    try {
      theme = localStorage.getItem(key) ?? 'auto';
    } catch {
      // Storage is closed: the choice lasts for this page.
    }
  };
  const apply = () => {
    if (theme in next && theme !== 'auto') root.dataset.theme = theme;
    else delete root.dataset.theme;
    for (const button of document.querySelectorAll('[data-theme-button]')) {
      button.textContent = button.dataset[theme] ?? button.dataset.auto;
    }
  };
  const begin = () => {
    read();
    apply();
  };
  // Without a choice the system's theme stands. A document from a file must not touch storage yet: see src/offline/storage-ready.ts.
  if (root.dataset.edition === 'one-file') document.addEventListener('storageready', begin);
  else begin();
  document.addEventListener('DOMContentLoaded', apply);
  // The way back may lead to a page that was put away before the choice.
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) begin();
  });
  document.addEventListener('click', (event) => {
    if (!(event.target instanceof Element && event.target.closest('[data-theme-button]'))) return;
    theme = next[theme] ?? 'light';
    try {
      localStorage.setItem(key, theme);
    } catch {
      // As above.
    }
    apply();
  });
  // Nobody listens yet: the browser would leave the page, and with it what was entered. src/page.ts submits it again.
  document.addEventListener('submit', (event) => {
    if (event.defaultPrevented || event.target.method === 'dialog') return;
    event.preventDefault();
    event.target.dataset.missed = '';
  });
})();
