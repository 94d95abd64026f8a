import { t } from '../../../kit/i18n.ts'
import { list } from '../../../kit/words.ts'
import { Notice } from '../../../kit/web/ui/state/Notice.tsx'
import { State } from '../../../kit/web/ui/State.tsx'
import type { Questionnaire } from '../../questionnaire.ts'
import { questionsBrokenBy, type QuestionnaireChange, type Effect } from '../../questionnaireChanges.ts'
import { promptOf } from '../showIfSentence.ts'

export interface ChangesProps {
  changes: readonly QuestionnaireChange[]
  questionnaire: Questionnaire
  published: Questionnaire
}

/** What the draft changes, the weightiest first, and what that does to the numbers. */
export function Changes({ changes, questionnaire, published }: ChangesProps) {
  const broken = questionsBrokenBy(changes).map(id => {
    const question = [...questionnaire.questions, ...published.questions].find(one => one.id === id)
    return `“${question ? promptOf(question) : id}”`
  })
  return (
    <div className="grid gap-4">
      {broken.length > 0 && (
        <Notice tone="soon" title={t('Numbers start anew')}>
          {t('Answers to {questions} before and after cannot be compared. Their course is drawn as two lines.', {
            questions: list(broken),
          })}
        </Notice>
      )}
      <div>
        <p className="mb-2 font-strong">{t('What changes')}</p>
        <ul className="grid gap-1.5">
          {changes.map(({ words, effect }) => (
            <li key={words}>
              {words} <Weight effect={effect} />
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}

function Weight({ effect }: { effect: Effect }) {
  if (effect === 'harmless') return null
  return (
    <span className="text-small">
      {effect === 'breaks' ? (
        <State kind="soon">{t('breaks comparison')}</State>
      ) : (
        <State kind="even">{t('compare with care')}</State>
      )}
    </span>
  )
}
