/** Something only the person who runs the installation can mend. Shown as one clear line; the process then exits non-zero. */
export class OperatorError extends Error {
  constructor(message: string, options?: { cause?: unknown }) {
    super(message, options)
    this.name = 'OperatorError'
  }
}
