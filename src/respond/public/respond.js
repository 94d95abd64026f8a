// Saves answers as they are given, also without a connection. Everything works without this script, a step at a time.
;(() => {
  // Inside somebody's site: the frame grows with the page (see embed.js).
  if (parent !== window)
    new ResizeObserver(() =>
      parent.postMessage({ fullcircle: 'height', height: document.documentElement.offsetHeight }, '*'),
    ).observe(document.documentElement)
  const form = document.getElementById('f')
  const path = location.pathname
  const store = {
    get: k => {
      try {
        return localStorage.getItem(k + path)
      } catch {
        return null
      }
    },
    set: (k, v) => {
      try {
        localStorage.setItem(k + path, v)
      } catch {}
    },
    drop: k => {
      try {
        localStorage.removeItem(k + path)
      } catch {}
    },
  }
  if (!form) {
    // Thanked: the next person on this device starts afresh.
    if (document.querySelector('[data-done]')) ['a', 'w'].forEach(store.drop)
    return
  }
  const note = document.getElementById('s')
  const say = k => {
    note.textContent = note.dataset[k]
  }
  if (!note.textContent) say('begin')
  const now = () => new URLSearchParams(new FormData(form)).toString()
  let timer
  const save = async () => {
    clearTimeout(timer)
    timer = 0
    const sent = now()
    try {
      const reply = await fetch(form.action, {
        method: 'POST',
        body: new URLSearchParams(sent + '&do=save'),
        headers: { accept: 'application/json' },
        keepalive: true,
      })
      if (reply.status === 409 || reply.status === 410) location.reload()
      if (!reply.ok) return
      if (sent === now()) store.drop('a')
      say('saved')
    } catch {
      say('offline')
    }
  }
  const changed = () => {
    store.set('a', now())
    clearTimeout(timer)
    timer = setTimeout(() => void save(), 600)
  }
  const left = store.get('a')
  if (left) {
    const fields = new URLSearchParams(left)
    if (fields.get('step') === form.elements.step.value) {
      for (const field of form.elements) {
        if (field.name === 'step' || field.type === 'submit') continue
        const values = fields.getAll(field.name)
        if (field.type === 'radio' || field.type === 'checkbox') field.checked = values.includes(field.value)
        else if (values.length) field.value = values[0]
      }
      void save()
    }
  }
  form.addEventListener('input', changed)
  form.addEventListener('focusin', e => {
    const at = e.target.closest('.q')
    if (at) form.dataset.at = at.id.slice(2)
  })
  form.addEventListener('submit', e => {
    const what = e.submitter && e.submitter.value
    if (what === 'help' && form.dataset.at)
      form.append(Object.assign(document.createElement('input'), { type: 'hidden', name: 'at', value: form.dataset.at }))
    clearTimeout(timer)
    if (navigator.onLine) return
    e.preventDefault()
    store.set('a', now())
    store.set('w', what)
    say('waiting')
  })
  addEventListener('online', () => {
    const waiting = store.get('w')
    store.drop('w')
    const button = waiting && form.querySelector('button[value="' + waiting + '"]')
    if (button) form.requestSubmit(button)
    else if (store.get('a')) void save()
  })
  addEventListener('pagehide', () => void (timer && save()))
})()
