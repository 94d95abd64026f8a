import { text } from 'node:stream/consumers'
import { AppError } from '../../kit/errors.ts'
import { OperatorError } from '../../kit/server/operator-error.ts'
import { metricsPreview } from '../preview.ts'

/** `fullcircle metrics preview`: JSON on standard input, JSON on standard output; no database. */
export async function metrics(
  args: readonly string[],
  { stdin, stdout }: Pick<NodeJS.Process, 'stdin' | 'stdout'> = process,
): Promise<void> {
  if (args[0] !== 'preview') throw new OperatorError('metrics has one command: metrics preview, with JSON on standard input.')
  stdout.write(`${preview(await text(stdin))}\n`)
}

function preview(source: string): string {
  try {
    return JSON.stringify(metricsPreview(JSON.parse(source)))
  } catch (error) {
    if (error instanceof SyntaxError) throw new OperatorError(oneLine(`Standard input is not JSON: ${error.message}`))
    if (error instanceof AppError) throw new OperatorError(oneLine(error.message))
    throw error
  }
}

const oneLine = (message: string): string => message.replace(/\s+/g, ' ')
