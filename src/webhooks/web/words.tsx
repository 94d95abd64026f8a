import { list } from '../../kit/words.ts'
import { t } from '../../kit/i18n.ts'
import { State } from '../../kit/web/ui/State.tsx'
import type { Delivery, Endpoint } from '../webhookContract.ts'
import { eventGroups, groupsOf } from '../webhookKinds.ts'

/** “Alerts and their promises, and survey.published” */
export function kindsWords(kinds: readonly string[] | null): string {
  if (!kinds) return t('Everything that happens')
  const { groups, others } = groupsOf(kinds)
  return list([...groups.map(group => t(eventGroups[group].label)), ...others])
}

export function EndpointMark({ endpoint: { state, failingSince } }: { endpoint: Endpoint }) {
  if (state === 'off') return <State kind="paused">{t('switched off')}</State>
  if (state === 'failed') return <State kind="failed">{t('stopped after failing')}</State>
  return failingSince ? <State kind="soon">{t('does not answer')}</State> : <State kind="good">{t('on')}</State>
}

export function DeliveryMark({ delivery: { state, attempts, status } }: { delivery: Delivery }) {
  if (state === 'sent') return <State kind="kept">{t('delivered ({status})', { status: status ?? '' })}</State>
  if (state === 'failed') return <State kind="failed">{t('given up')}</State>
  if (state === 'sending') return <State kind="running">{t('is being sent')}</State>
  return attempts > 0 ? <State kind="soon">{t('is tried again')}</State> : <State kind="running">{t('waits')}</State>
}
