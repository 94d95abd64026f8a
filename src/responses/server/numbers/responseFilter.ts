import { badInput, notFound } from '../../../kit/errors.ts'
import { isId } from '../../../kit/ids.ts'
import type { Tx } from '../../../kit/server/db.ts'
import { findUnit, findUnitByKey, unitSubtree, visibleUnits } from '../../../people/server/units.ts'
import type { ResponseFilter } from './countStore.ts'

/** What a query narrows to, as it comes from outside. */
export interface ResponseFilterQuery {
  from?: string | undefined
  to?: string | undefined
  unit?: string | undefined
  source?: string | undefined
  locale?: string | undefined
  [more: string]: unknown
}

/** The cut a caller asked for, and never more than they may see. A unit stands for all below it, as the tree is on the last day. */
export async function responseFilterOf(tx: Tx, survey: string, asked: ResponseFilterQuery): Promise<ResponseFilter> {
  const { from, to } = asked
  assertInOrder(asked)
  const units = await visibleUnitsBelow(tx, asked.unit, to)
  const { source, locale } = asked
  return { survey, from: from ?? null, to: to ?? null, units, segments: segmentsOf(asked), source, locale }
}

export function assertInOrder({ from, to }: Pick<ResponseFilterQuery, 'from' | 'to'>): void {
  if (from && to && from > to) throw badInput('to', 'The last day lies before the first.')
}

/** The units that count, as far as the caller may see; null = all. A unit stands for all below it. */
export async function visibleUnitsBelow(tx: Tx, wanted: string | undefined, on: string | undefined): Promise<string[] | null> {
  const visible = await visibleUnits(tx)
  if (wanted === undefined) return visible
  const unit = (await findUnitByKey(tx, wanted)) ?? (isId(wanted) ? await findUnit(tx, wanted) : undefined)
  if (!unit || (visible && !visible.includes(unit.id))) throw notFound('unit')
  const below = await unitSubtree(tx, unit.id, on)
  return visible ? below.filter(id => visible.includes(id)) : below
}

export const segmentsOf = (asked: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(asked)
      .filter(([key]) => key.startsWith('segment.'))
      .map(([key, value]) => [key.slice('segment.'.length), String(value)]),
  )
