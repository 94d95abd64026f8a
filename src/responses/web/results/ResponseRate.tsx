import { pathTo } from '../../../kit/paths.ts'
import { t } from '../../../kit/i18n.ts'
import { Interval } from '../../../kit/web/charts/Interval.tsx'
import { Stat, Stats } from '../../../kit/web/ui/Stat.tsx'
import { count, percent } from '../../../kit/words.ts'
import { type Results, scoreIn, shareWords } from '../questionResults.ts'

/** What became of the invitations. */
export function ResponseRate({ rate, survey }: { rate: NonNullable<Results['responseRate']>; survey: string }) {
  const known = scoreIn(rate.rate)
  const invitations = (state: string) => pathTo('/surveys/$id/invitations', { id: survey, state })
  return (
    <div className="mb-8">
      <Stats>
        <Stat
          label={t('Answered')}
          value={known ? percent(known.score) : null}
          href={invitations('answered')}
          detail={t('of {n} delivered', { n: count(rate.delivered) })}
        >
          {known && (
            <Interval
              label={shareWords(rate.rate)}
              value={known.score}
              low={known.interval.low}
              high={known.interval.high}
              domain={[0, 1]}
              width="8rem"
            />
          )}
        </Stat>
        <Stat label={t('Begun, not finished')} value={count(rate.partial)} href={invitations('started')} />
        <Stat label={t('Came back')} value={count(rate.bounced)} href={invitations('bounced')} />
        <Stat label={t('Held back by a rule')} value={count(rate.held)} href={invitations('held')} />
      </Stats>
    </div>
  )
}
