import { useQuery } from '@tanstack/react-query'
import { t } from '../../kit/i18n.ts'
import { Load } from '../../kit/web/ui/Load.tsx'
import { Section } from '../../kit/web/ui/Section.tsx'
import { TextLink } from '../../kit/web/ui/TextLink.tsx'
import { comments } from './client.ts'
import { CommentItem } from './CommentItem.tsx'

const kinds = ['negative', 'leaving', 'call'] as const
type Kind = (typeof kinds)[number]

interface ExamplesProps {
  theme: { id: string; name: string } | undefined
  only: string
  onClear: () => void
}

/** The newest comments: all, of one theme, or of one kind. */
export function Examples({ theme, only, onClear }: ExamplesProps) {
  const kind = kinds.find(one => one === only)
  const query = useQuery(
    comments.listComments.query({ query: { ...(theme && { theme: theme.id }), ...(kind && { only: kind }), limit: 20 } }),
  )
  return (
    <Section
      title={titleOf(theme?.name, kind)}
      more={(theme || kind) && <TextLink onPress={onClear}>{t('Show the newest of all')}</TextLink>}
    >
      <Load query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="text-ink-2">{t('There is none.')}</p>
          ) : (
            <ul>
              {items.map(item => (
                <CommentItem key={`${item.response} ${item.question}`} item={item} />
              ))}
            </ul>
          )
        }
      </Load>
    </Section>
  )
}

function titleOf(theme: string | undefined, kind: Kind | undefined): string {
  if (theme) return t('Newest about “{theme}”', { theme })
  if (kind === 'negative') return t('Newest negative comments')
  if (kind === 'leaving') return t('Newest that threaten to leave')
  if (kind === 'call') return t('Newest that ask to be called')
  return t('Newest comments')
}
