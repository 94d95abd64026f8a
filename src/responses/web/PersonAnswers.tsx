import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useMay } from '../../accounts/web/session.ts'
import { t } from '../../kit/i18n.ts'
import { useLive } from '../../kit/web/live.ts'
import { Load } from '../../kit/web/ui/state/Load.tsx'
import { Section } from '../../kit/web/ui/page/Section.tsx'
import { TextLink } from '../../kit/web/ui/TextLink.tsx'
import { trails } from './client.ts'
import { EarlierAnswers } from './EarlierAnswers.tsx'

const FIRST = 5

/** On a person's page: what they answered, over all channels. */
export function PersonAnswers({ personId }: { personId: string }) {
  useLive('responses')
  const may = useMay('responses.read')
  const [all, setAll] = useState(false)
  const query = useQuery({ ...trails.listPersonResponses.query({ params: { id: personId } }), enabled: may })
  if (!may) return null
  return (
    <Section title={t('Answers')} note={t('Over all surveys that are not anonymous')}>
      <Load query={query}>
        {({ items }) => (
          <>
            {items.length === 0 && <p className="text-ink-2">{t('None yet. What they answer appears here.')}</p>}
            <EarlierAnswers answers={all ? items : items.slice(0, FIRST)} />
            {!all && items.length > FIRST && (
              <p className="mt-3">
                <TextLink onPress={() => setAll(true)}>{t('Show {n} more', { n: items.length - FIRST })}</TextLink>
              </p>
            )}
          </>
        )}
      </Load>
    </Section>
  )
}
