import type { Href } from '../../../kit/paths.ts'
import { useState } from 'react'
import { t } from '../../../kit/i18n.ts'
import { useCursorList } from '../../../kit/web/list.ts'
import { LoadList } from '../../../kit/web/ui/state/LoadList.tsx'
import { SearchField } from '../../../kit/web/ui/form/SearchField.tsx'
import { Skeleton } from '../../../kit/web/ui/state/Skeleton.tsx'
import { TextLink } from '../../../kit/web/ui/TextLink.tsx'
import type { ResponseRow } from '../../browseContract.ts'
import { reading } from '../client.ts'
import { ResponseLine } from '../ResponseLine.tsx'

interface VoicesProps {
  survey: string
  question: string
  prompt: string
  cut: Readonly<Record<string, string>>
  href: (more: Record<string, string | number>) => Href
}

const SHOWN = 5

/** What people wrote, the latest first; a word finds more. */
export function TextAnswers({ survey, question, prompt, cut, href }: VoicesProps) {
  const [text, setText] = useState('')
  const [search, setSearch] = useState('')
  const query = { ...cut, said: question, ...(search && { search }), limit: String(SHOWN) }
  const list = useCursorList<ResponseRow>(reading.listResponses.pages({ params: { id: survey }, query }))
  return (
    <>
      <div className="mb-1 max-w-80">
        <SearchField
          label={t('Find words in these answers')}
          value={text}
          onChange={setText}
          onSubmit={words => setSearch(words.trim())}
        />
      </div>
      <LoadList
        list={list}
        skeleton={<Skeleton rows={3} round={false} />}
        empty={
          <p className="py-4 text-ink-2">
            {search ? t('Nobody wrote “{words}” here.', { words: search }) : t('Nobody wrote anything yet.')}
          </p>
        }
      >
        {rows => (
          <ul aria-label={prompt}>
            {rows.slice(0, SHOWN).map(row => (
              <li key={row.id} className="border-b border-line">
                <ResponseLine row={row} lines={3} />
              </li>
            ))}
          </ul>
        )}
      </LoadList>
      {list.hasMore && (
        <p className="mt-3 text-small">
          <TextLink href={href({ said: question, ...(search && { search }) })}>{t('Read all of them')}</TextLink>
        </p>
      )}
    </>
  )
}
