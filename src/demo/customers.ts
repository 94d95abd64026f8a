import { company, depotUnits, freshName, lead } from './company.ts'
import type { Colleague } from './company.ts'
import { businesses } from './names.ts'
import { randomFrom } from '../kit/random.ts'

export type Language = 'en' | 'de' | 'ar'

export interface Customer {
  id: string
  name: string
  email: string
  phone: string
  unit: string
  locale: Language
  /** The business they answer for; households have none. */
  account: string | null
}

export const CUSTOMERS = 1_500

/** Whoever gets water from us: households, and the people who speak for a business. Telephone numbers are of the kind kept free for stories. */
export function customers(): Customer[] {
  const random = randomFrom(11)
  const taken = new Set<string>([company.name])
  return Array.from({ length: CUSTOMERS }, (_, i) => {
    const name = freshName(random, taken)
    const business = random.chance(0.24)
    const locale = random.chance(0.8) ? 'en' : random.chance(0.6) ? 'de' : 'ar'
    return {
      id: `C${10_000 + i}`,
      name,
      email: `${name.toLowerCase().replaceAll(' ', '.')}@${business ? 'business' : 'home'}.example`,
      phone: `+44 1632 96${String(random.below(10_000)).padStart(4, '0')}`,
      unit: random.pick(depotUnits).key,
      locale,
      account: business ? random.pick(businesses) : null,
    }
  })
}

/** Who looks after which business: the directors share them, and the head of feedback keeps some. */
export function accountOwners(staff: readonly Colleague[]): Map<string, string> {
  const directors = staff.filter(({ title }) => title.startsWith('Regional')).map(({ email }) => email)
  return new Map(businesses.map((name, i) => [name, i % 5 < 2 ? lead.email : directors[i % directors.length]!]))
}
