import { commentOn, type Mood } from './comments.ts'
import { regionOf, regions } from './company.ts'
import type { Customer } from './customers.ts'
import { type Random, randomFrom } from '../kit/random.ts'
import type { PastAnswer } from './pastAnswer.ts'
import { setsOffRule } from './rules.ts'
import { changes } from './sayings/sayingsEmployees.ts'
import { type DemoTheme, themes } from './sayings/sayings.ts'
import { contentment, DAYS, EVENT_DAYS_AGO, npsOf, starsOf } from './story.ts'

const DAY = 1_440
const perDay = 7.7

/** About 6,000 answers of eighteen months, oldest first. The same ones each time. */
export function pastAnswers(customers: readonly Customer[]): PastAnswer[] {
  const random = randomFrom(23)
  const moments = [...visits(customers, random), ...relationships(customers, random)].sort((a, b) => b.minutesAgo - a.minutesAgo)
  const last = new Map<string, PastAnswer>()
  const answers = moments.map(({ customer, minutesAgo, ask }) => {
    const answer = ask(customer, minutesAgo, random, moodAfter(last.get(customer.id), minutesAgo))
    last.set(customer.id, answer)
    return answer
  })
  return [...answers, ...pulses(random)].sort((a, b) => b.minutesAgo - a.minutesAgo)
}

type AnswerGenerator = (customer: Customer, minutesAgo: number, random: Random, mood: number) => PastAnswer

interface Moment {
  customer: Customer
  minutesAgo: number
  ask: AnswerGenerator
}

/** Who was unhappy and heard nothing still is; whoever we spoke with thinks better of us than before. */
function moodAfter(before: PastAnswer | undefined, minutesAgo: number): number {
  if (!before || Number(before.answers['nps'] ?? before.answers['score']) > 6) return 0
  return setsOffRule(before) && before.minutesAgo - minutesAgo > 3 * DAY ? 0.8 : -0.5
}

function visits(customers: readonly Customer[], random: Random): Moment[] {
  return Array.from({ length: Math.round(DAYS * perDay) }, () => {
    const customer = random.pick(customers)
    // The youngest answers lie hours back, so that nothing is from the future and something is from today.
    const minutesAgo = 45 + Math.floor(random.next() * (DAYS * DAY - 60))
    return { customer, minutesAgo, ask: visit }
  })
}

/** What one customer answers after a visit that many minutes ago. */
export function visit(customer: Customer, minutesAgo: number, random: Random, mood = 0): PastAnswer {
  const region = regionOf.get(customer.unit)!
  const daysAgo = minutesAgo / DAY
  const felt = contentment({ region, depot: customer.unit, daysAgo }) + mood + random.normal() - (customer.account ? 0.12 : 0)
  const theme = themeOf(region, daysAgo, felt, random)
  const nps = npsOf(felt)
  const stars = starsOf(felt + random.normal() * 0.2)
  const also = random.chance(0.15) ? random.pick(themes) : theme
  const about = random.chance(0.75) ? themes.filter(one => one === theme || one === also) : []
  const says = random.chance(stars <= 2 ? 0.85 : 0.5)
  return {
    survey: 'visit',
    minutesAgo,
    customer,
    unit: customer.unit,
    segments: { customer: customer.account ? 'Business' : 'Household' },
    theme,
    answers: {
      nps,
      stars,
      ...(about.length > 0 && { about }),
      ...(says && { comment: commentOn(theme, moodOf(nps), customer.locale, random) }),
      ...(stars <= 2 && random.chance(0.7) && { call: random.chance(0.6) ? 'yes' : 'no' }),
    },
  }
}

// After the burst main people in Northmoor speak of bills and of what nobody told them.
function themeOf(region: string, daysAgo: number, felt: number, random: Random): DemoTheme {
  if (region === 'northmoor' && daysAgo < EVENT_DAYS_AGO && felt < 0.1 && random.chance(0.6))
    return random.chance(0.6) ? 'billing' : 'information'
  if (felt < 0) return random.pick(['waiting', 'waiting', 'information', 'information', 'result', 'staff', 'billing'] as const)
  return random.pick(['staff', 'staff', 'staff', 'waiting', 'result', 'result', 'information', 'billing'] as const)
}

const moodOf = (nps: number): Mood => (nps <= 6 ? 'bad' : nps <= 8 ? 'soso' : 'good')

const WAVE_DAYS = 90
const WAVES = 6
const perWave = 185

function relationships(customers: readonly Customer[], random: Random): Moment[] {
  return Array.from({ length: WAVES * perWave }, (_, i) => {
    const customer = random.pick(customers)
    // Most answer at once, some a week later; the last wave went out six days ago.
    const late = Math.min(5.5, -Math.log(1 - random.next()) * 2)
    const minutesAgo = Math.floor(((i % WAVES) * WAVE_DAYS + 6 - late) * DAY) + random.below(300)
    return { customer, minutesAgo, ask: relation }
  })
}

/** What one customer answers when they are asked about us as a whole. */
export function relation(customer: Customer, minutesAgo: number, random: Random, mood = 0): PastAnswer {
  const region = regionOf.get(customer.unit)!
  const daysAgo = minutesAgo / DAY
  const felt = contentment({ region, depot: customer.unit, daysAgo }) + mood - 0.1 + random.normal()
  const score = npsOf(felt)
  const tone = moodOf(score)
  const theme = themeOf(region, daysAgo, felt, random)
  const part = (shift: number) => starsOf(felt + shift + random.normal() * 0.5)
  return {
    survey: 'relationship',
    minutesAgo,
    customer,
    unit: customer.unit,
    segments: { customer: customer.account ? 'Business' : 'Household' },
    theme,
    answers: {
      score,
      ...(random.chance(0.6) && {
        [{ bad: 'low', soso: 'middle', good: 'high' }[tone]]: commentOn(theme, tone, customer.locale, random),
      }),
      ...(random.chance(0.5) && { parts: { quality: part(0.4), price: part(-0.4), reach: part(-0.2), promises: part(0) } }),
      ...(score <= 6 && random.chance(0.6) && { call: random.chance(0.5) ? 'yes' : 'no' }),
    },
  }
}

/** Colleagues, month by month, without names. */
function pulses(random: Random): PastAnswer[] {
  return Array.from({ length: 18 * 38 }, (_, i) => {
    const region = regions[i % 4]!.toLowerCase()
    const daysAgo = Math.floor((i / 38) * 30.4) + 2 + random.below(5)
    const felt = contentment({ region, depot: region, daysAgo }) * 0.6 + 0.1 + random.normal()
    const agree = (shift: number) => starsOf(felt + shift + random.normal() * 0.6)
    return {
      survey: 'pulse' as const,
      minutesAgo: daysAgo * DAY + random.below(600),
      customer: null,
      unit: region,
      segments: {},
      theme: 'staff' as const,
      answers: {
        recommend: npsOf(felt),
        work: { goals: agree(0.5), means: agree(0), voice: agree(-0.2), load: agree(-0.5) },
        ...(random.chance(0.35) && { change: random.pick(changes) }),
      },
    }
  })
}
