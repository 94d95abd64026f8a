import { msg, t } from '../../../kit/i18n.ts'
import { explain } from '../../../kit/web/problem.ts'
import { useShortcuts } from '../../../kit/web/keys.ts'
import { Button } from '../../../kit/web/ui/Button.tsx'
import { Notice } from '../../../kit/web/ui/state/Notice.tsx'
import { State } from '../../../kit/web/ui/State.tsx'
import type { SurveyDraft } from './useSurveyDraft.ts'

/** Whether what stands here is safe, and the way back and forth. */
export function SaveState({ draft }: { draft: SurveyDraft }) {
  useShortcuts([
    { key: 'mod+z', hint: t('Undo'), run: event => (event.shiftKey ? draft.redo() : draft.undo()) },
    { key: 'mod+y', hint: t('Redo'), run: draft.redo },
  ])
  return (
    <>
      <span role="status" className="text-small">
        <State kind={signs[draft.saved]}>
          <span className="max-wide:sr-only">{t(words[draft.saved])}</span>
        </State>
      </span>
      {(draft.canUndo || draft.canRedo) && (
        <>
          <Step icon="undo" label={t('Undo')} may={draft.canUndo} go={draft.undo} />
          <Step icon="redo" label={t('Redo')} may={draft.canRedo} go={draft.redo} />
        </>
      )}
    </>
  )
}

const Step = ({ icon, label, may, go }: { icon: 'undo' | 'redo'; label: string; may: boolean; go: () => void }) => (
  <Button variant="quiet" icon={icon} label={label} onPress={go} excludeFromTabOrder={!may} className={may ? '' : 'opacity-40'} />
)

const signs = { saved: 'kept', waiting: 'running', saving: 'running', failed: 'failed', conflict: 'soon' } as const

const words = {
  saved: msg('Saved'),
  waiting: msg('Saving'),
  saving: msg('Saving'),
  failed: msg('Not saved'),
  conflict: msg('Not saved'),
} as const

/** What keeps the draft from being saved, and how to go on. */
export function SaveTrouble({ draft }: { draft: SurveyDraft }) {
  if (draft.saved !== 'conflict' && draft.saved !== 'failed') return null
  return <div className="mb-6">{draft.saved === 'conflict' ? <Clash draft={draft} /> : <Failure draft={draft} />}</div>
}

function Failure({ draft }: { draft: SurveyDraft }) {
  const { title, detail } = explain(draft.error)
  return (
    <Notice
      tone="late"
      live
      title={title}
      actions={
        <Button size="small" onPress={() => void draft.flush()}>
          {t('Try again')}
        </Button>
      }
    >
      {detail}
    </Notice>
  )
}

const Clash = ({ draft }: { draft: SurveyDraft }) => (
  <Notice
    tone="soon"
    live
    title={t('A colleague changed the same part while you were at it')}
    actions={
      <>
        <Button size="small" onPress={() => draft.settle('mine')}>
          {t('Keep mine')}
        </Button>
        <Button size="small" onPress={() => draft.settle('theirs')}>
          {t('Take theirs')}
        </Button>
      </>
    }
  >
    {t('Both are safe. Say which one holds: {parts}.', { parts: draft.clashes.map(field => t(partName(field))).join(', ') })}
  </Notice>
)

const partNames: Readonly<Record<string, string>> = {
  name: msg('name'),
  title: msg('title'),
  about: msg('introduction'),
  questions: msg('questions'),
  thanks: msg('thank-you pages'),
  wording: msg('words on the buttons'),
  brand: msg('logo and colour'),
  translations: msg('translations'),
  locales: msg('languages'),
}

const partName = (field: string): string => partNames[field] ?? msg('closing and anonymity')
