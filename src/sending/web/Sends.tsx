import { pathTo } from '../../kit/paths.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ActivityButton } from '../../accounts/web/members/ActivityButton.tsx'
import { t } from '../../kit/i18n.ts'
import { useCursorList } from '../../kit/web/list.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { LoadList } from '../../kit/web/ui/state/LoadList.tsx'
import { Section } from '../../kit/web/ui/page/Section.tsx'
import { Skeleton } from '../../kit/web/ui/state/Skeleton.tsx'
import { TextLink } from '../../kit/web/ui/TextLink.tsx'
import { toast, toastError } from '../../kit/web/toasts.ts'
import { count } from '../../kit/words.ts'
import type { SendRow } from '../sendingContract.ts'
import { sending } from './client.ts'
import { timeFromNow, scheduleWords, SendStatus } from './sendingWords.tsx'

/** What was sent and will be, each with who answered and who was held back. */
export function Sends({ surveyId, whyNot }: { surveyId: string; whyNot: string | undefined }) {
  const list = useCursorList<SendRow>(sending.listSends.pages({ query: { survey: surveyId } }))
  return (
    <Section
      title={t('Invitations by mail')}
      note={t('Each person gets a link of their own; who has not answered can be reminded.')}
      more={
        list.data?.length ? (
          <TextLink href={pathTo('/surveys/$id/invitations', { id: surveyId })}>{t('Who was asked')}</TextLink>
        ) : undefined
      }
    >
      <LoadList
        list={list}
        skeleton={<Skeleton rows={2} round={false} />}
        empty={<p className="text-ink-2">{t('Nobody was invited yet.')}</p>}
      >
        {rows => (
          <ul>
            {rows.map(send => (
              <Row key={send.id} send={send} whyNot={whyNot} />
            ))}
          </ul>
        )}
      </LoadList>
      {list.hasMore && (
        <Button busy={list.loadingMore} onPress={list.loadMore}>
          {t('Show more')}
        </Button>
      )}
    </Section>
  )
}

const sum = (counts: Record<string, number>, states: readonly string[]) =>
  states.reduce((n, state) => n + (counts[state] ?? 0), 0)

function Row({ send, whyNot }: { send: SendRow; whyNot: string | undefined }) {
  const invitations = (state?: string) => pathTo('/surveys/$id/invitations', { id: send.surveyId, send: send.id, state })
  const { counts } = send
  const left = sum(counts, ['sent', 'started', 'answered'])
  const waiting = sum(counts, ['waiting'])
  const open = send.state === 'scheduled' || send.state === 'running' || waiting > 0
  return (
    <li className="flex flex-wrap items-baseline gap-x-6 gap-y-1 border-t border-line py-3 first:border-t-0">
      <div className="min-w-60 flex-1">
        <TextLink look="open" href={invitations()}>
          {t('Invitations, {schedule}', { schedule: scheduleWords(send.schedule) })}
        </TextLink>
        <p className="text-small text-ink-3">
          {send.createdBy} · {timeFromNow(send.createdAt)}
          {send.nextAt && ` · ${t('next {when}', { when: timeFromNow(send.nextAt) })}`}
          {send.reminders.length > 0 && ` · ${t('reminded after {days} days', { days: send.reminders.join(', ') })}`}
        </p>
      </div>
      <span className="w-44 text-ink-2">
        {t('{n} sent, {answered} answered', { n: count(left), answered: count(counts['answered'] ?? 0) })}
        {waiting > 0 && <span className="block text-small text-ink-3">{t('{n} in the outbox', { n: count(waiting) })}</span>}
      </span>
      <span className="w-28">
        {(counts['held'] ?? 0) > 0 && (
          <TextLink href={invitations('held')}>{t('{n} held back', { n: count(counts['held']!) })}</TextLink>
        )}
      </span>
      <span className="w-24">
        {/* What waits in the outbox is not done yet. */}
        <SendStatus state={send.state === 'done' && waiting > 0 ? 'running' : send.state} />
      </span>
      <span className="ms-auto flex w-24 justify-end gap-1">
        {open && <Stop id={send.id} whyNot={whyNot} />}
        <ActivityButton id={send.id} name={t('Invitations, {schedule}', { schedule: scheduleWords(send.schedule) })} />
      </span>
    </li>
  )
}

function Stop({ id, whyNot }: { id: string; whyNot: string | undefined }) {
  const queries = useQueryClient()
  const stop = useMutation({
    mutationFn: () => sending.cancelSend({ params: { id }, body: {} }),
    onSuccess: ({ cancelled }) =>
      toast(
        t(
          'Stopped. {n, plural, =0 {Everything had left already} one {# invitation stays here} other {# invitations stay here}}.',
          { n: cancelled },
        ),
      ),
    onError: toastError,
    onSettled: () => queries.invalidateQueries({ queryKey: ['sends'] }),
  })
  return (
    <Button size="small" busy={stop.isPending} disabledReason={whyNot} onPress={() => stop.mutate()}>
      {t('Stop')}
    </Button>
  )
}
