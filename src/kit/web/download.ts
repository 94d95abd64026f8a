import { toastError } from './toasts.ts'

/** Hands over a file that a call made: for those that are more than a link, because they leave a trace. */
export async function download(file: Promise<unknown>, name: string): Promise<void> {
  try {
    const href = URL.createObjectURL((await file) as Blob)
    Object.assign(document.createElement('a'), { href, download: name }).click()
    setTimeout(() => URL.revokeObjectURL(href), 60_000)
  } catch (error) {
    toastError(error)
  }
}
