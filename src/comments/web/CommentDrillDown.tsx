import { useEffect, useRef } from 'react'
import type { Result } from '../../kit/contract.ts'
import { t } from '../../kit/i18n.ts'
import { useCursorList } from '../../kit/web/list.ts'
import { PagedList } from '../../kit/web/ui/table/PagedList.tsx'
import { Section } from '../../kit/web/ui/page/Section.tsx'
import { TextLink } from '../../kit/web/ui/TextLink.tsx'
import type { commentsContract } from '../contract.ts'
import { languageName } from '../language.ts'
import { comments } from './client.ts'
import { CommentItem } from './CommentItem.tsx'
import type { CommentKind, CommentFilter } from './useCommentFilter.ts'
import type { Overview } from '../contract.ts'

type ListedComment = Result<typeof commentsContract.listComments>['items'][number]

/** The comments that the chosen number counts, newest first: all, of one theme, of one kind or of one language. */
export function CommentDrillDown({ look, overview }: { look: CommentFilter; overview: Overview }) {
  const { search, setSearch, cut, kind } = look
  const theme = overview.themes.find(({ id }) => id === search.theme)
  const { language } = search
  const list = useCursorList<ListedComment>(
    comments.listComments.pages({
      query: { ...cut, limit: 20, ...(theme && { theme: theme.id }), ...(kind && { only: kind }), ...(language && { language }) },
    }),
  )
  const all = () => setSearch({ theme: '', only: '', language: '' })
  const isOpened = Boolean(theme || kind || language)
  const isRead = list.data !== undefined
  const place = useRef<HTMLDivElement>(null)
  // Who opened a number wants to read what is behind it, not to look for it.
  useEffect(() => {
    if (isOpened && isRead) place.current?.scrollIntoView()
  }, [isOpened, isRead, theme?.id, kind, language])
  return (
    <div ref={place} className="mt-6 scroll-mt-16 border-t border-line pt-6">
      <Section
        title={titleOf(theme?.name, kind, language)}
        more={isOpened && <TextLink onPress={all}>{t('Show the newest of all')}</TextLink>}
      >
        <PagedList
          label={titleOf(theme?.name, kind, language)}
          list={list}
          rowId={item => `${item.response} ${item.question}`}
          rowHeight={140}
          total={totalOf(overview, theme, kind, language)}
          empty={<p className="text-ink-2">{t('There is none.')}</p>}
        >
          {item => <CommentItem item={item} />}
        </PagedList>
      </Section>
    </div>
  )
}

function titleOf(theme: string | undefined, kind: CommentKind | undefined, language: string): string {
  if (theme) return t('Newest about “{theme}”', { theme })
  if (kind === 'negative') return t('Newest negative comments')
  if (kind === 'leaving') return t('Newest that threaten to leave')
  if (kind === 'call') return t('Newest that ask to be called')
  if (language) return t('Newest in {language}', { language: languageName(language, t.intl) })
  return t('Newest comments')
}

function totalOf(
  overview: Overview,
  theme: { n: number } | undefined,
  kind: CommentKind | undefined,
  language: string,
): number | null {
  if (theme) return theme.n
  if (kind) return overview[kind]
  if (language) return overview.languages.find(one => one.language === language)?.n ?? null
  return overview.n
}
