import { useState } from 'react'
import { t } from '../../../kit/i18n.ts'
import { State } from '../../../kit/web/ui/State.tsx'
import { moment } from '../../../kit/words.ts'
import type { PersonRow } from '../client.ts'

/** What one must know before writing to somebody or counting on them. */
export function PersonStatus({ person }: { person: PersonRow }) {
  const [now] = useState(Date.now)
  return (
    <span className="inline-flex flex-wrap gap-x-3">
      {person.erasedAt && <State kind="hidden">{t('Erased')}</State>}
      {person.optedOutAt && <State kind="paused">{t('Opted out')}</State>}
      {person.bouncedAt && <State kind="failed">{t('Mail comes back')}</State>}
      {person.awayUntil && <State kind="paused">{t('Away until {when}', { when: moment(person.awayUntil, now) })}</State>}
    </span>
  )
}
