import { useMay } from '../../accounts/web/session.ts'
import { t } from '../../kit/i18n.ts'
import { count, percent, signed } from '../../kit/words.ts'
import { ShareBar } from '../../kit/web/charts/ShareBar.tsx'
import { Sparkline } from '../../kit/web/charts/Sparkline.tsx'
import { Section } from '../../kit/web/ui/page/Section.tsx'
import { Table } from '../../kit/web/ui/table/Table.tsx'
import type { CommentFilter } from './useCommentFilter.ts'
import { ThemeMenu } from './ThemeMenu.tsx'
import type { Overview } from '../contract.ts'

/** What people write about most, how they sound about it, and how that went. */
export function ThemesTable({ overview: { themes, n, months }, href }: { overview: Overview; href: CommentFilter['href'] }) {
  const may = useMay('comments.teach')
  const most = Math.max(...themes.map(theme => theme.n / n), 0.01)
  if (themes.length === 0)
    return (
      <p className="mt-6 max-w-measure text-ink-2">
        {t('No comment has a theme yet. Give some a theme under Teach; others like them follow.')}
      </p>
    )
  return (
    <Section title={t('Themes')} note={t('a comment can have several')}>
      <Table
        label={t('Themes by how often they are named')}
        rows={themes}
        rowId={theme => theme.id}
        href={theme => href({ theme: theme.id })}
        columns={[
          { id: 'name', head: t('Theme'), cell: theme => theme.name },
          { id: 'n', head: t('Comments'), num: true, width: '5.5rem', cell: theme => count(theme.n) },
          {
            id: 'bar',
            head: t('Share of all comments'),
            wide: true,
            width: '12rem',
            cell: theme => <ShareBar label={percent(theme.n / n)} share={theme.n / n} max={most} width="11rem" />,
          },
          { id: 'share', head: t('Share'), num: true, width: '4rem', cell: theme => percent(theme.n / n) },
          {
            id: 'negative',
            head: t('Negative'),
            num: true,
            width: '5.5rem',
            cell: theme => percent(theme.negative / theme.n),
          },
          {
            id: 'course',
            head: t('Sentiment by month'),
            wide: true,
            width: '11rem',
            cell: theme => (
              <span className="inline-flex items-center gap-2">
                <Sparkline
                  width={90}
                  label={t('Sentiment of {name} by month, now {value}', { name: theme.name, value: signed(theme.sentiment, 2) })}
                  values={months.map(({ month }) => theme.months.find(one => one.month === month)?.sentiment ?? null)}
                />
                <span className="text-ink-2 tabular-nums">{signed(theme.sentiment, 2)}</span>
              </span>
            ),
          },
          ...(may
            ? [
                {
                  id: 'menu',
                  head: t('Change'),
                  width: '4.5rem',
                  cell: (theme: Overview['themes'][number]) => <ThemeMenu theme={theme} themes={themes} />,
                },
              ]
            : []),
        ]}
      />
      <p className="mt-2 max-w-[46rem] text-small text-pretty text-ink-3">
        {t(
          'Sentiment runs from −1 (complaint) to 1 (praise), averaged over the comments of a theme. Read by rules and by what your people taught.',
        )}
      </p>
    </Section>
  )
}
