import { t } from '../../../kit/i18n.ts'
import { Voice } from '../../../kit/web/ui/Voice.tsx'
import type { ResponseWhole } from './ResponsePage.tsx'

/** Every answer in the order in which it was asked; what people wrote is theirs, in serif. */
export function Answers({ response: { answers, locale } }: { response: ResponseWhole }) {
  if (answers.length === 0) return <p className="text-ink-2">{t('No question is answered.')}</p>
  return (
    <dl aria-label={t('Answers')} className="grid gap-5">
      {answers.map(({ question, kind, prompt, words }) => (
        <div key={question}>
          <dt className="mb-1 text-small text-ink-3">{prompt}</dt>
          <dd>
            {kind === 'text' ? (
              <Voice text={words} lang={locale ?? undefined} />
            ) : kind === 'matrix' || kind === 'choices' ? (
              <ul className="grid gap-0.5">
                {words.split('; ').map(part => (
                  <li key={part}>{part}</li>
                ))}
              </ul>
            ) : (
              <b>{words}</b>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}
