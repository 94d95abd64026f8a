import { t } from '../../../kit/i18n.ts'
import { cx } from '../../../kit/web/cx.ts'
import { TextLink } from '../../../kit/web/ui/TextLink.tsx'
import type { QuestionKind } from '../../question.ts'
import { AddQuestion } from './AddQuestion.tsx'
import { Outline, type OutlineProps } from './Outline.tsx'

/** Everything a questionnaire consists of, in the order in which respondents meet it. */
export function OutlinePane({ onAdd, ...outline }: OutlineProps & { onAdd: (kind: QuestionKind) => void }) {
  const { at, onOpen } = outline
  const place = (id: string, label: string) => (
    <TextLink
      look="bare"
      onPress={() => onOpen(id)}
      aria-current={at.startsWith(id) ? 'true' : undefined}
      className={cx(
        'block border-b border-line px-2 py-2 !text-ink no-underline hover:bg-hover hover:no-underline',
        at.startsWith(id) && 'bg-selected font-strong',
      )}
    >
      {label}
    </TextLink>
  )
  return (
    <div className="min-w-0">
      {place('-start', t('Title and introduction'))}
      <Outline {...outline} />
      <div className="py-3">
        <AddQuestion onAdd={onAdd} />
      </div>
      <div className="border-t border-line">
        {place('-thanks', t('Thank-you pages'))}
        {place('-wording', t('Words on the buttons'))}
        {place('-brand', t('Logo and colour'))}
        {place('-terms', t('Anonymity and closing'))}
      </div>
    </div>
  )
}
