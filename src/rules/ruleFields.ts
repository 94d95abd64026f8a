import { z } from 'zod'
import { text } from '../kit/contract.ts'
import { alertKinds } from './alertKind.ts'

export const ruleKind = z.enum(alertKinds)

/** A policy of promises, by id or name. */
export const policy = text(200).nullish()
