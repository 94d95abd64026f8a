import { useEffect, useRef, useState } from 'react'
import { t } from '../i18n.ts'
import { bytes } from '../words.ts'
import { newKey } from './api.ts'
import { explain } from './problem.ts'
import type { UploadOptions } from './upload.ts'

/** A file that somebody chose, on its way. */
export interface Upload {
  key: string
  file: File
  /** Where the browser shows it from, where it is a picture. */
  preview?: string
  state: 'sending' | 'there' | 'failed'
  /** 0 to 1. */
  share: number
  /** Its name for the server, once it is there. */
  id?: string
  error?: string
  /** Sending it again can help. */
  retry?: boolean
}

export interface UploadRules {
  /** Bytes of one file. */
  largest: number
  /** Files at once. */
  most: number
}

export interface Uploads {
  all: readonly Upload[]
  /** Of those that are there, in the order in which they were chosen. */
  ids: string[]
  sending: boolean
  failed: boolean
  add(files: readonly File[]): void
  again(key: string): void
  /** Stops one that is on its way, takes one away that is there. */
  remove(key: string): void
  clear(): void
}

export interface UploadTarget {
  send(file: File, options: UploadOptions): Promise<{ id: string }>
  /** One that is there and not wanted any more. */
  discard(id: string): void
}

/** More would only wait for each other on a phone's connection. */
const AT_ONCE = 2

/** Files on their way from a form to the server: each with its progress, its error, and a way to stop it. */
export function useUploads(target: UploadTarget, rules: UploadRules): Uploads {
  const [all, setAll] = useState<readonly Upload[]>([])
  const stops = useRef(new Map<string, AbortController>())
  const line = useRef(new Line(AT_ONCE))
  useEffect(() => {
    const under = stops.current
    return () => stopAll(under)
  }, [])

  const change = (key: string, what: Partial<Upload>) =>
    setAll(before => before.map(one => (one.key === key ? { ...one, ...what } : one)))

  const send = ({ key, file }: Upload) => {
    const stop = new AbortController()
    stops.current.set(key, stop)
    const onProgress = (share: number) => change(key, { share })
    void line.current
      .join(() => target.send(file, { signal: stop.signal, idempotencyKey: key, onProgress }), stop.signal)
      .then(
        ({ id }) => change(key, { state: 'there', share: 1, id }),
        (error: unknown) => stop.signal.aborted || change(key, { state: 'failed', ...wrong(error) }),
      )
  }

  return {
    all,
    ids: all.flatMap(({ id }) => id ?? []),
    sending: all.some(({ state }) => state === 'sending'),
    failed: all.some(({ state }) => state === 'failed'),
    add(files) {
      const chosen = files.map((file, i) => chosenFile(file, all.length + i, rules))
      setAll(before => [...before, ...chosen])
      for (const one of chosen) if (one.state === 'sending') send(one)
    },
    again(key) {
      const one = all.find(other => other.key === key)!
      change(key, { state: 'sending', share: 0, error: undefined })
      send(one)
    },
    remove(key) {
      stops.current.get(key)?.abort()
      const id = all.find(one => one.key === key)?.id
      if (id) target.discard(id)
      forget(all.filter(one => one.key === key))
      setAll(before => before.filter(one => one.key !== key))
    },
    clear() {
      stopAll(stops.current)
      forget(all)
      setAll([])
    },
  }
}

/** What can be seen to be wrong without sending it. */
function chosenFile(file: File, place: number, { largest, most }: UploadRules): Upload {
  const error =
    place >= most
      ? t('At most {n, plural, one {# file} other {# files}} at once.', { n: most })
      : file.size > largest
        ? t('Larger than {size}.', { size: bytes(largest) })
        : file.size === 0 && t('This file is empty.')
  const preview = !error && /^image\/(png|jpeg|webp|gif)$/.test(file.type) ? URL.createObjectURL(file) : undefined
  return { key: newKey(), file, preview, share: 0, ...(error ? { state: 'failed', error } : { state: 'sending' }) }
}

function forget(gone: readonly Upload[]): void {
  for (const { preview } of gone) if (preview) URL.revokeObjectURL(preview)
}

function wrong(error: unknown): Pick<Upload, 'error' | 'retry'> {
  const { title, detail, retry } = explain(error)
  return { error: retry ? `${title}. ${detail}` : detail, retry }
}

function stopAll(stops: Map<string, AbortController>): void {
  for (const stop of stops.values()) stop.abort()
  stops.clear()
}

/** Lets a few go at once; the others wait in line. */
class Line {
  #free: number
  readonly #waiting: (() => void)[] = []
  constructor(atOnce: number) {
    this.#free = atOnce
  }
  async join<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
    if (this.#free > 0) this.#free--
    else await new Promise<void>(go => this.#waiting.push(go))
    try {
      signal.throwIfAborted()
      return await work()
    } finally {
      const next = this.#waiting.shift()
      if (next) next()
      else this.#free++
    }
  }
}
