import { t } from '../../kit/i18n.ts'
import { count, percent } from '../../kit/words.ts'
import { Stat, Stats } from '../../kit/web/ui/Stat.tsx'
import type { Summary } from '../contract.ts'
import type { Filters } from './filters.ts'

/** What became of the customers who needed somebody. */
export function AlertNumbers({ summary: { alerts, period, survey, compared }, filters }: { summary: Summary; filters: Filters }) {
  const all = new URLSearchParams({
    survey: survey.id,
    ...(filters.unit && { unit: filters.unit }),
    ...(compared && { from: period.from, to: period.to }),
  })
  const href = (tab: string) => `/alerts?tab=${tab}&${all}`
  return (
    <div className="mt-6">
      <Stats>
        <Stat label={t('Alerts opened')} value={count(alerts.opened)} href={href('all')} />
        <Stat label={t('Still waiting')} value={count(alerts.waiting)} href={href('waiting')} />
        <Stat
          label={t('Closed')}
          value={count(alerts.closed)}
          href={href('closed')}
          detail={alerts.opened > 0 ? t('{share} of those opened', { share: percent(alerts.closed / alerts.opened) }) : undefined}
        />
        <Stat
          label={t('With a cause')}
          value={count(alerts.explained)}
          detail={
            alerts.opened > 0 ? t('{share} of those opened', { share: percent(alerts.explained / alerts.opened) }) : undefined
          }
        />
      </Stats>
    </div>
  )
}
