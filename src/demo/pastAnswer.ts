import type { Answers } from '../surveys/answerCondition.ts'
import type { Customer } from './customers.ts'
import type { DemoTheme } from './sayings/sayings.ts'
import type { DemoSurvey } from './surveys.ts'

/** One answer as the demo's customers gave it; `minutesAgo` counts back from the moment the demo is made. */
export interface PastAnswer {
  survey: DemoSurvey
  minutesAgo: number
  customer: Customer | null
  unit: string
  segments: Record<string, string>
  answers: Answers
  /** What it was about. */
  theme: DemoTheme
}
