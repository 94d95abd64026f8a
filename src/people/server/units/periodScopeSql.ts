import type { PeriodScope } from '../../hierarchyPeriod.ts'

/** The stretches as a statement takes them; null where everybody counts. */
export const periodScopesParam = (stretches: readonly PeriodScope[]): string | null =>
  stretches.every(({ units, except }) => units === null && !except?.length)
    ? null
    : JSON.stringify(
        stretches.map(({ period, units, except = [] }) => ({ since: period.from, until: period.to, units, without: except })),
      )

/** SQL: does what belongs to this unit (null: to none) on this day count? `value` is the parameter, of jsonb, that holds `stretchValue`. */
export const inPeriodScopesSql = (day: string, unit: string, value: string): string =>
  `(${value}::jsonb is null or exists (
    select from jsonb_to_recordset(${value}::jsonb) as s (since date, until date, units uuid[], without uuid[])
    where ${day} between s.since and s.until and (s.units is null or ${unit} = any(s.units)) and (${unit} = any(s.without)) is not true))`
