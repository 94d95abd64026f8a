import { t } from '../../kit/i18n.ts'
import type { Period } from '../../people/period.ts'
import { count, day, month, shortDay } from '../../kit/words.ts'
import { Distribution } from '../../kit/web/charts/Distribution.tsx'
import { Interval } from '../../kit/web/charts/Interval.tsx'
import { Trend } from '../../kit/web/charts/Trend.tsx'
import { useNow } from '../../kit/web/useNow.ts'
import { Stat } from '../../kit/web/ui/Stat.tsx'
import { TextLink } from '../../kit/web/ui/TextLink.tsx'
import type { Summary } from '../contract.ts'
import type { ShownChange, ShownMetric } from '../metricSchemas.ts'
import {
  bandWords,
  scoreAxisBounds,
  marginOfErrorWords,
  headlineWords,
  metricLabel,
  scoreWords,
  confidenceWords,
} from '../../metrics/metricWords.ts'
import { ChangeMark } from './ChangeMark.tsx'
import { selectionInPeriod, scoresHref } from '../drillDownHrefs.ts'

/** The score now with its interval, how the answers are spread, and the course it took. */
export const ScoreNow = ({ summary }: { summary: Summary }) => (
  <div className="grid items-start gap-12 wide:grid-cols-[16.5rem_minmax(0,1fr)] max-wide:gap-6">
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
      <Now summary={summary} />
      {summary.distribution && (
        <Distribution
          label={distributionLabel(summary)}
          counts={summary.distribution.map(({ n }) => n)}
          names={summary.distribution.map(({ value }) => String(value))}
          nps={summary.metric === 'nps'}
          href={(from, to) => scoresHref(summary, summary.distribution![from]!.value, summary.distribution![to]!.value)}
        />
      )}
    </div>
    {summary.score.kind !== 'suppressed' && <Course summary={summary} />}
  </div>
)

function Now({ summary }: { summary: Summary }) {
  const { score, metric, question, change, responses } = summary
  if (score.kind !== 'score') return <Stat big label={metricLabel(metric)} value={null} detail={whyNot(score)} />
  const { low, high } = score.interval
  const sure = confidenceWords(score.interval, score.unit)
  const band = bandWords(score.band)
  return (
    <Stat
      big
      href={scoresHref(summary)}
      label={metricLabel(metric)}
      value={headlineWords(score.score, score.unit)}
      beside={
        <>
          {marginOfErrorWords(low, high, score.unit)}
          {band && <b className="text-ink"> · {band}</b>}
        </>
      }
      detail={
        <>
          {sure}.{' '}
          {t('{n} of {all} answered “{question}”.', { n: count(score.n), all: count(responses), question: question.prompt })}
          {change && <Moved summary={summary} change={change} unit={score.unit} />}
        </>
      }
    >
      <div className="my-2">
        <Interval
          label={sure}
          value={score.score}
          low={low}
          high={high}
          domain={scoreAxisBounds(metric, question)}
          line={metric === 'nps' ? 0 : undefined}
          width="100%"
        />
      </div>
    </Stat>
  )
}

function Moved({ summary, change, unit }: { summary: Summary; change: ShownChange; unit: string }) {
  const { before, compared } = summary
  if (!compared || before?.kind !== 'score') return null
  return (
    <span className="mt-1 block">
      <ChangeMark change={change} unit={unit} />{' '}
      <TextLink look="open" href={scoresHref(selectionInPeriod(summary, compared))}>
        {t('against {score} in the time before', { score: scoreWords(before.score, unit) })}
      </TextLink>
    </span>
  )
}

const whyNot = (score: Exclude<ShownMetric, { kind: 'score' }>): string =>
  score.kind === 'none'
    ? t('Nobody answered this question.')
    : t('Too few answers to show it; {needed} are needed.', { needed: score.needed })

function distributionLabel({ distribution, question }: Summary): string {
  const most = [...distribution!].sort((a, b) => b.n - a.n)[0]!
  return t('{n} answered “{question}”; {value} was given most often', {
    n: count(distribution!.reduce((sum, { n }) => sum + n, 0)),
    question: question.prompt,
    value: most.value,
  })
}

function Course({ summary }: { summary: Summary }) {
  const { series, bucket, metric, question, score } = summary
  const points = series.map(({ at, score, unfinished }, i) => ({
    at,
    // Dashed from the period before; where nobody answered then, it stands alone.
    unfinished: unfinished && series[i - 1]?.score.kind === 'score',
    value: score.kind === 'score' ? score.score : null,
    ...(score.kind === 'score' && { low: score.interval.low, high: score.interval.high, n: score.n }),
  }))
  const known = points.filter(({ value }) => value !== null)
  const unit = score.kind === 'score' ? score.unit : 'points'
  const title = {
    day: t('By day'),
    week: t('By week, from its Monday'),
    month: t('By month'),
    batch: t('By batch of answers, from its first day'),
  }[bucket]
  const now = useNow()
  const period = (at: string) => (bucket === 'month' ? month(at) : shortDay(at, now))
  const first = known[0]
  const last = known.at(-1)
  const label =
    first && last
      ? t('{metric} from {first} in {from} to {last} in {to}', {
          metric: metricLabel(metric),
          first: scoreWords(first.value!, unit),
          from: day(first.at),
          last: scoreWords(last.value!, unit),
          to: day(last.at),
        })
      : t('No course yet')
  return (
    <div className="min-w-0">
      <h2 className="mb-2 font-strong">
        {title}{' '}
        <span className="ms-2 text-small font-regular text-ink-2">
          {t('line: {metric}; band: where it lies with 95 %', { metric: metricLabel(metric) })}
        </span>
      </h2>
      {known.length > 1 ? (
        <Trend
          label={label}
          points={points}
          bounds={scoreAxisBounds(metric, question)}
          format={value => headlineWords(value, unit)}
          period={period}
          href={first => scoresHref(selectionInPeriod(summary, bucketIn(summary, first)))}
        />
      ) : (
        <p className="max-w-measure text-ink-2">
          {t('All answers are of one {bucket}: a course needs two.', {
            bucket: { day: t('day'), week: t('week'), month: t('month'), batch: t('batch') }[bucket],
          })}
        </p>
      )}
    </div>
  )
}

/** The days of a point of the course, as far as they belong to the period. */
function bucketIn({ period, series }: Summary, first: string): Period {
  const last = series.find(({ at }) => at === first)?.to ?? first
  return { from: first > period.from ? first : period.from, to: last < period.to ? last : period.to }
}
