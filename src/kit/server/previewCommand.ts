import { text } from 'node:stream/consumers'
import { AppError } from '../errors.ts'
import { OperatorError } from './operator-error.ts'

/** `fullcircle <name> preview`: JSON on standard input, JSON on standard output; no database. */
export const previewCommand =
  (name: string, preview: (input: unknown) => unknown) =>
  async (args: readonly string[], { stdin, stdout }: Pick<NodeJS.Process, 'stdin' | 'stdout'> = process): Promise<void> => {
    if (args[0] !== 'preview') throw new OperatorError(`${name} has one command: ${name} preview, with JSON on standard input.`)
    stdout.write(`${told(await text(stdin), preview)}\n`)
  }

function told(source: string, preview: (input: unknown) => unknown): string {
  try {
    return JSON.stringify(preview(JSON.parse(source)))
  } catch (error) {
    if (error instanceof SyntaxError) throw new OperatorError(oneLine(`Standard input is not JSON: ${error.message}`))
    if (error instanceof AppError) throw new OperatorError(oneLine(error.message))
    throw error
  }
}

const oneLine = (message: string): string => message.replace(/\s+/g, ' ')
