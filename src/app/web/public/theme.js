// Before the first paint, so that a dark console never flashes white. A file of its own, because the policy forbids inline scripts.
try {
  const theme = localStorage.getItem('fc.theme')
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
} catch {}
