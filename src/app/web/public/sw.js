// Makes the console installable, and says in words that there is no connection. It keeps no data of anybody's.
const page = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Fullcircle</title>
<main><h1>You are offline</h1><p>Fullcircle opens again when the connection is back. What you typed elsewhere is kept.</p><p><a href="">Try again</a></p></main></html>`

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', event => event.waitUntil(self.clients.claim()))
self.addEventListener('fetch', event => {
  // Only the console's own pages: questionnaires and files answer for themselves.
  if (event.request.mode !== 'navigate' || /^\/(f|help|api|files|calendar)(\/|$)/.test(new URL(event.request.url).pathname))
    return
  event.respondWith(
    fetch(event.request).catch(
      () => new Response(page, { status: 503, headers: { 'content-type': 'text/html; charset=utf-8' } }),
    ),
  )
})
