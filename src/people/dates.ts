import { day as anyDay, instant as anyInstant } from '../kit/contract.ts'

// The database knows no year 0; nothing of an organisation is older than this.
const isKnown = (text: string) => text >= '1000-01-01'

export const day = anyDay.refine(isKnown, 'must be a day after the year 1000')
export const instant = anyInstant.refine(isKnown, 'must be a time after the year 1000')
