import { AppError } from '../kit/errors.ts'
import { complete, type Questionnaire, questionnaireSchema } from './questionnaire.ts'

/** A questionnaire with everything filled in. Throws AppError `bad_input` that names each wrong place. */
export function wellFormed(fields: Parameters<typeof complete>[0]): Questionnaire {
  const read = questionnaireSchema.safeParse(complete(fields))
  if (read.success) return read.data
  const errors = read.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }))
  throw new AppError('bad_input', `${errors[0]!.path}: ${errors[0]!.message}`, errors)
}
