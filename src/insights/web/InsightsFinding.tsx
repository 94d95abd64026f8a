import { TextLink } from '../../kit/web/ui/TextLink.tsx'
import type { CauseRow } from '../causeTable.ts'
import type { Summary } from '../contract.ts'
import { findingOf, type FindingPart } from '../insightsFinding.ts'
import { alertsHref } from '../drillDownHrefs.ts'

/** The page's finding, before its evidence. */
export const InsightsFinding = ({
  summary,
  causes,
  onUnit,
}: {
  summary: Summary
  causes: readonly CauseRow[]
  onUnit: (unit: string) => void
}) => (
  <p className="mb-8 max-w-[54rem] text-title leading-[1.875rem] font-regular text-pretty">
    {findingOf(summary, causes).map((part, i) => (
      <span key={part.words}>
        {i > 0 && ' '}
        <PartWords part={part} summary={summary} onUnit={onUnit} />
      </span>
    ))}
  </p>
)

interface PartProps {
  part: FindingPart
  summary: Summary
  onUnit: (unit: string) => void
}

function PartWords({ part: { words, unit, cause }, summary, onUnit }: PartProps) {
  const look = '!no-underline border-b-2 border-accent font-strong hover:text-accent'
  if (unit) {
    return (
      <TextLink look="open" onPress={() => onUnit(unit)} className={look}>
        {words}
      </TextLink>
    )
  }
  if (cause) {
    return (
      <TextLink look="open" href={alertsHref(summary, 'all', { cause })} className={look}>
        {words}
      </TextLink>
    )
  }
  return words
}
