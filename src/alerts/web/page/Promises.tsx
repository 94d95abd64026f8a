import { pathTo } from '../../../kit/paths.ts'
import { t } from '../../../kit/i18n.ts'
import { Person } from '../../../kit/web/ui/Avatar.tsx'
import { Section } from '../../../kit/web/ui/page/Section.tsx'
import { State } from '../../../kit/web/ui/State.tsx'
import { TextLink } from '../../../kit/web/ui/TextLink.tsx'
import { targetWords } from '../../../sla/words.ts'
import { clockWords } from '../../clockWords.ts'
import type { AlertDetail } from '../../contract.ts'
import { keptBy } from '../../alertPromises.ts'

/** What was promised, how much time is left, and why it is due when it is due. */
export function Promises({ alert, now }: { alert: AlertDetail; now: number }) {
  if (alert.clocks.length === 0) return null
  const kept: readonly string[] = keptBy(alert.state)
  return (
    <Section title={t('Promises')}>
      <ul className="grid gap-3">
        {alert.clocks.map(clock => {
          const { sign, words } = clockWords(clock, !kept.includes(clock.target), now)
          return (
            <li key={clock.target}>
              <div className="flex flex-wrap items-baseline justify-between gap-x-3">
                <span>{targetWords(clock.target)}</span>
                <State kind={sign}>{words}</State>
              </div>
              <p className="text-small text-ink-3">{clock.explanation}</p>
              {clock.part && (
                <p className="text-small text-ink-3">
                  <TextLink href={pathTo('/alerts/$id', { id: clock.part })}>
                    {t('Promised for another answer that is part of this')}
                  </TextLink>
                </p>
              )}
            </li>
          )
        })}
      </ul>
    </Section>
  )
}

/** Seniors who were named beside the owner. */
export function Overseers({ alert }: { alert: AlertDetail }) {
  if (alert.overseers.length === 0) return null
  return (
    <Section title={t('Asked to see to it')}>
      <div className="grid gap-2">
        {alert.overseers.map(senior => (
          <Person key={senior.id} name={senior.name} detail={senior.email ?? undefined} />
        ))}
      </div>
    </Section>
  )
}
