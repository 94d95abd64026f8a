import type { Href } from '../../kit/paths.ts'
import { t } from '../../kit/i18n.ts'
import { Interval } from '../../kit/web/charts/Interval.tsx'
import { TextLink } from '../../kit/web/ui/TextLink.tsx'
import { State } from '../../kit/web/ui/State.tsx'
import { marginOfErrorWords, scoreWords } from '../../metrics/metricWords.ts'
import type { UnitRow } from '../contract.ts'
import type { ShownMetric } from '../metricSchemas.ts'

type Row = Pick<UnitRow, 'score' | 'before' | 'hidden'>

/** An estimate in its band, one under the other on one scale. */
export function ScoreLine({
  row,
  domain,
  overall,
}: {
  row: Row
  domain: readonly [number, number]
  overall: number | undefined
}) {
  if (row.score.kind !== 'score') return null
  const { score, interval, unit } = row.score
  return (
    <Interval
      label={t('{value}, between {low} and {high}', {
        value: scoreWords(score, unit),
        low: scoreWords(interval.low, unit),
        high: scoreWords(interval.high, unit),
      })}
      value={score}
      low={interval.low}
      high={interval.high}
      domain={domain}
      line={overall}
      before={row.before?.kind === 'score' ? row.before.score : undefined}
      width="13rem"
    />
  )
}

export function ScoreCell({ row: { score, hidden }, kind, href }: { row: Row; kind: string; href: Href }) {
  if (score.kind === 'score')
    return (
      <>
        <TextLink look="open" href={href}>
          <b>{scoreWords(score.score, kind)}</b>
        </TextLink>{' '}
        <span className="text-small text-ink-3">{marginOfErrorWords(score.interval.low, score.interval.high, kind)}</span>
      </>
    )
  return <State kind="hidden">{hidden === 'protects-another' ? t('not shown, to protect another') : t('too few')}</State>
}

// The ends that occur, so that differences can be seen; the scale’s own ends would press everything together.
export function domainOf(rows: readonly { score: ShownMetric }[], bounds: readonly [number, number]): readonly [number, number] {
  const ends = rows.flatMap(({ score }) => (score.kind === 'score' ? [score.interval.low, score.interval.high] : []))
  return ends.length === 0 ? bounds : [Math.max(bounds[0], Math.min(...ends)), Math.min(bounds[1], Math.max(...ends))]
}
