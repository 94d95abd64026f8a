export const themes = ['waiting', 'staff', 'information', 'result', 'billing'] as const
export type DemoTheme = (typeof themes)[number]

type Sides = { bad: readonly string[]; good: readonly string[] }

/** What people say in one language, in parts that are put together. */
export interface Sayings {
  fill: Readonly<Record<string, readonly string[]>>
  themes: Readonly<Record<DemoTheme, Sides>>
  opening: Sides
  ending: Sides
  /** Whole comments of those who are neither happy nor not. */
  soso: readonly string[]
}
