import { pathTo } from '../../../kit/paths.ts'
import { useQuery } from '@tanstack/react-query'
import { useMay } from '../../../accounts/web/session.ts'
import { t } from '../../../kit/i18n.ts'
import { ago } from '../../../kit/words.ts'
import { Button } from '../../../kit/web/ui/Button.tsx'
import { Notice } from '../../../kit/web/ui/state/Notice.tsx'
import { TextLink } from '../../../kit/web/ui/TextLink.tsx'
import { toastUndo } from '../../../kit/web/toasts.ts'
import { isClosed } from '../../alert.ts'
import type { AlertDetail } from '../../contract.ts'
import type { RelatedAlert } from '../../workContract.ts'
import { alertWork } from '../client.ts'
import { useStep } from '../useStep.ts'
import { nameOf } from '../alertCustomer.ts'

/** Other alerts of the same customer: what is part of this one, and what could be. */
export function RelatedAlertsNotices({ alert, now }: { alert: AlertDetail; now: number }) {
  const around = useQuery(alertWork.readAround.query({ params: { id: alert.id } })).data
  const may = useMay('alerts.work')
  const part = useStep((id: string) => alertWork.partAlert({ params: { id }, body: {} }))
  const merge = useStep((alerts: string[]) => alertWork.mergeAlerts({ params: { id: alert.id }, body: { alerts } }))
  if (!around) return null
  const { partOf, merged, others } = around
  const takeIn = (ids: string[]) =>
    merge.mutate(ids, {
      onSuccess: () =>
        toastUndo(t('{n, plural, one {# alert is} other {# alerts are}} part of this one now', { n: ids.length }), () => {
          for (const id of ids) part.mutate(id)
        }),
    })
  const takeOut = (id: string) => (
    <Button size="small" variant="quiet" busy={part.isPending && part.variables === id} onPress={() => part.mutate(id)}>
      {t('Take out')}
    </Button>
  )
  return (
    <div className="mb-6 grid gap-4 empty:hidden">
      {partOf && (
        <Notice
          tone="info"
          icon="merge"
          title={t('This is part of another alert of {name}', { name: nameOf(alert) })}
          actions={may && takeOut(alert.id)}
        >
          <TextLink href={pathTo('/alerts/$id', { id: partOf.id })}>{t('Go on there')}</TextLink>
        </Notice>
      )}
      {merged.length > 0 && (
        <Notice
          icon="merge"
          title={t('{n, plural, one {# other alert is} other {# other alerts are}} part of this one', { n: merged.length })}
        >
          <Lines siblings={merged} now={now} action={may ? takeOut : undefined} />
        </Notice>
      )}
      {others.length > 0 && may && !isClosed(alert.state) && (
        <Notice
          tone="info"
          icon="merge"
          title={t('{name} waits for {n, plural, one {one more answer} other {# more answers}}', {
            name: nameOf(alert),
            n: others.length,
          })}
          actions={
            <Button size="small" icon="merge" busy={merge.isPending} onPress={() => takeIn(others.map(({ id }) => id))}>
              {others.length === 1 ? t('Make it part of this one') : t('Make them part of this one')}
            </Button>
          }
        >
          <Lines siblings={others} now={now} />
        </Notice>
      )}
    </div>
  )
}

interface LinesProps {
  siblings: readonly RelatedAlert[]
  now: number
  action?: ((id: string) => React.ReactNode) | undefined
}

const Lines = ({ siblings, now, action }: LinesProps) => (
  <ul className="grid gap-1">
    {siblings.map(({ id, survey, unit, person, said, openedAt }) => (
      <li key={id} className="flex flex-wrap items-baseline gap-x-2">
        <TextLink look="open" href={pathTo('/alerts/$id', { id })}>
          {said ? `“${said.length > 90 ? `${said.slice(0, 90)}…` : said}”` : survey}
        </TextLink>
        <span className="text-ink-3">{[person, unit, ago(openedAt, now)].filter(Boolean).join(' · ')}</span>
        {action?.(id)}
      </li>
    ))}
  </ul>
)
