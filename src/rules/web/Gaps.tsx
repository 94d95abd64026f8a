import { pathTo } from '../../kit/paths.ts'
import { t } from '../../kit/i18n.ts'
import { useCursorList } from '../../kit/web/list.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { Notice } from '../../kit/web/ui/state/Notice.tsx'
import { TextLink } from '../../kit/web/ui/TextLink.tsx'
import { count } from '../../kit/words.ts'
import type { RoutingGapItem } from '../ruleContract.ts'
import { alertRules } from './client.ts'

const useGaps = () => useCursorList<RoutingGapItem>(alertRules.listGaps.pages({ query: { limit: 100 } }))

/** Where alerts fall to the organisation's owner because nobody else is there: on the page of all rules. */
export function GapsNotice() {
  const list = useGaps()
  const gaps = list.data ?? []
  if (gaps.length === 0) return null
  const units = new Set(gaps.map(({ unit }) => unit.id)).size
  return (
    <div className="mb-5">
      <Notice
        tone="soon"
        title={
          list.hasMore
            ? t('Alerts of more than {n} units would come to the organisation’s owner, only because nobody else is there', {
                n: count(units),
              })
            : t(
                '{n, plural, one {Alerts of # unit} other {Alerts of # units}} would come to the organisation’s owner, only because nobody else is there',
                { n: units },
              )
        }
        actions={
          list.hasMore && (
            <Button size="small" busy={list.loadingMore} onPress={list.loadMore}>
              {t('Show more')}
            </Button>
          )
        }
      >
        {t('Give the unit a manager, or add a stand-in to the rule. This is checked at every change of people, units and rules.')}
        <details className="mt-2">
          <summary className="inline-block min-h-6 cursor-pointer">{t('Which ones')}</summary>
          <GapList gaps={gaps} />
        </details>
      </Notice>
    </div>
  )
}

const GapList = ({ gaps }: { gaps: readonly RoutingGapItem[] }) => (
  <ul aria-label={t('Alerts without anybody of their own')} className="mt-1 grid max-h-80 gap-1.5 overflow-y-auto">
    {gaps.map(({ unit, rule, path }) => (
      <li key={unit.id + rule.id}>
        <TextLink look="open" href={pathTo('/people/units')}>
          {unit.name}
        </TextLink>
        {', '}
        <TextLink look="open" href={pathTo('/rules/$id', { id: rule.id })}>
          {rule.name}
        </TextLink>
        <span className="block text-ink-3">{path.join(' → ')}</span>
      </li>
    ))}
  </ul>
)

/** The same for one rule, as the answer to what people fear. */
export function GapsOfRule({ rule }: { rule: string }) {
  const gaps = (useGaps().data ?? []).filter(gap => gap.rule.id === rule)
  if (gaps.length === 0) return null
  return (
    <details className="mt-2 text-small text-ink-2">
      <summary className="inline-block min-h-6 cursor-pointer">
        {t('{n, plural, one {At # unit} other {At # units}} only the owner of the organisation is left', { n: gaps.length })}
      </summary>
      <GapList gaps={gaps} />
    </details>
  )
}
