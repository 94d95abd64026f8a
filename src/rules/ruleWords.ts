// @words colleagues
import { t } from '../kit/i18n.ts'
import type { AnswerTest } from '../surveys/answerCondition.ts'
import type { Question } from '../surveys/question.ts'
import type { ScoreBound, CommentTest, SeriesSubject, RuleCondition, SilenceTest, When } from './condition.ts'
import type { RouteStep } from '../routing/route.ts'

type ConditionQuestions = ReadonlyMap<string, Question>

export const byId = (questions: readonly Question[]): ConditionQuestions =>
  new Map(questions.map(question => [question.id, question]))

/** A rule as a sentence: “How was your visit? 2 or less”. */
export function whenWords(when: When, questions: ConditionQuestions): string {
  if ('all' in when) return joined(when.all, questions, t('and'))
  return joined(when.any, questions, t('or'))
}

const joined = (conditions: readonly RuleCondition[], questions: ConditionQuestions, word: string): string =>
  conditions.map(condition => conditionWords(condition, questions)).join(` ${word} `)

export function conditionWords(condition: RuleCondition, questions: ConditionQuestions): string {
  if ('all' in condition) return `(${joined(condition.all, questions, t('and'))})`
  if ('any' in condition) return `(${joined(condition.any, questions, t('or'))})`
  if ('not' in condition) return t('not {what}', { what: conditionWords(condition.not, questions) })
  if ('series' in condition) {
    const { question, count, of, per } = condition.series
    const values = {
      question: questionWords({ question }, questions),
      count,
      of,
      bound: rangeWords(condition.series),
      whose: perWords(per),
    }
    return count === of
      ? t('“{question}” {bound} {count} times in a row, {whose}', values)
      : t('“{question}” {bound} in {count} of the last {of} answers {whose}', values)
  }
  if ('several' in condition) {
    const { questions: asked, count } = condition.several
    const prompts = asked.map(question => `“${questionWords({ question }, questions)}”`).join(', ')
    return t('{bound} in at least {count} of {prompts}', { bound: rangeWords(condition.several), count, prompts })
  }
  if ('comment' in condition) return commentWords(condition.comment, questions)
  if ('trend' in condition) {
    const question = questionWords({ question: condition.trend.question }, questions)
    return condition.trend.direction === 'falling'
      ? t('“{question}” falls at a unit and keeps falling', { question })
      : t('“{question}” rises at a unit and keeps rising', { question })
  }
  if ('silence' in condition) return silenceWords(condition.silence)
  return `“${questionWords(condition, questions)}” ${boundWords(condition, questions)}`
}

function perWords(per: SeriesSubject): string {
  if (per === 'person') return t('of the same customer')
  return per === 'account' ? t('of the same account') : t('of the same unit')
}

function commentWords(
  { question, negative, themes, phrases, leaving, call }: CommentTest,
  questions: ConditionQuestions,
): string {
  const says = [
    negative === undefined ? '' : negative ? t('is negative') : t('is not negative'),
    leaving ? t('threatens to leave') : '',
    call ? t('asks to be called') : '',
    themes ? t('is about {themes}', { themes: themes.join(t(' or ')) }) : '',
    phrases ? t('says {phrases}', { phrases: phrases.map(phrase => `“${phrase}”`).join(t(' or ')) }) : '',
  ].filter(Boolean)
  const what =
    question === undefined
      ? t('a comment')
      : t('the comment on “{question}”', { question: questionWords({ question }, questions) })
  return `${what} ${says.join(` ${t('and')} `)}`
}

const silenceWords = ({ days, segment }: SilenceTest): string =>
  segment
    ? t('a contact with {key} = {value} has not answered for {days} days', { ...segment, days })
    : t('a contact of a customer account has not answered for {days} days', { days })

export function questionWords({ question, row }: AnswerTest, questions: ConditionQuestions): string {
  const known = questions.get(question)
  const prompt = known?.prompt || question
  const label = row && (known?.rows?.find(({ id }) => id === row)?.label ?? row)
  return label ? `${prompt}, ${label}` : prompt
}

/** “2 or less”, “from 5 to 6”, “exactly 3”, “Yes”, “is answered” */
export function boundWords(leaf: AnswerTest, questions: ConditionQuestions): string {
  const option = (id: string) => questions.get(leaf.question)?.options?.find(one => one.id === id)?.label ?? id
  if ('answered' in leaf) return leaf.answered ? t('is answered') : t('is left out')
  if ('includes' in leaf) return t('has “{option}”', { option: option(leaf.includes) })
  if ('equals' in leaf) return typeof leaf.equals === 'number' ? t('exactly {n}', { n: leaf.equals }) : `“${option(leaf.equals)}”`
  return rangeWords(leaf)
}

function rangeWords({ atMost, atLeast }: ScoreBound): string {
  if (atMost === undefined) return t('{n} or more', { n: atLeast ?? 0 })
  return atLeast === undefined ? t('{n} or less', { n: atMost }) : t('from {low} to {high}', { low: atLeast, high: atMost })
}

export function stepWords(step: RouteStep): string {
  const who = whoWords(step)
  const { segment, language } = step.when ?? {}
  const only = [
    segment ? t('for customers with {key} = {value}', segment) : '',
    language ? t('for answers in {language}', { language: languageWords(language) }) : '',
    step.when?.open ? t('in their hours') : '',
  ].filter(Boolean)
  return only.length > 0 ? `${who} (${only.join(', ')})` : who
}

const languageWords = (code: string): string => new Intl.DisplayNames(t.intl, { type: 'language' }).of(code) ?? code

function whoWords(step: RouteStep): string {
  switch (step.to) {
    case 'unit-manager':
      return t('the manager of the unit')
    case 'skip':
      return t('the manager above them')
    case 'account-owner':
      return t('who looks after the customer’s account')
    case 'person':
      return step.email
    case 'team':
      return step.by === 'load'
        ? t('who has least to do in the team {team}', { team: step.team })
        : t('whose turn it is in the team {team}', { team: step.team })
  }
}

/** “the manager of the unit, else the manager above them” */
export const routeWords = (route: readonly RouteStep[], words = stepWords): string => route.map(words).join(t(', else '))
