import type { SurveyDetail } from '../../contract.ts'
import type { EditableSurvey } from './edits.ts'
import { changedFields, rebase, same } from './rebase.ts'

export type SaveStatus = 'saved' | 'waiting' | 'saving' | 'failed' | 'conflict'

export interface DraftState {
  draft: EditableSurvey
  saved: SaveStatus
  /** Increases with each save the server accepted; part of the preview's URL, so that it reloads. */
  revision: number
  error?: unknown
  /** Fields that a colleague changed too, while there is a conflict. */
  clashes: readonly string[]
  canUndo: boolean
  canRedo: boolean
}

export interface DraftCalls {
  save(changes: Partial<EditableSurvey>, revision: number): Promise<{ revision: number }>
  load(): Promise<SurveyDetail>
  /** A colleague's changes came in. */
  onMerged?(): void
  isConflict(error: unknown): boolean
}

export interface DraftSession {
  subscribe(listen: () => void): () => void
  snapshot(): DraftState
  /** Changes under the same `key` in quick succession (typing in one field) are one step of undo. */
  edit(change: (draft: EditableSurvey) => EditableSurvey, key?: string): void
  undo(): void
  redo(): void
  /** Saves now what waits. */
  flush(): Promise<void>
  settle(keep: 'mine' | 'theirs'): void
  /** Called with newer data from the server (after a live event); adopted only when nothing is unsaved. */
  heard(whole: SurveyDetail): void
}

const PAUSE_MS = 500
const AGAIN_MS = 5_000
const ONE_STEP_MS = 1_500
const MOST_STEPS = 200

export const editableSurveyOf = ({ name, draft }: Pick<SurveyDetail, 'name' | 'draft'>): EditableSurvey => ({ ...draft, name })

/** One survey being edited here: saved as it changes, undone and redone, brought together with what colleagues save. */
export function openDraft(whole: SurveyDetail, calls: DraftCalls): DraftSession {
  let base = editableSurveyOf(whole)
  let theirs: SurveyDetail | undefined
  let past: EditableSurvey[] = []
  let future: EditableSurvey[] = []
  let last: { key: string | undefined; at: number } = { key: undefined, at: 0 }
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> | undefined
  let state: DraftState = { draft: base, saved: 'saved', revision: whole.revision, clashes: [], canUndo: false, canRedo: false }
  const listeners = new Set<() => void>()

  const set = (change: Partial<DraftState>) => {
    state = { ...state, ...change, canUndo: past.length > 0, canRedo: future.length > 0 }
    for (const listen of listeners) listen()
  }
  const later = (ms: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => void flush(), ms)
  }
  const become = (draft: EditableSurvey) => {
    if (state.saved === 'conflict') return set({ draft })
    set({ draft, saved: state.saved === 'saving' ? 'saving' : 'waiting', error: undefined })
    later(PAUSE_MS)
  }

  function edit(change: (draft: EditableSurvey) => EditableSurvey, key?: string): void {
    const draft = change(state.draft)
    if (draft === state.draft) return
    const now = Date.now()
    if (key === undefined || key !== last.key || now - last.at > ONE_STEP_MS) past = [...past.slice(-MOST_STEPS), state.draft]
    last = { key, at: now }
    future = []
    become(draft)
  }

  function step(from: EditableSurvey[], to: EditableSurvey[]): EditableSurvey | undefined {
    const draft = from.pop()
    if (draft) to.push(state.draft)
    last = { key: undefined, at: 0 }
    return draft
  }

  async function flush(): Promise<void> {
    clearTimeout(timer)
    if (running) return running
    if (state.saved === 'conflict') return
    running = saveOnce().finally(() => (running = undefined))
    await running
    // What was typed meanwhile.
    if (state.saved === 'waiting') await flush()
  }

  async function saveOnce(): Promise<void> {
    const sent = state.draft
    const fields = changedFields(base, sent)
    if (fields.length === 0) return set({ saved: 'saved', error: undefined })
    set({ saved: 'saving' })
    try {
      const { revision } = await calls.save(Object.fromEntries(fields.map(field => [field, sent[field]])), state.revision)
      base = sent
      set({ saved: same(state.draft, sent) ? 'saved' : 'waiting', revision, error: undefined })
    } catch (error) {
      if (calls.isConflict(error)) return meet(await calls.load().catch(() => undefined), error)
      set({ saved: 'failed', error })
      later(AGAIN_MS)
    }
  }

  function meet(now: SurveyDetail | undefined, error: unknown): void {
    // Refused for another reason than a newer revision: repeating it would change nothing.
    if (!now || now.revision === state.revision) return set({ saved: 'failed', error })
    const { draft, clashes } = rebase(base, state.draft, editableSurveyOf(now))
    if (clashes.length > 0) {
      theirs = now
      return set({ saved: 'conflict', clashes })
    }
    adopt(now, draft)
  }

  function adopt(now: SurveyDetail, draft: EditableSurvey): void {
    base = editableSurveyOf(now)
    // Steps from before lack what the colleague did: undoing to them would take it away.
    past = []
    future = []
    theirs = undefined
    const rest = !same(base, draft)
    set({ draft, revision: now.revision, clashes: [], error: undefined, saved: rest ? 'waiting' : 'saved' })
    if (rest) later(PAUSE_MS)
    calls.onMerged?.()
  }

  return {
    subscribe: listen => {
      listeners.add(listen)
      return () => void listeners.delete(listen)
    },
    snapshot: () => state,
    edit,
    undo: () => {
      const draft = step(past, future)
      if (draft) become(draft)
    },
    redo: () => {
      const draft = step(future, past)
      if (draft) become(draft)
    },
    flush,
    settle: keep => {
      if (!theirs) return
      adopt(theirs, keep === 'theirs' ? editableSurveyOf(theirs) : rebase(base, state.draft, editableSurveyOf(theirs)).draft)
    },
    heard: now => {
      if (now.revision <= state.revision || running || state.saved !== 'saved') return
      if (same(editableSurveyOf(now), base)) return set({ revision: now.revision })
      adopt(now, editableSurveyOf(now))
    },
  }
}
