import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Topic } from '../vocabulary.ts'
import { refresher } from './refresher.ts'

/** What the server tells whoever watches: something of this resource (`alerts`) changed, perhaps the one with this id. */
export interface LiveMessage {
  topic: Topic
  id?: string
  data?: Record<string, unknown>
}

type Listen = (message: LiveMessage) => void

const watched = new Map<Topic, Set<Listen>>()
let source: EventSource | undefined
let open = ''
let pause = 0
let timer: ReturnType<typeof setTimeout> | undefined

/** Calls `listen` for every message of a topic until the returned function is called. One stream serves the whole console. */
export function watch(topic: Topic, listen: Listen): () => void {
  const listeners = watched.get(topic) ?? new Set()
  watched.set(topic, listeners.add(listen))
  connectSoon(50)
  return () => {
    listeners.delete(listen)
    if (listeners.size === 0) watched.delete(topic)
    connectSoon(1000)
  }
}

/** Keeps a page fresh: a message about `alerts` reads every query of `alerts` again. */
export function useLive(...topics: Topic[]): void {
  const queries = useQueryClient()
  const joined = topics.join(',')
  useEffect(() => {
    const ends = (joined.split(',') as Topic[]).map(topic => watch(topic, () => refresh(queries, topic)))
    return () => ends.forEach(end => end())
  }, [queries, joined])
}

const refresh = refresher()

function connectSoon(delay: number): void {
  clearTimeout(timer)
  timer = setTimeout(connect, delay)
}

function connect(): void {
  const topics = [...watched.keys()].sort().join(',')
  if (source && topics === open) return
  const heard = new Set(source ? open.split(',') : [])
  source?.close()
  source = undefined
  open = topics
  if (!topics) return
  const stream = new EventSource(`/api/v1/live?topics=${encodeURIComponent(topics)}`)
  source = stream
  stream.onopen = () => {
    // What was missed while the line was down, or between a page's first look and now, is read again.
    for (const topic of watched.keys()) if (!heard.has(topic)) tell({ topic })
    pause = 0
  }
  stream.onmessage = event => {
    const message = JSON.parse(event.data as string) as LiveMessage | { topic: 'gap' }
    if (message.topic === 'gap') tellAll()
    else tell(message)
  }
  stream.onerror = () => {
    stream.close()
    source = undefined
    pause = Math.min(30_000, (pause || 500) * 2)
    connectSoon(pause * (0.75 + Math.random() / 2))
  }
}

function tellAll(): void {
  for (const topic of watched.keys()) tell({ topic })
}

function tell(message: LiveMessage): void {
  for (const listen of watched.get(message.topic) ?? []) listen(message)
}
