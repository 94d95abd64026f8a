import type { ReactNode } from 'react'

/** A fact for KeyValue; one without a value falls out. */
export const fact = (name: string, value: ReactNode): readonly [string, ReactNode] | null => (value ? [name, value] : null)
