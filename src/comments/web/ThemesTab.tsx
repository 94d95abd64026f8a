import { useQuery } from '@tanstack/react-query'
import type { Result } from '../../kit/contract.ts'
import { t } from '../../kit/i18n.ts'
import { count, percent } from '../../kit/words.ts'
import { Empty } from '../../kit/web/ui/Empty.tsx'
import { LinkButton } from '../../kit/web/ui/LinkButton.tsx'
import { Load } from '../../kit/web/ui/Load.tsx'
import { Section } from '../../kit/web/ui/Section.tsx'
import { Stat, Stats } from '../../kit/web/ui/Stat.tsx'
import { languageName } from '../language.ts'
import type { commentsContract } from '../contract.ts'
import { comments } from './client.ts'
import { Examples } from './Examples.tsx'
import { ThemesTable } from './ThemesTable.tsx'

export type Overview = Result<typeof commentsContract.overview>

interface ThemesTabProps {
  theme: string
  only: string
  onSearch: (change: { theme?: string; only?: string }) => void
}

/** Themes with their share and course, and the comments behind them. */
export function ThemesTab({ theme, only, onSearch }: ThemesTabProps) {
  const query = useQuery(comments.overview.query({ query: {} }))
  return (
    <Load query={query}>
      {overview =>
        overview.n === 0 ? (
          <Empty icon="chat" title={t('No comments yet')} action={<LinkButton href="/surveys">{t('To the surveys')}</LinkButton>}>
            {t('Ask an open question in a survey, or import history. Comments are read within a minute of their coming in.')}
          </Empty>
        ) : (
          <>
            <Finding overview={overview} />
            <Numbers overview={overview} />
            <ThemesTable overview={overview} />
            <Languages overview={overview} />
            <Examples
              key={`${theme} ${only}`}
              theme={overview.themes.find(({ id }) => id === theme)}
              only={only}
              onClear={() => onSearch({ theme: '', only: '' })}
            />
          </>
        )
      }
    </Load>
  )
}

/** Fewer comments than this say nothing about a theme. */
const ENOUGH = 20

/** What the page has found, in one sentence. */
function Finding({ overview: { themes, n } }: { overview: Overview }) {
  const [first] = themes
  if (!first || n < ENOUGH) return null
  const [worst] = themes.filter(theme => theme.n >= ENOUGH).sort((a, b) => b.negative / b.n - a.negative / a.n)
  const most = t('Most comments are about {name} ({share}).', { name: first.name, share: percent(first.n / n) })
  const next =
    worst &&
    t('Complaints are most frequent about {name}: {share} of what is written.', {
      name: worst.name,
      share: percent(worst.negative / worst.n),
    })
  return <p className="mb-6 max-w-measure text-title text-pretty">{[most, next].filter(Boolean).join(' ')}</p>
}

function Numbers({ overview: { n, negative, leaving, call, labels, waiting } }: { overview: Overview }) {
  return (
    <>
      <Stats>
        <Stat
          label={t('Comments')}
          value={count(n)}
          {...(waiting > 0 && { detail: t('{n} being read again', { n: waiting }) })}
        />
        <Stat
          label={t('Negative')}
          value={percent(negative / n)}
          detail={t('{n} of {all}', { n: count(negative), all: count(n) })}
          href="/comments?only=negative"
        />
        <Stat label={t('Threaten to leave')} value={count(leaving)} href="/comments?only=leaving" />
        <Stat label={t('Ask to be called')} value={count(call)} href="/comments?only=call" />
        <Stat label={t('Taught')} value={count(labels)} href="/comments?tab=taught" detail={t('picks by people')} />
      </Stats>
    </>
  )
}

function Languages({ overview: { languages } }: { overview: Overview }) {
  const unknown = languages.filter(({ lexicon }) => !lexicon)
  if (unknown.length === 0) return null
  return (
    <Section title={t('Languages without a lexicon')}>
      <p className="max-w-measure text-ink-2">
        {t('Of these only what was taught is found:')}{' '}
        {unknown
          .map(({ language, n }) =>
            t('{language} ({n, plural, one {# comment} other {# comments}})', { language: languageName(language, t.intl), n }),
          )
          .join(', ')}
      </p>
    </Section>
  )
}
