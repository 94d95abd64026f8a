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
/** The newest, and with it those that it takes over from. */
let source: EventSource | undefined
const streams = new Set<EventSource>()
/** The topics that the newest was opened for. */
let asked = ''
/** Those of which nothing was missed, because a stream stands for them. */
let heard: ReadonlySet<string> = new Set()
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
  if (source && topics === asked) return
  asked = topics
  source = undefined
  if (!topics) return closeAll()
  const stream = new EventSource(`/api/v1/live?topics=${encodeURIComponent(topics)}`)
  source = stream
  streams.add(stream)
  // The one before stays until this one stands, so that nothing falls between them; where a browser has no line to spare, it makes way.
  const makeWay = setTimeout(() => stream === source && closeAll(stream), 1_000)
  stream.onopen = () => {
    clearTimeout(makeWay)
    if (stream !== source) return
    const known = heard
    closeAll(stream)
    heard = new Set(topics.split(','))
    // What was missed while the line was down, or between a page's first look and now, is read again.
    for (const topic of watched.keys()) if (!known.has(topic)) tell({ topic })
    pause = 0
  }
  stream.onmessage = event => {
    const message = JSON.parse(event.data as string) as LiveMessage | { topic: 'gap' }
    if (message.topic === 'gap') tellAll()
    else tell(message)
  }
  stream.onerror = () => {
    clearTimeout(makeWay)
    stream.close()
    streams.delete(stream)
    if (stream !== source) return
    closeAll()
    source = undefined
    pause = Math.min(30_000, (pause || 500) * 2)
    connectSoon(pause * (0.75 + Math.random() / 2))
  }
}

/** From here on nothing is heard but what this one says, if any. */
function closeAll(except?: EventSource): void {
  for (const stream of streams) {
    if (stream === except) continue
    stream.close()
    streams.delete(stream)
  }
  heard = new Set()
}

function tellAll(): void {
  for (const topic of watched.keys()) tell({ topic })
}

function tell(message: LiveMessage): void {
  for (const listen of watched.get(message.topic) ?? []) listen(message)
}
