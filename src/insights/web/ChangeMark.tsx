import type { Href } from '../../kit/paths.ts'
import { t } from '../../kit/i18n.ts'
import { TextLink } from '../../kit/web/ui/TextLink.tsx'
import { cx } from '../../kit/web/cx.ts'
import type { ShownChange } from '../metricSchemas.ts'
import { scoreChangeWords } from '../../metrics/metricWords.ts'

/** The same in a table: it opens what it is compared with. */
export const ChangeLink = ({ href, ...change }: { change: ShownChange; unit: string; href: Href }) => (
  <TextLink look="open" href={href}>
    <ChangeMark {...change} />
  </TextLink>
)

/** A change: ▲ ▼ only beyond chance, else ≈ without a colour. */
export function ChangeMark({ change: { verdict, difference }, unit }: { change: ShownChange; unit: string }) {
  const sign = { up: '▲', down: '▼', even: '≈' }[verdict]
  const words = { up: t('rose beyond chance'), down: t('fell beyond chance'), even: t('too close to call') }[verdict]
  return (
    <span
      className={cx(
        'whitespace-nowrap',
        verdict === 'even' ? 'text-ink-2' : 'font-strong',
        verdict === 'up' && 'text-good',
        verdict === 'down' && 'text-bad',
      )}
      title={words}
    >
      <span aria-hidden="true">{sign}</span> {scoreChangeWords(difference, unit)}
      <span className="sr-only">, {words}</span>
    </span>
  )
}
