import { useQuery } from '@tanstack/react-query'
import { defineManyPort } from '../../kit/port.ts'
import type { Page } from '../../kit/vocabulary.ts'
import type { IconName } from '../../kit/web/ui/Icon.tsx'

/** How the console shows what one room writes into the record. */
export interface RecordWords {
  /** Sentences by verb, fetched when somebody reads the record. */
  verbs: () => Promise<Readonly<Record<string, string>>>
  /** By the first word of a verb. */
  icons?: Readonly<Record<string, IconName>>
  /** By the type of the subject: the page where it can be opened. */
  pages?: Readonly<Record<string, Page>>
}

/** The sentences, icons and pages of what each room writes into the record. */
export const recordWords = defineManyPort<RecordWords>('recordWords')

/** The sentences of all rooms; undefined until they are here. Where they cannot be fetched, verbs are said in their own words. */
export function useVerbs(): Readonly<Record<string, string>> | undefined {
  const { data, isError } = useQuery({ queryKey: ['verbs'], queryFn: readVerbs, staleTime: Number.POSITIVE_INFINITY })
  return data ?? (isError ? {} : undefined)
}

async function readVerbs(): Promise<Record<string, string>> {
  const all = await Promise.all(recordWords.all().map(({ verbs }) => verbs()))
  return Object.assign({}, ...all)
}
