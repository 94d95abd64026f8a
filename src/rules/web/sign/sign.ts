import type { AlertKind } from '../../alertKind.ts'
import type { Sign } from '../../condition.ts'
import type { WatchedSurvey } from '../../signKinds.ts'

/** What every editor of a condition gets: the condition as it is, and the survey it asks. */
export interface SignProps<One extends Sign> {
  sign: One
  onChange: (sign: One) => void
  watched: WatchedSurvey
  kind: AlertKind
}
