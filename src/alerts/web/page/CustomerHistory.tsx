import { type Href, pathTo } from '../../../kit/paths.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useMay } from '../../../accounts/web/session.ts'
import { t } from '../../../kit/i18n.ts'
import { shortDay } from '../../../kit/words.ts'
import { Button } from '../../../kit/web/ui/Button.tsx'
import type { IconName } from '../../../kit/web/ui/Icon.tsx'
import { Section } from '../../../kit/web/ui/page/Section.tsx'
import { TextLink } from '../../../kit/web/ui/TextLink.tsx'
import { Timeline } from '../../../kit/web/ui/page/Timeline.tsx'
import type { AlertDetail } from '../../contract.ts'
import type { CustomerHistoryItem } from '../../workContract.ts'
import { alertWork } from '../client.ts'
import { customerHistoryWords } from './customerHistoryWords.ts'

const FEW = 5

const icons: Record<CustomerHistoryItem['kind'], IconName> = { answer: 'responses', alert: 'alerts', help: 'chat', mail: 'mail' }

/** What happened with this customer before, over all channels: answers, alerts, calls for help, mails. */
export function CustomerHistory({ alert, now }: { alert: AlertDetail; now: number }) {
  const { data } = useQuery(alertWork.readAround.query({ params: { id: alert.id } }))
  const past = (data?.past ?? []).filter(({ kind, id }) => kind !== 'answer' || id !== alert.responseId)
  const [all, setAll] = useState(false)
  const mayRead = useMay('responses.read')
  if (past.length === 0) return null
  const lines = (
    <>
      <Timeline
        entries={(all ? past : past.slice(0, FEW)).map(item => ({
          id: item.kind + item.id,
          icon: icons[item.kind],
          what: <What item={item} href={hrefOf(item, mayRead)} />,
          when: shortDay(item.at, now),
          at: item.at,
          children: item.said && item.kind !== 'alert' && <p className="line-clamp-2">{item.said}</p>,
        }))}
      />
      {past.length > FEW && !all && (
        <Button size="small" variant="quiet" className="mt-2" onPress={() => setAll(true)}>
          {t('{n, plural, one {# more} other {# more}}', { n: past.length - FEW })}
        </Button>
      )}
    </>
  )
  // Below the course of their scores, where there is one.
  if (alert.history.length > 1) return <div className="mt-4">{lines}</div>
  return (
    <div className="mt-6 border-t border-line pt-6">
      <Section title={t('History')}>{lines}</Section>
    </div>
  )
}

const What = ({ item, href }: { item: CustomerHistoryItem; href: Href | null }) =>
  href ? (
    <TextLink look="open" href={href}>
      {customerHistoryWords(item)}
    </TextLink>
  ) : (
    <span>{customerHistoryWords(item)}</span>
  )

function hrefOf({ kind, id, surveyId }: CustomerHistoryItem, mayRead: boolean): Href | null {
  if (kind === 'alert') return pathTo('/alerts/$id', { id })
  if (kind === 'answer' && mayRead) return pathTo('/responses/$id', { id })
  return kind === 'help' && surveyId && mayRead ? pathTo('/surveys/$id/help/$help', { id: surveyId, help: id }) : null
}
