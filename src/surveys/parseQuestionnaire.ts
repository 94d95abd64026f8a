import { AppError } from '../kit/errors.ts'
import { withDefaults, type Questionnaire, questionnaireSchema } from './questionnaire.ts'

/** A questionnaire with everything filled in. Throws AppError `bad_input` that names each wrong place. */
export function parseQuestionnaire(fields: Parameters<typeof withDefaults>[0]): Questionnaire {
  const read = questionnaireSchema.safeParse(withDefaults(fields))
  if (read.success) return read.data
  const errors = read.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }))
  throw new AppError('bad_input', `${errors[0]!.path}: ${errors[0]!.message}`, errors)
}
