// <script src="https://…/embed.js" data-form="TOKEN" [data-as="button" data-label="…"]> shows a questionnaire in the page that holds it:
// in place, or behind a button. No styles of the host reach it, none of ours reach the host.
;(() => {
  const me = document.currentScript
  if (!me) return
  const { form, as, label, lang } = me.dataset
  const origin = new URL(me.src).origin
  const set = (node, styles) => {
    // Through the object model: a strict style-src refuses style attributes in markup, not this.
    for (const name in styles) node.style.setProperty(name, styles[name])
    return node
  }
  const frame = document.createElement('iframe')
  frame.src = origin + '/f/' + encodeURIComponent(form) + '?embed=1' + (lang ? '&lang=' + encodeURIComponent(lang) : '')
  frame.title = label || 'Survey'
  frame.loading = 'lazy'
  set(frame, { border: '0', width: '100%', height: '320px', display: 'block', 'color-scheme': 'normal' })
  addEventListener('message', event => {
    if (event.source !== frame.contentWindow || event.origin !== origin) return
    const height = event.data && event.data.fullcircle === 'height' && Number(event.data.height)
    if (height > 0 && height < 20000) set(frame, { height: Math.ceil(height) + 'px' })
  })
  if (as !== 'button') return me.after(frame)
  const dialog = set(document.createElement('dialog'), {
    border: '0',
    padding: '0',
    width: 'min(560px, 94vw)',
    'max-height': '90vh',
    'border-radius': '12px',
    overflow: 'auto',
  })
  const close = document.createElement('button')
  close.type = 'button'
  close.textContent = '\u00d7'
  close.setAttribute('aria-label', 'Close')
  set(close, {
    position: 'absolute',
    'inset-block-start': '4px',
    'inset-inline-end': '4px',
    width: '36px',
    height: '36px',
    border: '0',
    background: 'none',
    font: '24px/1 sans-serif',
    cursor: 'pointer',
  })
  close.onclick = () => dialog.close()
  const open = document.createElement('button')
  open.type = 'button'
  open.textContent = label || 'Tell us how it was'
  open.className = 'fullcircle-open'
  open.onclick = () => {
    if (!frame.isConnected) dialog.append(frame, close)
    dialog.showModal()
  }
  me.after(open, dialog)
})()
