import { Worker } from 'node:worker_threads'
import type { Example } from '../trainClassifier.ts'

let last: Promise<unknown> = Promise.resolve()

/** Learns in a thread of its own, one organisation after the other, so that nobody else's requests wait. */
export function trainInWorker(examples: readonly Example[]): Promise<Uint8Array> {
  const next = last.then(() => inThread(examples))
  last = next.catch(() => undefined)
  return next
}

function inThread(examples: readonly Example[]): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./learnWorker.ts', import.meta.url), { workerData: examples })
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', code => reject(new Error(`Learning ended early (${code})`)))
  })
}
