import { defineManyPort } from '../../kit/port.ts'

/** How much waits for a person, as an expression of SQL over their id; `$1` is the organisation. Filled by whatever gives people work. */
export const workloadSql = defineManyPort<(person: string) => string>('waiting')
