import type { Question } from '../../question.ts'
import type { EditableSurvey } from './edits.ts'

export interface Rebased {
  /** Theirs with what I changed on top. */
  draft: EditableSurvey
  /** Fields that both changed: here mine stand over theirs. */
  clashes: string[]
}

/** JSON whose keys are in order: jsonb gives them back in another one than they were sent. */
export const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  ) ?? 'undefined'

/** The same thing with its keys in order, so that it compares as text. */
export const ordered = <T>(value: T): T => JSON.parse(canonical(value)) as T

export const same = (a: unknown, b: unknown): boolean => a === b || canonical(a) === canonical(b)

/** Fields of mine that differ from what the server had. */
export const changedFields = (base: EditableSurvey, mine: EditableSurvey): (keyof EditableSurvey)[] =>
  (Object.keys(mine) as (keyof EditableSurvey)[]).filter(field => !same(base[field], mine[field]))

/** My changes since `base`, made again on what a colleague saved in between. */
export function rebase(base: EditableSurvey, mine: EditableSurvey, theirs: EditableSurvey): Rebased {
  const clashes: string[] = []
  const draft: Record<string, unknown> = { ...theirs }
  for (const field of changedFields(base, mine)) {
    const untouched = same(base[field], theirs[field]) || same(mine[field], theirs[field])
    const merged =
      field === 'questions' && !untouched ? mergeQuestions(base.questions, mine.questions, theirs.questions) : undefined
    draft[field] = merged ?? mine[field]
    if (!untouched && !merged) clashes.push(field)
  }
  return { draft: draft as unknown as EditableSurvey, clashes }
}

/** Question by question, when nobody touched the same one; undefined when somebody did, or both changed the order. */
function mergeQuestions(
  base: readonly Question[],
  mine: readonly Question[],
  theirs: readonly Question[],
): Question[] | undefined {
  const [was, my, their] = [base, mine, theirs].map(list => new Map(list.map(one => [one.id, one]))) as [
    QuestionsById,
    QuestionsById,
    QuestionsById,
  ]
  const ids = [...new Set([...was.keys(), ...my.keys(), ...their.keys()])]
  const both = ids.some(
    id => !same(was.get(id), my.get(id)) && !same(was.get(id), their.get(id)) && !same(my.get(id), their.get(id)),
  )
  if (both) return undefined
  const stay = ids.filter(id => was.has(id) && my.has(id) && their.has(id))
  const order = (list: readonly Question[]) =>
    list
      .filter(({ id }) => stay.includes(id))
      .map(({ id }) => id)
      .join(' ')
  const iMoved = order(mine) !== order(base)
  if (iMoved && order(theirs) !== order(base)) return undefined
  const [lead, follow] = iMoved ? [mine, theirs] : [theirs, mine]
  const picked = (id: string) => (same(was.get(id), my.get(id)) ? their.get(id) : my.get(id))
  const merged = lead.map(({ id }) => id)
  for (const [i, { id }] of follow.entries()) if (!merged.includes(id)) merged.splice(i, 0, id)
  return merged.map(picked).filter(question => question !== undefined)
}

type QuestionsById = Map<string, Question>
