import { pathTo } from '../../kit/paths.ts'
import { MayLink } from '../../accounts/web/MayLink.tsx'
import { ScorePip } from '../../kit/web/ui/ScorePip.tsx'
import { CustomerQuote } from '../../kit/web/ui/CustomerQuote.tsx'
import { useNow } from '../../kit/web/useNow.ts'
import { moment } from '../../kit/words.ts'
import type { EarlierResponse } from '../responseContextContract.ts'

/** Answers of one person over all surveys: score, when, which survey, their words. */
export function EarlierAnswers({ answers }: { answers: readonly EarlierResponse[] }) {
  const now = useNow()
  return (
    <ul className="grid gap-3">
      {answers.map(({ id, survey, respondedAt, score, comment }) => (
        <li key={id} className="grid grid-cols-[1.5rem_minmax(0,1fr)] gap-x-3">
          {score ? <ScorePip score={score.value} camp={score.nps ? undefined : null} /> : <span />}
          <div className="min-w-0">
            <MayLink needs="responses.read" look="open" href={pathTo('/responses/$id', { id })}>
              {moment(respondedAt, now)}
            </MayLink>{' '}
            <span className="text-small text-ink-3">{survey.name}</span>
            {comment && <CustomerQuote text={comment} size="read" lines={2} className="text-ink-2" />}
          </div>
        </li>
      ))}
    </ul>
  )
}
