import { pathTo } from '../../../kit/paths.ts'
import { useState } from 'react'
import { t } from '../../../kit/i18n.ts'
import { day } from '../../../kit/words.ts'
import { Button } from '../../../kit/web/ui/Button.tsx'
import { TextLink } from '../../../kit/web/ui/TextLink.tsx'
import type { ReplayedAlert } from '../../policyReplay/policyReplayContract.ts'
import { changeWords } from './words.ts'

const MORE = 20

/** The alerts of which a promise would have ended otherwise, each a link, with what would be otherwise. */
export function ChangedAlerts({ alerts }: { alerts: readonly ReplayedAlert[] }) {
  const [shown, setShown] = useState(MORE)
  if (alerts.length === 0) return null
  return (
    <div>
      <h3 className="font-strong">{t('What would have gone otherwise')}</h3>
      <ul className="divide-y divide-line">
        {alerts.slice(0, shown).map(alert => (
          <li key={alert.id} className="grid grid-cols-[minmax(0,1fr)_minmax(0,1.4fr)] gap-x-6 py-2 max-wide:grid-cols-1">
            <span>
              <TextLink look="open" href={pathTo('/alerts/$id', { id: alert.id })}>
                {alert.person ?? t('A customer')}
              </TextLink>
              <span className="text-ink-3"> · {[alert.unit, day(alert.openedAt)].filter(Boolean).join(' · ')}</span>
            </span>
            <span className="text-ink-2">{changeWords(alert)}</span>
          </li>
        ))}
      </ul>
      {alerts.length > shown && (
        <Button size="small" variant="quiet" onPress={() => setShown(shown + MORE)}>
          {t('Show more')}
        </Button>
      )}
    </div>
  )
}
