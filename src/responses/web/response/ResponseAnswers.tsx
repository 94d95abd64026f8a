import { t } from '../../../kit/i18n.ts'
import { CustomerQuote } from '../../../kit/web/ui/CustomerQuote.tsx'
import { commentSlot } from '../commentSlot.ts'
import type { ResponseDetail } from '../../browseContract.ts'

type GivenAnswer = ResponseDetail['answers'][number]

/** Every answer in the order in which it was asked; what people wrote is theirs, in serif. */
export function ResponseAnswers({ response: { id, answers, locale } }: { response: ResponseDetail }) {
  if (answers.length === 0) return <p className="text-ink-2">{t('No question is answered.')}</p>
  return (
    <dl aria-label={t('Answers')} className="grid gap-5">
      {answers.map(answer => (
        <div key={answer.question}>
          <dt className="mb-1 text-small text-ink-3">{answer.prompt}</dt>
          <dd>
            <AnswerWords responseId={id} answer={answer} lang={locale ?? undefined} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function AnswerWords({ responseId, answer, lang }: { responseId: string; answer: GivenAnswer; lang: string | undefined }) {
  const { kind, value, words, max, parts } = answer
  const Comment = commentSlot.filled?.Comment
  if (kind === 'text')
    return Comment ? (
      <Comment responseId={responseId} question={answer.question} text={words} lang={lang} />
    ) : (
      <CustomerQuote text={words} lang={lang} />
    )
  if (typeof value === 'number' && max !== null) return <b>{t('{value} of {max}', { value, max })}</b>
  if (parts.length === 0) return <b>{words}</b>
  return (
    <ul className="grid gap-0.5">
      {parts.map(part => (
        <li key={`${part.label} ${part.words}`}>
          {part.label !== null && <span className="text-ink-2">{part.label}: </span>}
          <b>{part.words}</b>
        </li>
      ))}
    </ul>
  )
}
