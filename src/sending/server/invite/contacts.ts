import { defineManyPort } from '../../../kit/port.ts'

/**
 * What else people were written that counts as a contact, each a query for (person, what, when) of the organisation `$1`, the people `$2`,
 * since `$3`: one statement asks all of them.
 */
export const otherContacts = defineManyPort<string>('otherContacts')
