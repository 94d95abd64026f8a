import { t } from '../../kit/i18n.ts'
import { days } from '../../kit/words.ts'
import { type DrillDownLink, Waterfall } from '../../kit/web/charts/Waterfall.tsx'
import { Section } from '../../kit/web/ui/page/Section.tsx'
import { scoreChangeWords, metricShort, scoreWords } from '../../metrics/metricWords.ts'
import { roundHalfAway, roundToSum } from '../../metrics/rounding.ts'
import type { Summary } from '../contract.ts'
import { selectionInPeriod, scoresHref, selectionInUnit } from '../drillDownHrefs.ts'

/** How the score before became the score now, step by step. */
export function ChangeParts({ summary }: { summary: Summary }) {
  const { score, before, parts, compared, period, change, metric } = summary
  if (score.kind !== 'score' || before?.kind !== 'score' || !parts || !compared || !change) return null
  const digits = score.unit === 'scale' ? 2 : 1
  const [from, to] = [roundHalfAway(before.score, digits), roundHalfAway(score.score, digits)]
  const earlier = selectionInPeriod(summary, compared)
  const whole = { now: { n: score.n, href: scoresHref(summary) }, before: { n: before.n, href: scoresHref(earlier) } }
  const named = parts.parts.map(part => ({
    name: part.name ?? (parts.parts.length > 1 ? t('All others') : t('Answers')),
    rate: part.rate,
    now: behind(summary, part, part.n),
    before: behind(earlier, part, part.before),
  }))
  const exact = [...named.map(({ rate }) => rate), ...(named.length > 1 ? [parts.mix] : [])]
  // What rounding of the two ends leaves over goes into the largest step: what is shown adds up.
  const rounded = roundToSum(exact, digits)
  const largest = rounded.reduce((most, step, i) => (Math.abs(step) > Math.abs(rounded[most]!) ? i : most), 0)
  const left = to - from - rounded.reduce((sum, step) => sum + step, 0)
  const steps = rounded.map((step, i) => ({
    ...(named[i] ?? { name: t('Who answered'), ...whole }),
    change: roundHalfAway(i === largest ? step + left : step, digits),
  }))
  const words = {
    name: metricShort(metric),
    from: scoreWords(before.score, score.unit),
    to: scoreWords(score.score, score.unit),
  }
  return (
    <Section title={t('From {from} to {to}', words)} note={verdictWords(change, score.unit)}>
      <Waterfall
        label={t('{name} from {from} to {to}, step by step', words)}
        from={{ name: days(compared.from, compared.to), value: from, behind: whole.before }}
        to={{ name: days(period.from, period.to), value: to, behind: whole.now }}
        steps={steps}
        caption={t(
          'Each unit’s own change, weighted by its share of answers; “who answered” is the change in those shares. The steps add up exactly.',
        )}
      />
    </Section>
  )
}

type ChangePartRow = NonNullable<Summary['parts']>['parts'][number]

/** Those of one unit, or of all that have no step of their own. */
function behind(looked: Summary, { id }: ChangePartRow, n: number): DrillDownLink {
  const others = looked.parts!.parts.flatMap(part => part.id ?? [])
  const narrower = others.length > 0 ? { except: others } : {}
  return { n, href: id ? scoresHref(selectionInUnit(looked, { id })) : scoresHref(looked, undefined, undefined, narrower) }
}

function verdictWords({ verdict, interval }: NonNullable<Summary['change']>, unit: string): string {
  const range = { low: scoreChangeWords(interval.low, unit), high: scoreChangeWords(interval.high, unit) }
  return verdict === 'even'
    ? t('too close to call: the change lies between {low} and {high}', range)
    : t('more than chance: the change lies between {low} and {high}', range)
}
