import { TextLink } from '../../../kit/web/ui/TextLink.tsx'
import { findingSentencesOf } from './findingSentences.ts'
import type { Results } from '../questionResults.ts'

/** The page's finding, before its evidence; each sentence leads down to its question. */
export function ResultsFinding({ results }: { results: Results }) {
  const parts = findingSentencesOf(results)
  if (parts.length === 0) return null
  return (
    <p className="mb-8 max-w-[54rem] text-title leading-[1.875rem] font-regular text-pretty">
      {parts.map(({ words, question }, i) => (
        <span key={words}>
          {i > 0 && ' '}
          {question ? (
            <TextLink
              look="open"
              onPress={() => document.getElementById(`q-${question}`)?.scrollIntoView({ block: 'start' })}
              className="!no-underline hover:text-accent"
            >
              {words}
            </TextLink>
          ) : (
            words
          )}
        </span>
      ))}
    </p>
  )
}
