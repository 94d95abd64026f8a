import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { Mention } from '../../mention.ts'

export interface ContactDraft<Kind extends string> {
  kind: Kind
  note: string
  mentions: Mention[]
}

/** What somebody has begun to write about an alert, kept while they look elsewhere; signing out forgets it with everything else that was read. */
export function useDraft<Kind extends string>(alert: string, empty: ContactDraft<Kind>) {
  const queries = useQueryClient()
  const key = ['alert-draft', alert]
  const [draft, setDraft] = useState(() => queries.getQueryData<ContactDraft<Kind>>(key) ?? empty)
  // Choosing a colleague changes note and mentions in one go.
  const latest = useRef(draft)
  const keep = (change: Partial<ContactDraft<Kind>>) => {
    const next = { ...latest.current, ...change }
    latest.current = next
    setDraft(next)
    queries.setQueryDefaults(['alert-draft'], { gcTime: Number.POSITIVE_INFINITY })
    if (next.note.trim() === '') queries.removeQueries({ queryKey: key })
    else queries.setQueryData(key, next)
  }
  return [draft, keep] as const
}
