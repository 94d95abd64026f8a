import { expect, test } from 'vitest'
import { checkAnswers } from '../surveys/answers.ts'
import { whyNotPublish } from '../surveys/readiness.ts'
import { colleagues, units } from './company.ts'
import { customers } from './customers.ts'
import { pastAnswers } from './history.ts'
import { invitationsFor } from './invitations.ts'
import { npsOf } from './story.ts'
import { demoSurveys } from './surveys.ts'

const people = customers()
const past = pastAnswers(people)

test('the made-up company has four regions, forty units, some sixty colleagues and 1,500 customers, the same ones each time', () => {
  expect(units.filter(unit => unit.parent === null)).toHaveLength(4)
  expect(units).toHaveLength(40)
  expect(colleagues().length).toBeGreaterThan(55)
  expect(new Set(colleagues().map(({ email }) => email)).size).toBe(colleagues().length)
  expect(new Set(people.map(({ email }) => email)).size).toBe(1_500)
  expect(customers()[7]).toEqual(people[7])
  expect([...people, ...colleagues()].every(({ email }) => email.endsWith('.example'))).toBe(true)
})

test('about 6,000 answers lie in the last eighteen months, and every one of them fits its questionnaire', () => {
  expect(past.length).toBeGreaterThan(5_500)
  expect(past.length).toBeLessThan(6_500)
  expect(past.every(({ minutesAgo }) => minutesAgo >= 0 && minutesAgo < 560 * 1_440)).toBe(true)
  const surveys = demoSurveys()
  for (const { questionnaire } of Object.values(surveys)) expect(whyNotPublish(questionnaire)).toEqual([])
  for (const { survey, answers } of past) {
    const checked = checkAnswers(surveys[survey].questionnaire, answers, { finish: true })
    expect(checked.problems).toEqual([])
    expect(checked.answers).toEqual(answers)
  }
})

test('comments read like those of many people: hundreds of sentences, no slot left unfilled', () => {
  const comments = past.flatMap(({ answers }) =>
    ['comment', 'low', 'middle', 'high'].flatMap(id => (answers[id] as string) ?? []),
  )
  expect(new Set(comments).size).toBeGreaterThan(900)
  expect(comments.filter(text => /[{}]|undefined/.test(text))).toEqual([])
})

test('who was unhappy and was called answers better the next time than others do of themselves', () => {
  const rates = { called: [0, 0], others: [0, 0] }
  const last = new Map<unknown, { nps: number; stars: number; minutesAgo: number }>()
  for (const { customer, minutesAgo, answers } of past.filter(one => one.survey === 'visit')) {
    const [nps, stars] = [Number(answers['nps']), Number(answers['stars'])]
    const before = last.get(customer)
    if (before && before.nps <= 6) {
      const called = before.stars <= 2 && before.minutesAgo <= 100 * 1_440 && before.minutesAgo - minutesAgo > 3 * 1_440
      const [again, well] = rates[called ? 'called' : 'others']
      rates[called ? 'called' : 'others'] = [again! + 1, well! + (nps >= 7 ? 1 : 0)]
    }
    last.set(customer, { nps, stars, minutesAgo })
  }
  const rate = ([again, well]: number[]) => well! / again!
  expect(rates.called[0]).toBeGreaterThan(15)
  expect(rate(rates.called)).toBeGreaterThan(rate(rates.others) + 0.05)
})

test('about a third of those who were asked by mail answered, and nobody was asked twice at once', () => {
  const asked = invitationsFor(past, ({ survey }) => survey !== 'pulse')
  for (const survey of ['visit', 'relationship']) {
    const its = asked.filter(one => one.survey === survey)
    const answered = its.filter(({ answeredMinutesAgo }) => answeredMinutesAgo !== null)
    expect(answered.length / its.length).toBeGreaterThan(0.25)
    expect(answered.length / its.length).toBeLessThan(0.45)
    expect(answered.every(one => one.sentMinutesAgo > one.answeredMinutesAgo!)).toBe(true)
  }
  const keys = asked.map(({ survey, turn, who }) => `${survey} ${turn} ${who.customer!.email}`)
  expect(new Set(keys).size).toBe(keys.length)
})

test('the numbers tell the story: Northmoor falls after the event, Westbay improves', () => {
  const mean = (region: string, from: number, to: number) => {
    const inside = units.filter(unit => unit.parent === region).map(({ key }) => key)
    const scores = past.filter(
      a => a.survey === 'visit' && inside.includes(a.unit) && a.minutesAgo / 1_440 >= from && a.minutesAgo / 1_440 < to,
    )
    const nps = scores.map(({ answers }) => Number(answers['nps'])).map(n => (n >= 9 ? 100 : n <= 6 ? -100 : 0) as number)
    return nps.reduce((sum, one) => sum + one, 0) / nps.length
  }
  expect(mean('northmoor', 0, 120)).toBeLessThan(mean('northmoor', 140, 400) - 25)
  expect(mean('northmoor', 0, 90)).toBeLessThan(mean('northmoor', 90, 180) - 28)
  expect(mean('westbay', 0, 120)).toBeGreaterThan(mean('westbay', 400, 548) + 20)
  expect(npsOf(5)).toBe(10)
  expect(npsOf(-5)).toBe(0)
})
