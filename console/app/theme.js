// A classic script in the head: the theme is chosen before anything is painted, so no page flashes.
(() => {
  try {
    const theme = localStorage.getItem('aisle.theme');
    if (theme === 'light' || theme === 'dark') {
      document.documentElement.dataset.theme = theme;
    }
  } catch {
    // Storage may be forbidden: the system's choice stands.
  }
})();
