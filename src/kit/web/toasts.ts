import { UNSTABLE_ToastQueue as ToastQueue } from 'react-aria-components'
import { explain } from './problem.ts'

export interface ToastContent {
  text: string
  detail?: string
  failed?: boolean
  action?: { label: string; run: () => void }
  /** Seconds until it is too late to undo. */
  seconds?: number
}

export const toasts = new ToastQueue<ToastContent>({ maxVisibleToasts: 4 })

/** What has been done: “Alert given to Jill Marsh”. */
export const toast = (text: string): void => void toasts.add({ text }, { timeout: 6000 })

/** What failed, in the one translator's words. Stays until it is closed. */
export function toastError(error: unknown): void {
  const { title, detail } = explain(error)
  toasts.add({ text: title, detail, failed: true })
}

/** Done, and can be taken back for ten seconds. `undo` is called at most once. */
export function toastUndo(text: string, undo: () => void, label?: string): void {
  const key = toasts.add(
    { text, seconds: 10, action: { label: label ?? '', run: () => (toasts.close(key), undo()) } },
    { timeout: 10_000 },
  )
}

/**
 * Will be done in ten seconds unless it is taken back (“Reply goes out in 10 s”). Leaving the page does it at once,
 * so that nothing that was asked for is lost.
 */
export function toastDelayed(text: string, act: () => void, label?: string): void {
  let waiting = true
  const run = () => {
    if (waiting) act()
    waiting = false
    removeEventListener('pagehide', run)
  }
  addEventListener('pagehide', run)
  const stop = () => {
    waiting = false
    removeEventListener('pagehide', run)
    toasts.close(key)
  }
  const key = toasts.add({ text, seconds: 10, action: { label: label ?? '', run: stop } }, { timeout: 10_000, onClose: run })
}
