// Runs before the page is drawn, so that nothing flashes or moves: what a reader has chosen, and that scripts can run at all.
const { dataset } = document.documentElement;
dataset.js = '';
// Storage may be closed to the page.
try {
  const theme = localStorage.getItem('languedocs-theme');
  if (theme === 'dark' || theme === 'light') dataset.theme = theme;
  const text = localStorage.getItem('languedocs-text');
  if (text === 'large' || text === 'largest') dataset.text = text;
  // The article waits for its original, so that it is drawn once and stands still.
  if (localStorage.getItem('languedocs-original') === 'shown') dataset.original = 'waiting';
} catch {}
