import type { Href } from '../../../kit/paths.ts'
import { t } from '../../../kit/i18n.ts'
import { Distribution } from '../../../kit/web/charts/Distribution.tsx'
import { Interval } from '../../../kit/web/charts/Interval.tsx'
import { Stat } from '../../../kit/web/ui/Stat.tsx'
import { count } from '../../../kit/words.ts'
import type { QuestionKind } from '../../../surveys/question.ts'
import { usualMetric } from '../../../metrics/computeMetric.ts'
import {
  bandWords,
  scoreAxisBounds,
  marginOfErrorWords,
  headlineWords,
  metricLabel,
  confidenceWords,
} from '../../../metrics/metricWords.ts'
import { ScoreTrend } from './ScoreTrend.tsx'
import { type QuestionResult, type ShownScore, scoreIn, whyNone } from '../questionResults.ts'

interface ScoredProps {
  survey: string
  question: QuestionResult
  cut: Readonly<Record<string, string>>
  href: (more: Record<string, string | number>) => Href
}

/** A score with its interval, how the answers are spread, and the course it took. */
export function Scored({ survey, question, cut, href }: ScoredProps) {
  const metric = usualMetric({ kind: question.kind as QuestionKind })!
  const known = scoreIn(question.metric)
  const values = question.values ?? []
  const scale = { min: values[0]?.value ?? 0, max: values.at(-1)?.value ?? 10 }
  const bounds = scoreAxisBounds(metric, scale)
  if (!known) return <Stat label={metricLabel(metric)} value={null} detail={whyNone(question.metric)} />
  return (
    <div className="grid items-start gap-12 wide:grid-cols-[16.5rem_minmax(0,1fr)] max-wide:gap-6">
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
        <Now
          known={known}
          label={metricLabel(metric)}
          bounds={bounds}
          zero={metric === 'nps'}
          href={href({ atLeast: scale.min })}
        />
        <Distribution
          label={spreadWords(question)}
          counts={values.map(({ n }) => n)}
          names={values.map(({ value }) => String(value))}
          nps={metric === 'nps'}
          href={(from, to) => href({ atLeast: values[from]!.value, atMost: values[to]!.value })}
        />
      </div>
      <ScoreTrend survey={survey} question={question.id} metric={metric} cut={cut} unit={known.unit} bounds={bounds} />
    </div>
  )
}

interface NowProps {
  known: ShownScore
  label: string
  bounds: readonly [number, number]
  zero: boolean
  href: Href
}

function Now({ known: { score, interval, unit, band }, label, bounds, zero, href }: NowProps) {
  const { low, high } = interval
  const sure = confidenceWords(interval, unit)
  const name = bandWords(band)
  return (
    <Stat
      big
      href={href}
      label={label}
      value={headlineWords(score, unit)}
      beside={
        <>
          {marginOfErrorWords(low, high, unit)}
          {name && <b className="text-ink"> · {name}</b>}
        </>
      }
      detail={`${sure}.`}
    >
      <div className="my-2">
        <Interval label={sure} value={score} low={low} high={high} domain={bounds} line={zero ? 0 : undefined} width="100%" />
      </div>
    </Stat>
  )
}

function spreadWords({ values = [], prompt, n }: QuestionResult): string {
  const most = [...values].sort((a, b) => b.n - a.n)[0]
  return t('{n} answered “{question}”; {value} was given most often', { n: count(n), question: prompt, value: most?.value ?? '' })
}
