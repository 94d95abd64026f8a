import { z } from 'zod'
import { id, text } from '../kit/contract.ts'
import { day } from './dates.ts'

// What the directory's contracts share.

export const namedRef = z.object({ id, name: z.string() })

export const nullableDay = day.nullable()

export const segments = z.record(text(60, 1), text(200)).refine(all => Object.keys(all).length <= 50, 'At most 50 segments.')
