import { pathTo } from '../../kit/paths.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useMay } from '../../accounts/web/session.ts'
import { t } from '../../kit/i18n.ts'
import { moment } from '../../kit/words.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { Section } from '../../kit/web/ui/page/Section.tsx'
import { TextLink } from '../../kit/web/ui/TextLink.tsx'
import { Timeline } from '../../kit/web/ui/page/Timeline.tsx'
import type { AlertDetail } from '../../alerts/contract.ts'
import { wall } from './client.ts'
import { ShareDialog } from './ShareDialog.tsx'
import { ThankDialog } from './ThankDialog.tsx'

/** On an excellence alert: thank the colleague with the customer's words, and let others learn from it. */
export function Praise({ alert, now }: { alert: AlertDetail; now: number }) {
  const praise = useQuery(wall.readPraise.query({ params: { id: alert.id } })).data
  const may = useMay('alerts.work')
  const [asking, setAsking] = useState<'thank' | 'share' | null>(null)
  const close = () => setAsking(null)
  if (alert.kind !== 'excellence') return null
  return (
    <div className="mt-6 border-t border-line pt-6">
      <Section title={t('Praise')} note={t('Whoever did it should hear it; others can do the same.')}>
        {praise && praise.thanks.length > 0 && (
          <div className="mb-4">
            <Timeline
              entries={praise.thanks.map(({ id, name, message, by, at }) => ({
                id,
                icon: 'heart' as const,
                what: t('{by} thanked {name}', { by, name }),
                when: moment(at, now),
                at,
                children: message,
              }))}
            />
          </div>
        )}
        <div className="flex flex-wrap items-center gap-2">
          {may && (
            <Button icon="heart" onPress={() => setAsking('thank')}>
              {praise?.thanks.length ? t('Thank somebody else') : t('Thank a colleague')}
            </Button>
          )}
          {praise?.practiceId ? (
            <TextLink href={pathTo('/wall')}>{t('Shared on the wall')}</TextLink>
          ) : (
            may && (
              <Button icon="send" onPress={() => setAsking('share')}>
                {t('Share on the wall')}
              </Button>
            )
          )}
        </div>
      </Section>
      {asking === 'thank' && <ThankDialog alert={alert} onClose={close} />}
      {asking === 'share' && <ShareDialog alert={alert} onClose={close} />}
    </div>
  )
}
