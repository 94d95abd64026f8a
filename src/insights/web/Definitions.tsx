import { t } from '../../kit/i18n.ts'
import type { DefinitionId } from '../../metrics/definition.ts'
import { metricLabel } from '../../metrics/metricWords.ts'
import { definitionWords } from '../../responses/web/definitionWords.ts'
import type { Summary } from '../contract.ts'

/** What each number of the page means, in one sentence each. */
export const Definitions = ({ metric, score: { definition } }: Pick<Summary, 'metric' | 'score'>) => (
  <details className="mt-2 text-small">
    <summary className="inline-block min-h-6 cursor-pointer text-ink-3 hover:text-ink">{t('What each number means')}</summary>
    <dl className="mt-2 grid max-w-[54rem] gap-3">
      {[[metricLabel(metric), definition] as const, ...entries()].map(([name, id]) => (
        <div key={id}>
          <dt className="font-strong">{name}</dt>
          <dd className="text-pretty text-ink-2">{t(definitionWords[id as DefinitionId])}</dd>
        </div>
      ))}
    </dl>
  </details>
)

const entries = (): [string, DefinitionId][] => [
  [t('The change, step by step'), 'decomposition@1'],
  [t('Answered'), 'response-rate@1'],
  [t('Alerts opened'), 'alerts-opened@1'],
  [t('Still waiting, closed'), 'alerts-waiting@1'],
  [t('Late'), 'alerts-overdue@1'],
  [t('Contacted in time'), 'close-the-loop@1'],
  [t('Closed in time'), 'closed-in-time@1'],
  [t('Time to close'), 'time-to-close-median@1'],
  [t('Won back'), 'recovery@1'],
  [t('Share of a cause'), 'cause-share@1'],
  [t('Impact of a cause'), 'cause-impact@1'],
  [t('What moves it'), 'drivers@1'],
]
