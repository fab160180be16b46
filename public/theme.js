// Runs before the page is drawn, so that a chosen theme does not flash. Storage may be closed to the page.
try {
  const theme = localStorage.getItem('languedocs-theme');
  if (theme === 'dark' || theme === 'light') document.documentElement.dataset.theme = theme;
} catch {}
