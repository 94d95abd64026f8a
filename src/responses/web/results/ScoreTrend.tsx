import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { t } from '../../../kit/i18n.ts'
import { Trend, type TrendPoint } from '../../../kit/web/charts/Trend.tsx'
import { useNow } from '../../../kit/web/useNow.ts'
import { ErrorState } from '../../../kit/web/ui/state/ErrorState.tsx'
import { Segmented } from '../../../kit/web/ui/form/Segmented.tsx'
import { Skeleton } from '../../../kit/web/ui/state/Skeleton.tsx'
import { day, month, shortDay } from '../../../kit/words.ts'
import { plusDays } from '../../../people/period.ts'
import type { MetricName } from '../../../metrics/computeMetric.ts'
import { headlineWords, metricLabel, scoreWords } from '../../../metrics/metricWords.ts'
import { metrics } from '../client.ts'
import { todayHere } from '../useResponseFilter.ts'
import { scoreIn } from '../questionResults.ts'

type Granularity = 'day' | 'week' | 'month'
/** An anonymous survey is told batch by batch: so many answers together that nobody stands out. */
type TrendBucket = Granularity | 'batch'

interface CourseProps {
  survey: string
  question: string
  metric: MetricName
  cut: Readonly<Record<string, string>>
  unit: string
  bounds: readonly [number, number]
}

/** A score over time, in its band; by the day, week or month. */
export function ScoreTrend({ survey, question, metric, cut, unit, bounds }: CourseProps) {
  const [chosen, setBy] = useState<Granularity | null>(null)
  const months = useSeries(survey, question, metric, cut, 'month')
  // A young survey has no course of months yet.
  const by = chosen ?? (months.data && months.data.items.length < 3 ? 'day' : 'month')
  const query = useSeries(survey, question, metric, cut, by)
  const told: TrendBucket = query.data?.by === 'batch' ? 'batch' : by
  return (
    <div className="min-w-0">
      <div className="mb-2 flex flex-wrap items-center gap-x-4 gap-y-2">
        {told === 'batch' ? (
          <span className="font-strong">{t('By batch of answers, from its first day')}</span>
        ) : (
          <Segmented
            label={t('Over time')}
            value={by}
            onChange={setBy}
            options={[
              { id: 'day', label: t('By day') },
              { id: 'week', label: t('By week') },
              { id: 'month', label: t('By month') },
            ]}
          />
        )}
        <span className="text-small text-ink-2">
          {t('line: {metric}; band: where it lies with 95 %', { metric: metricLabel(metric) })}
        </span>
      </div>
      {query.data ? (
        <Drawn
          points={withGaps(
            query.data.items.map(item => pointOf(item, told)),
            told,
          )}
          by={told}
          metric={metric}
          unit={unit}
          bounds={bounds}
        />
      ) : query.error ? (
        <ErrorState error={query.error} retry={() => void query.refetch()} />
      ) : (
        <Skeleton rows={4} round={false} />
      )}
    </div>
  )
}

const useSeries = (id: string, question: string, metric: MetricName, cut: CourseProps['cut'], by: Granularity) =>
  useQuery({
    ...metrics.getSeries.query({ params: { id, metric }, query: { question, by, ...cut } }),
    placeholderData: keepPreviousData,
  })

function pointOf({ from, ...metric }: Parameters<typeof scoreIn>[0] & { from: string }, by: TrendBucket): TrendPoint {
  const known = scoreIn(metric)
  const unfinished = by !== 'batch' && from <= todayHere() && todayHere() < endOf(from, by)
  return {
    at: from,
    unfinished,
    value: known?.score ?? null,
    ...(known && { low: known.interval.low, high: known.interval.high, n: known.n }),
  }
}

// Beyond so many periods a gap is too small to be seen.
const MOST_POINTS = 400

/** Periods without an answer stand in the course as gaps: no line leads across them. */
function withGaps(points: readonly TrendPoint[], by: TrendBucket): readonly TrendPoint[] {
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last || by === 'batch') return points
  const byDay = new Map(points.map(point => [point.at, point]))
  const all: TrendPoint[] = []
  for (let at = first.at; at <= last.at; at = endOf(at, by)) {
    all.push(byDay.get(at) ?? { at, value: null })
    if (all.length > MOST_POINTS) return points
  }
  return all
}

/** The first day after a period. */
const endOf = (from: string, by: Granularity): string =>
  by === 'month' ? `${plusDays(from, 31).slice(0, 7)}-01` : plusDays(from, by === 'week' ? 7 : 1)

interface DrawnProps extends Pick<CourseProps, 'metric' | 'unit' | 'bounds'> {
  points: readonly TrendPoint[]
  by: TrendBucket
}

function Drawn({ points, by, metric, unit, bounds }: DrawnProps) {
  const known = points.filter(({ value }) => value !== null)
  const [first, last] = [known[0], known.at(-1)]
  const now = useNow()
  if (!first || !last || known.length < 2) {
    return (
      <p className="max-w-measure py-6 text-ink-2">
        {t('All answers are of one {bucket}: a course needs two.', {
          bucket: { day: t('day'), week: t('week'), month: t('month'), batch: t('batch') }[by],
        })}
      </p>
    )
  }
  const label = t('{metric} from {first} in {from} to {last} in {to}', {
    metric: metricLabel(metric),
    first: scoreWords(first.value!, unit),
    from: day(first.at),
    last: scoreWords(last.value!, unit),
    to: day(last.at),
  })
  const period = (at: string) =>
    by === 'month' ? month(at) : by === 'week' ? t('week of {day}', { day: shortDay(at, now) }) : shortDay(at, now)
  return <Trend label={label} points={points} bounds={bounds} format={value => headlineWords(value, unit)} period={period} />
}
