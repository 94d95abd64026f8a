import { t } from '../../../kit/i18n.ts'
import { count, shortDay } from '../../../kit/words.ts'
import { Figure } from '../../../kit/web/charts/Figure.tsx'
import { Section } from '../../../kit/web/ui/page/Section.tsx'
import type { AlertDetail, HeadlineScore } from '../../contract.ts'
import { scoreLevelOf } from '../../headline.ts'

type EarlierAnswer = AlertDetail['history'][number]
type Scored = EarlierAnswer & { score: HeadlineScore }

const top = 14
const height = 116

/** What this customer answered before and after, each as far up its own scale as it was. */
export function ScoreHistory({ alert, now }: { alert: AlertDetail; now: number }) {
  const scored = alert.history.filter((answer): answer is Scored => answer.score !== null)
  const values = scored.map(({ score }) => count(score.value)).join(', ')
  const label = t('{n, plural, one {# answer} other {# answers}} so far: {values}', { n: scored.length, values })
  return (
    <Section title={t('History')} note={label}>
      {scored.length > 1 && (
        <Figure
          label={label}
          height={height}
          table={{
            head: [t('When'), t('Survey'), t('Answer')],
            rows: scored.map(a => [shortDay(a.at, now), a.survey, `${a.score.value} / ${a.score.max}`]),
          }}
        >
          {width => <Line answers={scored} width={width} now={now} />}
        </Figure>
      )}
    </Section>
  )
}

function Line({ answers, width, now }: { answers: readonly Scored[]; width: number; now: number }) {
  const [first, last] = [Date.parse(answers[0]!.at), Date.parse(answers.at(-1)!.at)]
  const room = width - 40
  // Two on one day would stand on each other: then the order is drawn, not the time.
  const spread = last - first > answers.length * 86_400_000
  const x = (answer: Scored, i: number) =>
    20 + room * (spread ? (Date.parse(answer.at) - first) / (last - first) : i / (answers.length - 1))
  const y = ({ score }: Scored) => top + (height - top - 34) * (1 - (score.value - score.min) / (score.max - score.min))
  return (
    <>
      <path className="g" d={`M20 ${top}H${width - 20}M20 ${height - 34}H${width - 20}`} />
      <path
        d={answers.map((a, i) => `${i ? 'L' : 'M'}${x(a, i)} ${y(a)}`).join('')}
        fill="none"
        stroke="var(--line-strong)"
        strokeWidth="1.5"
      />
      {answers.map((answer, i) => (
        <g key={answer.responseId} transform={`translate(${x(answer, i)} ${y(answer)})`}>
          <Dot side={scoreLevelOf(answer.score)} />
          <text className="ink b" y={y(answer) > 40 ? -9 : 18} textAnchor="middle">
            {answer.score.value}
          </text>
        </g>
      ))}
      {[answers[0]!, answers.at(-1)!].map((answer, i) => (
        <text key={i} x={i ? width - 20 : 20} y={height - 6} textAnchor={i ? 'end' : 'start'}>
          {shortDay(answer.at, now)}
        </text>
      ))}
    </>
  )
}

function Dot({ side }: { side: ReturnType<typeof scoreLevelOf> }) {
  if (side === 'low') return <rect x="-4" y="-4" width="8" height="8" rx="1" fill="var(--detractor)" />
  if (side === 'high') return <circle r="4.5" fill="var(--promoter)" />
  return <circle r="4" fill="var(--page)" stroke="var(--passive)" strokeWidth="2" />
}
