import type { Href } from '../../kit/paths.ts'
import { t } from '../../kit/i18n.ts'
import { count, percent } from '../../kit/words.ts'
import { State } from '../../kit/web/ui/State.tsx'
import { TextLink } from '../../kit/web/ui/TextLink.tsx'
import type { ShownMetric } from '../metricSchemas.ts'

type KnownShare = Extract<ShownMetric, { kind: 'score' }>

/** “between 61 % and 84 %” */
export const rangeOf = ({ interval: { low, high } }: Pick<KnownShare, 'interval'>): string =>
  t('between {low} and {high}', { low: percent(low), high: percent(high) })

/** A share in a table with what it is a share of; both open what they count. */
export function ProportionCell({ shown, href, all }: { shown: ShownMetric | null; href?: Href; all: Href }) {
  if (shown?.kind === 'suppressed') return <State kind="hidden">{t('too few')}</State>
  if (shown?.kind !== 'score') return <span className="text-ink-3">–</span>
  const { score, n, interval } = shown
  return (
    <span title={rangeOf(shown)}>
      {href ? (
        <TextLink look="open" href={href}>
          {percent(score)}
        </TextLink>
      ) : (
        percent(score)
      )}{' '}
      <span className="text-small text-ink-3">
        <span className="max-wide:hidden">
          {t('{low}–{high}', { low: count(100 * interval.low), high: percent(interval.high) })}{' '}
        </span>
        <TextLink look="open" href={all}>
          {t('of {n}', { n: count(n) })}
        </TextLink>
      </span>
    </span>
  )
}
