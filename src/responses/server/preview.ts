import { text } from 'node:stream/consumers'
import { metricsPreview } from '../preview.ts'

/**
 * `fullcircle metrics preview`: JSON on standard input, JSON on standard output; no database.
 * Wrong input: one line on standard error, exit code 1. Resolves to the exit code.
 */
export async function metricsPreviewCommand({
  stdin,
  stdout,
  stderr,
}: Pick<NodeJS.Process, 'stdin' | 'stdout' | 'stderr'> = process): Promise<number> {
  try {
    stdout.write(`${JSON.stringify(metricsPreview(parse(await text(stdin))))}\n`)
    return 0
  } catch (error) {
    stderr.write(`metrics preview: ${error instanceof Error ? error.message.replace(/\s+/g, ' ') : 'failed'}\n`)
    return 1
  }
}

function parse(source: string): unknown {
  try {
    return JSON.parse(source)
  } catch (error) {
    throw new Error(`standard input is not JSON (${error instanceof Error ? error.message : 'unreadable'}).`, { cause: error })
  }
}
