import { pathTo } from '../../../kit/paths.ts'
import type { Result } from '../../../kit/contract.ts'
import { msg, t } from '../../../kit/i18n.ts'
import { useNow } from '../../../kit/web/useNow.ts'
import { LoopRing, type LoopSteps } from '../../../kit/web/ui/LoopRing.tsx'
import { Section } from '../../../kit/web/ui/page/Section.tsx'
import { TextLink } from '../../../kit/web/ui/TextLink.tsx'
import { Timeline } from '../../../kit/web/ui/page/Timeline.tsx'
import { moment, shortDay } from '../../../kit/words.ts'
import { EarlierAnswers } from '../EarlierAnswers.tsx'
import type { EarlierResponse, RaisedAlert, responseContextContract } from '../../responseContextContract.ts'

// How far the loop of an alert is, as its own room draws it.
const steps: Record<string, { done: LoopSteps; words: string }> = {
  open: { done: 0, words: msg('new') },
  acknowledged: { done: 1, words: msg('taken') },
  contacted: { done: 2, words: msg('spoken with') },
  resolved: { done: 3, words: msg('resolved') },
  confirmed: { done: 4, words: msg('confirmed by the customer') },
}

/** The alerts that this answer raised. */
export function RaisedAlertsSection({ alerts }: { alerts: readonly RaisedAlert[] }) {
  const now = useNow()
  return (
    <Section title={t('It raised')}>
      <ul className="grid gap-2">
        {alerts.map(({ id, state, rule, openedAt }) => (
          <li key={id} className="flex items-start gap-3">
            <LoopRing done={steps[state]?.done ?? 0} />
            <span className="min-w-0">
              <TextLink look="open" href={pathTo('/alerts/$id', { id })} className="font-strong">
                {rule}
              </TextLink>
              <span className="block text-small text-ink-3">
                {steps[state] ? t(steps[state].words) : state} ·{' '}
                {openedAt.length > 10 ? moment(openedAt, now) : shortDay(openedAt, now)}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

type ContextInvitation = NonNullable<Result<typeof responseContextContract.getTrail>['invitation']>

/** How this person was asked. */
export function InvitationHistory({
  invitation: { askedAt, sentAt, remindedAt, answeredAt },
}: {
  invitation: ContextInvitation
}) {
  const now = useNow()
  const entry = (id: string, what: string, at: string | null) =>
    at === null ? [] : [{ id, icon: 'mail' as const, what, when: moment(at, now), at }]
  return (
    <Section title={t('Invitation')}>
      <Timeline
        entries={[
          ...entry('answered', t('Answered'), answeredAt),
          ...[...remindedAt].reverse().flatMap((at, i) => entry(`reminded ${i}`, t('Reminded'), at)),
          ...entry('sent', t('Invited by mail'), sentAt ?? askedAt),
        ]}
      />
    </Section>
  )
}

/** What the same person answered at other times. */
export function EarlierResponses({ others }: { others: readonly EarlierResponse[] }) {
  return (
    <Section title={t('Also answered')} note={t('{n, plural, one {# other time} other {# other times}}', { n: others.length })}>
      <EarlierAnswers answers={others.slice(0, 8)} />
    </Section>
  )
}
