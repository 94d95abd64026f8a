import { t } from '../../../kit/i18n.ts'
import { Notice } from '../../../kit/web/ui/state/Notice.tsx'
import { whyNotPublish } from '../../readiness.ts'
import type { SurveyDraft } from '../draft/useSurveyDraft.ts'
import { BrandEditor } from './BrandEditor.tsx'
import { QuestionEditor } from './QuestionEditor.tsx'
import { StartEditor } from './StartEditor.tsx'
import { TermsEditor } from './TermsEditor.tsx'
import { ThanksEditor } from './ThanksEditor.tsx'
import { WordingEditor } from './WordingEditor.tsx'

export interface PartEditorProps {
  draft: SurveyDraft
  /** A question's id, or one of the places around them: `-start`, `-thanks`, `-wording`, `-brand`, `-terms`. */
  at: string
  fresh: string
  published: boolean
  onOpen: (at: string) => void
}

export function PartEditor(props: PartEditorProps) {
  return (
    <section aria-label={titleOf(props.draft, props.at)}>
      <h2 className="mb-4 text-title font-strong max-wide:sr-only">{titleOf(props.draft, props.at)}</h2>
      <Missing draft={props.draft} at={props.at} />
      <Part {...props} />
    </section>
  )
}

function Part({ draft, at, fresh, published, onOpen }: PartEditorProps) {
  const question = draft.draft.questions.find(({ id }) => id === at)
  if (question) return <QuestionEditor draft={draft} question={question} fresh={fresh === at} onOpen={onOpen} />
  if (at.startsWith('-thanks')) return <ThanksEditor draft={draft} onShow={id => onOpen(`-thanks.${id}`)} />
  if (at === '-wording') return <WordingEditor draft={draft} />
  if (at === '-brand') return <BrandEditor draft={draft} />
  if (at === '-terms') return <TermsEditor draft={draft} published={published} />
  return <StartEditor draft={draft} />
}

/** What this part still needs, in words. */
function Missing({ draft, at }: Pick<PartEditorProps, 'draft' | 'at'>) {
  const place = draft.draft.questions.findIndex(({ id }) => id === at)
  const prefix = place >= 0 ? `questions.${place}.` : at.startsWith('-thanks') ? 'thanks.' : undefined
  const wrong = prefix === undefined ? [] : whyNotPublish(draft.draft, t).filter(({ path }) => path.startsWith(prefix))
  if (wrong.length === 0) return null
  return (
    <div className="mb-5">
      <Notice tone="soon" title={t('Before it can be published')}>
        {wrong.map(({ path, message }) => (
          <p key={path + message}>{message}</p>
        ))}
      </Notice>
    </div>
  )
}

export function titleOf({ draft: { questions } }: SurveyDraft, at: string): string {
  const place = questions.findIndex(({ id }) => id === at)
  if (place >= 0) return t('Question {n}', { n: place + 1 })
  if (at.startsWith('-thanks')) return t('Thank-you pages')
  if (at === '-wording') return t('Words on the buttons')
  if (at === '-brand') return t('Logo and colour')
  if (at === '-terms') return t('Anonymity and closing')
  return t('Title and introduction')
}
