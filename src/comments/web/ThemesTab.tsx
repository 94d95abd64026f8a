import { pathTo } from '../../kit/paths.ts'
import { useQuery } from '@tanstack/react-query'
import { t } from '../../kit/i18n.ts'
import { count, percent } from '../../kit/words.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { Empty } from '../../kit/web/ui/state/Empty.tsx'
import { LinkButton } from '../../kit/web/ui/LinkButton.tsx'
import { Load } from '../../kit/web/ui/state/Load.tsx'
import { Section } from '../../kit/web/ui/page/Section.tsx'
import { Stat, Stats } from '../../kit/web/ui/Stat.tsx'
import { TextLink } from '../../kit/web/ui/TextLink.tsx'
import { languageName } from '../language.ts'
import type { Overview } from '../contract.ts'
import { comments } from './client.ts'
import { CommentDrillDown } from './CommentDrillDown.tsx'
import type { CommentFilter } from './useCommentFilter.ts'
import { CommentFilterBar } from './CommentFilterBar.tsx'
import { ThemesTable } from './ThemesTable.tsx'

/** Themes with their share and course, and the comments behind them. */
export function ThemesTab({ look }: { look: CommentFilter }) {
  const query = useQuery(comments.overview.query({ query: look.cut }))
  return (
    <>
      <CommentFilterBar look={look} />
      <Load query={query}>
        {overview =>
          overview.n === 0 ? (
            <Nothing look={look} />
          ) : (
            <>
              <Finding overview={overview} />
              <Numbers overview={overview} href={look.href} />
              <ThemesTable overview={overview} href={look.href} />
              <Languages overview={overview} href={look.href} />
              <CommentDrillDown look={look} overview={overview} />
            </>
          )
        }
      </Load>
    </>
  )
}

const Nothing = ({ look: { isNarrowed, setSearch } }: { look: CommentFilter }) =>
  isNarrowed ? (
    <Empty
      icon="chat"
      title={t('No comments here')}
      action={
        <Button onPress={() => setSearch({ survey: '', unit: '', time: '', from: '', to: '' })}>
          {t('Look at all comments')}
        </Button>
      }
    >
      {t('Nobody wrote anything in this time, survey and unit.')}
    </Empty>
  ) : (
    <Empty
      icon="chat"
      title={t('No comments yet')}
      action={<LinkButton href={pathTo('/surveys')}>{t('To the surveys')}</LinkButton>}
    >
      {t('Ask an open question in a survey, or import history. Comments are read within a minute of their coming in.')}
    </Empty>
  )

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

interface NumbersProps {
  overview: Overview
  href: CommentFilter['href']
}

function Numbers({ overview: { n, negative, leaving, call, labels, waiting }, href }: NumbersProps) {
  return (
    <Stats>
      <Stat
        label={t('Comments')}
        value={count(n)}
        href={href({})}
        {...(waiting > 0 && { detail: t('{n} being read again', { n: waiting }) })}
      />
      <Stat
        label={t('Negative')}
        value={percent(negative / n)}
        detail={t('{n} of {all}', { n: count(negative), all: count(n) })}
        href={href({ only: 'negative' })}
      />
      <Stat label={t('Threaten to leave')} value={count(leaving)} href={href({ only: 'leaving' })} />
      <Stat label={t('Ask to be called')} value={count(call)} href={href({ only: 'call' })} />
      <Stat
        label={t('Taught')}
        value={count(labels)}
        href={pathTo('/comments', { tab: 'taught' })}
        detail={t('picks by people')}
      />
    </Stats>
  )
}

function Languages({ overview: { languages }, href }: NumbersProps) {
  const unknown = languages.filter(({ lexicon }) => !lexicon)
  if (unknown.length === 0) return null
  return (
    <Section title={t('Languages without a lexicon')}>
      <p className="flex max-w-measure flex-wrap gap-x-3 text-ink-2">
        {t('Of these only what was taught is found:')}
        {unknown.map(({ language, n }) => (
          <TextLink key={language} look="open" href={href({ language })}>
            {t('{language} ({n, plural, one {# comment} other {# comments}})', { language: languageName(language, t.intl), n })}
          </TextLink>
        ))}
      </p>
    </Section>
  )
}
