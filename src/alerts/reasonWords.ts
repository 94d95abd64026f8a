// @words colleagues
import { t } from '../kit/i18n.ts'
import { count, day, list } from '../kit/words.ts'
import type { ReasonOverTime } from './contract.ts'

/** In a sentence: why an alert was raised where it was neither one answer nor what was written. */
export function reasonWords(reason: ReasonOverTime): string {
  if ('silence' in reason) {
    const { days, since } = reason.silence
    return since
      ? t('No answer for {days} days: the last one came on {day}.', { days, day: day(since) })
      : t('No answer for {days} days, and none before.', { days })
  }
  if ('series' in reason) {
    const { count: n, of, per, values } = reason.series
    return t('{whose} to “{question}”, newest first: {values}. The rule asks for {n} of {of}.', {
      whose: seriesWords(per),
      question: reason.prompt,
      values: list(values.map(String)),
      n,
      of,
    })
  }
  const { since, before, after, n } = reason.drift
  const values = { question: reason.prompt, since: day(since), before: points(before), after: points(after), n: count(n) }
  return after < before
    ? t(
        '“{question}” has been falling at this unit since {since}: from {before} to {after} of 100, over {n} answers. That is not chance.',
        values,
      )
    : t(
        '“{question}” has been rising at this unit since {since}: from {before} to {after} of 100, over {n} answers. That is not chance.',
        values,
      )
}

function seriesWords(per: 'person' | 'account' | 'unit'): string {
  if (per === 'person') return t('The last answers of this customer')
  return per === 'account' ? t('The last answers of this account') : t('The last answers of this unit')
}

// Kept as points on −1 … +1; read on 0 … 100.
const points = (mean: number): string => count(50 + 50 * mean)

/** Why words of a comment counted, as their reading noted it. */
export function cueWords(why: string): string {
  const theme = /^theme: (.+)$/.exec(why)?.[1]
  if (theme) return t('theme: {name}', { name: theme })
  const turned = /^(\w[\w ]*), turned by “(.+)”$/.exec(why)
  if (turned) return t('{what}, turned by “{word}”', { what: kindWords(turned[1]!), word: turned[2]! })
  const learned = /^learned: (.+)$/.exec(why)?.[1]
  if (learned) return t('{why}, as taught', { why: kindWords(learned) })
  return why.startsWith('“') ? t('a phrase of the rule') : kindWords(why)
}

const kindWords = (kind: string): string =>
  ({
    complaint: t('complaint'),
    praise: t('praise'),
    'asks for a change': t('asks for a change'),
    'threat to leave': t('threatens to leave'),
    'asks to be contacted': t('asks to be called'),
  })[kind] ?? kind
