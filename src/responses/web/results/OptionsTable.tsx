import type { Href } from '../../../kit/paths.ts'
import { t } from '../../../kit/i18n.ts'
import { ShareBar } from '../../../kit/web/charts/ShareBar.tsx'
import { Table } from '../../../kit/web/ui/table/Table.tsx'
import { count, percent } from '../../../kit/words.ts'
import { type OptionCount, scoreIn, shareWords } from '../questionResults.ts'

interface OptionsTableProps {
  /** The question: what the table lists. */
  label: string
  options: readonly OptionCount[]
  /** Where those who chose an option are to be read. */
  href: (option: string) => Href
  /** Several could be chosen. */
  several: boolean
}

/** What was chosen, most often first, each share with its interval; the options themselves lead to who chose them. */
export function OptionsTable({ label, options, href, several }: OptionsTableProps) {
  const sorted = [...options].sort((a, b) => b.n - a.n)
  const max = Math.max(0.01, ...options.map(({ share }) => scoreIn(share)?.interval.high ?? 0))
  return (
    <>
      <Table
        label={label}
        rows={sorted}
        rowId={option => option.id}
        href={option => href(option.id)}
        columns={[
          { id: 'option', head: t('Answer'), cell: option => option.label },
          {
            id: 'bar',
            head: t('Share, with its 95 % interval'),
            wide: true,
            width: '40%',
            cell: ({ share }) => {
              const known = scoreIn(share)
              return (
                known && (
                  <ShareBar
                    label={shareWords(share)}
                    share={known.score}
                    low={known.interval.low}
                    high={known.interval.high}
                    max={max}
                    width="100%"
                  />
                )
              )
            },
          },
          {
            id: 'share',
            head: t('Share'),
            num: true,
            width: '4.5rem',
            cell: ({ share }) => percent(scoreIn(share)?.score ?? 0),
          },
          { id: 'n', head: t('Answers'), num: true, width: '5rem', cell: ({ n }) => count(n) },
        ]}
      />
      {several && (
        <p className="mt-2 text-small text-ink-3">{t('Several could be chosen, so the shares add up to more than 100 %.')}</p>
      )}
    </>
  )
}
