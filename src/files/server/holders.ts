import { defineManyPort } from '../../kit/port.ts'
import type { Tx } from '../../kit/server/db.ts'

/** What files can belong to. Each room that lets files be attached tells what the caller may do with them. Filled in their room.ts. */
export interface Holder {
  /** Whether it holds this file, and the caller may see the thing that does. */
  shows(tx: Tx, fileId: string): Promise<boolean>
  /** Takes a file away that it shows, and writes that down; throws where the caller may not. The row of the file goes with it. */
  letGo(tx: Tx, fileId: string): Promise<void>
}

/** What files can belong to: each tells whether the caller may see one, and takes it away. */
export const holders = defineManyPort<Holder>('holders')
