import { useNow } from '../../kit/web/useNow.ts'
import { t } from '../../kit/i18n.ts'
import { moment } from '../../kit/words.ts'
import { useCursorList } from '../../kit/web/list.ts'
import { Empty } from '../../kit/web/ui/state/Empty.tsx'
import { ErrorState } from '../../kit/web/ui/state/ErrorState.tsx'
import { Pagination } from '../../kit/web/ui/table/Pagination.tsx'
import { Skeleton } from '../../kit/web/ui/state/Skeleton.tsx'
import { TextLink } from '../../kit/web/ui/TextLink.tsx'
import { Timeline } from '../../kit/web/ui/page/Timeline.tsx'
import { activityIcon, activityWords, changesIn, subjectHref } from './activityWords.ts'
import { type ActivityItem, activity } from './client.ts'
import { useVerbs } from './recordWords.ts'

export interface ActivityFeedProps {
  /** The object whose feed it is; without one, of the whole organisation. */
  subjectId?: string
  actor?: string
  /** A verb or its beginning, as in `member.`. */
  verb?: string
  from?: string
  /** Links each entry to its object: needed where the feed is of many. */
  links?: boolean
}

/** What happened, newest first: stands on every object's page. */
export function ActivityFeed({ subjectId, actor, verb, from, links }: ActivityFeedProps) {
  const now = useNow()
  const verbs = useVerbs()
  const list = useCursorList(activity.feed.pages({ query: { subject: subjectId, actor, verb, from, limit: 50 } }))
  if (list.data === undefined || verbs === undefined) {
    return list.error ? <ErrorState error={list.error} retry={() => void list.refetch()} /> : <Skeleton rows={6} />
  }
  if (list.data.length === 0) {
    return (
      <Empty icon="note" title={t('Nothing happened yet')}>
        {t('What anybody does here is recorded from the first step on.')}
      </Empty>
    )
  }
  return (
    <>
      <Timeline
        entries={list.data.map(item => ({
          id: item.id,
          icon: activityIcon(item.verb),
          what: <Entry item={item} verbs={verbs} link={links ?? false} />,
          when: moment(item.at, now),
          at: item.at,
          children: <Changes item={item} />,
        }))}
      />
      <Pagination shown={list.data.length} hasMore={list.hasMore} loading={list.loadingMore} onMore={list.loadMore} />
    </>
  )
}

interface EntryProps {
  item: ActivityItem
  verbs: Readonly<Record<string, string>>
  link: boolean
}

function Entry({ item, verbs, link }: EntryProps) {
  const href = link && subjectHref(item.subject)
  const words = activityWords(item, verbs)
  return (
    <>
      <b>{actorName(item.actor)}</b>{' '}
      {href ? (
        <TextLink look="open" href={href}>
          {words}
        </TextLink>
      ) : (
        words
      )}
    </>
  )
}

const actorName = ({ kind, name }: ActivityItem['actor']) => {
  if (kind === 'respondent') return t('A respondent')
  // A job's own name says nothing to people.
  return kind === 'system' ? 'Fullcircle' : (name ?? t('Somebody'))
}

function Changes({ item }: { item: ActivityItem }) {
  if (item.erased) return <span className="text-ink-3">{t('The details were erased.')}</span>
  const changes = changesIn(item.detail)
  if (changes.length === 0) return null
  return (
    <ul>
      {changes.map(change => (
        <li key={change} className="break-words">
          {change}
        </li>
      ))}
    </ul>
  )
}
