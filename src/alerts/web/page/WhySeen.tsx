import { pathTo } from '../../../kit/paths.ts'
import { MayLink } from '../../../accounts/web/MayLink.tsx'
import { t } from '../../../kit/i18n.ts'
import { Section } from '../../../kit/web/ui/page/Section.tsx'
import type { AlertDetail } from '../../contract.ts'
import { reasonWords } from '../../reasonWords.ts'
import { reasonHighlights } from './reasonHighlights.ts'

/** Why the rule fired: the answers, the words, and what no single answer shows. */
export function WhySeen({ alert }: { alert: AlertDetail }) {
  const told = new Set(alert.beyond.map(reason => ('prompt' in reason ? reason.prompt : '')))
  const answers = alert.answers.filter(({ reason, text, prompt }) => reason && !text && !told.has(prompt))
  const said = alert.voice.flatMap(({ text, marks }) =>
    reasonHighlights(marks).map(({ start, end, why }) => ({ words: text.slice(start, end), why })),
  )
  return (
    <div className="mt-6 border-t border-line pt-6">
      <Section
        title={t('Why you see this')}
        note={
          <MayLink needs="rules.read" look="open" href={pathTo('/rules/$id', { id: alert.rule.id })}>
            {alert.rule.name}
          </MayLink>
        }
      >
        <ul className="grid max-w-measure gap-1 text-ink-2">
          {alert.beyond.map(reason => (
            <li key={JSON.stringify(reason)}>{reasonWords(reason)}</li>
          ))}
          {answers.map(({ question, row, prompt, words }) => (
            <li key={question + (row ?? '')}>
              “{row ? `${prompt}, ${row}` : prompt}”: <b className="text-ink">{words}</b>
            </li>
          ))}
          {said.map(({ words, why }, i) => (
            <li key={i}>
              <q className="font-serif text-ink">{words}</q>: {why}
            </li>
          ))}
        </ul>
      </Section>
    </div>
  )
}
