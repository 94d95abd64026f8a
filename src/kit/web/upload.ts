import type { Result, Route } from '../contract.ts'
import { announce, newKey, urlOf } from './api.ts'
import { fromNetwork, fromReply } from './problem.ts'

export interface UploadOptions {
  signal?: AbortSignal
  /** How much is there: 0 to 1. `fetch` cannot tell. */
  onProgress?: (share: number) => void
  /** Repeats of one intent share a key, so that the server keeps one file. */
  idempotencyKey?: string
}

/** Sends one file as the field `file` of a form. */
export function uploadFile<R extends Route>(route: R, file: File, options: UploadOptions = {}): Promise<Result<R>> {
  const { signal, onProgress, idempotencyKey = newKey() } = options
  const request = new XMLHttpRequest()
  const form = new FormData()
  form.set('file', file)
  request.open(route.method, urlOf(route, {}))
  request.setRequestHeader('accept', 'application/json')
  request.setRequestHeader('idempotency-key', idempotencyKey)
  request.upload.onprogress = ({ loaded, total }) => onProgress?.(total ? loaded / total : 0)
  const { promise, resolve, reject } = Promise.withResolvers<Result<R>>()
  request.onload = () => answer(request).then(resolve as (value: unknown) => void, reject)
  request.onerror = () => reject(fromNetwork(new TypeError('The upload broke off')))
  request.onabort = () => reject(signal?.reason ?? new DOMException('Aborted', 'AbortError'))
  signal?.addEventListener('abort', () => request.abort(), { once: true })
  request.send(form)
  return promise
}

async function answer(request: XMLHttpRequest): Promise<unknown> {
  const reply = new Response(request.responseText, {
    status: request.status,
    headers: { 'retry-after': request.getResponseHeader('retry-after') ?? '' },
  })
  if (!reply.ok) throw announce(await fromReply(reply))
  return reply.json()
}
