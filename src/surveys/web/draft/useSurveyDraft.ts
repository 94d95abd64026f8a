import { useQuery } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
import { t } from '../../../kit/i18n.ts'
import { useLive } from '../../../kit/web/live.ts'
import { ApiError } from '../../../kit/web/problem.ts'
import { toast } from '../../../kit/web/toasts.ts'
import type { SurveyDetail } from '../../contract.ts'
import { surveys } from '../client.ts'
import { type DraftSession, type DraftState, openDraft } from './draftSession.ts'

// One for each survey opened since the console was: going from Build to Translate keeps the steps one can undo.
const sessions = new Map<string, DraftSession>()

export interface SurveyDraft extends DraftState, Pick<DraftSession, 'edit' | 'undo' | 'redo' | 'flush' | 'settle'> {
  id: string
}

export const useSurvey = (id: string) => useQuery(surveys.getSurvey.query({ params: { id } }))

/** The survey's draft as it is edited here. Every change of it saves itself. */
export function useSurveyDraft(whole: SurveyDetail): SurveyDraft {
  useLive('surveys')
  const session = sessionFor(whole)
  const state = useSyncExternalStore(session.subscribe, session.snapshot)
  useEffect(() => session.heard(whole), [session, whole])
  useLeaving(session, state.saved !== 'saved')
  return { id: whole.id, ...state, ...session }
}

function sessionFor(whole: SurveyDetail): DraftSession {
  const known = sessions.get(whole.id)
  if (known) return known
  const params = { id: whole.id }
  const session = openDraft(whole, {
    save: (changes, revision) => surveys.changeSurvey({ params, body: { ...changes, revision } }),
    load: () => surveys.getSurvey({ params }),
    onMerged: () => toast(t('A colleague’s changes came in.')),
    isConflict: error => error instanceof ApiError && error.code === 'conflict',
  })
  sessions.set(whole.id, session)
  return session
}

/** What is not saved yet is saved on leaving the page; the browser asks when there is no time for it. */
function useLeaving(session: DraftSession, unsaved: boolean): void {
  useEffect(() => {
    if (!unsaved) return
    const ask = (event: BeforeUnloadEvent) => {
      void session.flush()
      event.preventDefault()
    }
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [session, unsaved])
}
