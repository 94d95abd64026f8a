import { defineSlot } from '../../kit/port.ts'
import type { ComponentType } from 'react'

export interface UnitsFieldProps {
  label: string
  hint?: string
  /** Ids of unit subtrees; null = the whole organisation. */
  value: string[] | null
  onChange: (units: string[] | null) => void
}

/** Choosing units, as the directory offers it (accounts stands above the directory). */
export const unitsField = defineSlot<ComponentType<UnitsFieldProps>>('unitsField')
