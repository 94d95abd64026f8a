import { pathTo } from '../../kit/paths.ts'
import { useQuery } from '@tanstack/react-query'
import { useMay } from '../../accounts/web/session.ts'
import { t } from '../../kit/i18n.ts'
import { useLive } from '../../kit/web/live.ts'
import { Load } from '../../kit/web/ui/state/Load.tsx'
import { Section } from '../../kit/web/ui/page/Section.tsx'
import { TextLink } from '../../kit/web/ui/TextLink.tsx'
import { useNow } from '../../kit/web/useNow.ts'
import { AlertRow } from './AlertRow.tsx'
import { alerts } from './client.ts'

/** On a person's page: the alerts that their answers raised. */
export function PersonAlerts({ personId }: { personId: string }) {
  useLive('alerts')
  const now = useNow()
  const may = useMay('alerts.read')
  const query = useQuery({ ...alerts.listAlerts.query({ query: { person: personId, limit: '10' } }), enabled: may })
  if (!may) return null
  return (
    <Section title={t('Alerts')} note={t('Raised by what they answered')}>
      <Load query={query}>
        {({ items, nextCursor }) => (
          <>
            {items.length === 0 && <p className="text-ink-2">{t('None of their answers raised one.')}</p>}
            {/* Rows of alerts have room around them for a mouse; here they begin where the other lines begin. */}
            <ul className="wide:-mx-3">
              {items.map(alert => (
                <li key={alert.id} className="border-b border-line last:border-b-0">
                  <AlertRow alert={alert} now={now} owner />
                </li>
              ))}
            </ul>
            {nextCursor && (
              <p className="mt-3">
                <TextLink href={pathTo('/alerts', { person: personId })}>{t('All alerts of this person')}</TextLink>
              </p>
            )}
          </>
        )}
      </Load>
    </Section>
  )
}
