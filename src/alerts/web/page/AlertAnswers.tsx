import { t } from '../../../kit/i18n.ts'
import { KeyValue } from '../../../kit/web/ui/page/KeyValue.tsx'
import { CustomerQuote } from '../../../kit/web/ui/CustomerQuote.tsx'
import type { AlertDetail } from '../../contract.ts'
import { reasonHighlights } from './reasonHighlights.ts'

function whyNoWords({ answeredAt, responseId }: AlertDetail): string {
  if (answeredAt) return t('They left no words.')
  // The answer is there, and may not be read.
  if (responseId) return t('So few have answered this anonymous survey that nobody may read a single answer yet.')
  return t('The answers were removed after the time for which they are kept.')
}

/** What the customer said, in their own words first; then what else they answered, the reason for the alert marked. */
export function AlertAnswers({ alert }: { alert: AlertDetail }) {
  const others = alert.answers.filter(answer => !answer.text)
  return (
    <section aria-label={t('What the customer said')}>
      {alert.voice.length === 0 && !alert.beyond.some(reason => 'silence' in reason) && (
        <p className="text-ink-2">{whyNoWords(alert)}</p>
      )}
      <div className="grid gap-4">
        {alert.voice.map(({ prompt, text, marks }) => (
          <div key={prompt}>
            {alert.voice.length > 1 && <p className="mb-1 text-small text-ink-3">{prompt}</p>}
            <CustomerQuote text={text} marks={reasonHighlights(marks)} />
          </div>
        ))}
      </div>
      {others.length > 0 && (
        <div className="mt-5 text-small">
          <KeyValue
            facts={others.map(({ prompt, row, words, reason }) => [
              row ? `${prompt}, ${row}` : prompt,
              <span key="a">
                {reason ? <b>{words}</b> : words}
                {reason && <span className="ms-2 text-ink-3">{t('why this alert was raised')}</span>}
              </span>,
            ])}
          />
        </div>
      )}
    </section>
  )
}
