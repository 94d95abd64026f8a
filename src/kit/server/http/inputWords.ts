import { z } from 'zod'

const named: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
}

const formats: Record<string, string> = {
  uuid: 'must be an id such as 0199a3f2-7c11-7d52-9c3e-5a1b2c3d4e5f',
  date: 'must be a day such as 2026-03-19',
  datetime: 'must be a time such as 2026-03-19T14:30:00Z',
  email: 'must be an e-mail address',
  url: 'must be an address such as https://example.org',
}

const amounts: Record<string, (n: number | bigint) => string> = {
  string: n => `${n} ${n === 1 ? 'character' : 'characters'}`,
  array: n => `${n} ${n === 1 ? 'entry' : 'entries'}`,
}

type Issue = z.core.$ZodRawIssue
type ValueLimit = { origin: string; inclusive?: boolean }

function bounded({ origin, inclusive = true }: ValueLimit, word: 'least' | 'most', bound: number | bigint): string {
  const amount = amounts[origin]
  if (amount) return word === 'least' && bound === 1 ? 'must not be empty' : `must have at ${word} ${amount(bound)}`
  if (inclusive) return `must be at ${word} ${bound}`
  return `must be ${word === 'least' ? 'more' : 'less'} than ${bound}`
}

/** What is wrong with a field, as a sentence that its name begins: “how is missing”. Undefined: as the library says it. */
export function inputWords(issue: Issue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return 'is missing'
      return named[issue.expected] && `must be ${named[issue.expected]}`
    case 'too_small':
      return bounded(issue, 'least', issue.minimum)
    case 'too_big':
      return bounded(issue, 'most', issue.maximum)
    case 'invalid_format':
      return formats[issue.format]
    case 'invalid_value':
      return `must be ${issue.values.length > 1 ? 'one of ' : ''}${issue.values.join(', ')}`
    case 'unrecognized_keys':
      return `must not have ${issue.keys.map(key => `“${key}”`).join(', ')}`
    default:
      return undefined
  }
}

/** Every contract speaks so from now on; what a schema says itself goes first. */
export const speakPlainly = () => z.config({ customError: inputWords })
