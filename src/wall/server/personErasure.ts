import { type Eraser, dataSubjectWords } from '../../people/server/personalDataPorts.ts'

/** What stands where a name stood. */
const GONE = '…'

/** What was shared stays, and thanks stay; the name goes from what was written. */
export const wallEraser: Eraser = {
  preview: async () => [],
  async erase(tx, person) {
    for (const word of dataSubjectWords(person))
      for (const [table, column] of written)
        await tx.query({
          text: `update ${table} set ${column} = replace(${column}, $2, $3) where org_id = $1 and position($2 in ${column}) > 0`,
          values: [tx.org, word, GONE],
        })
  },
}

const written = [
  ['alert_thanks', 'message'],
  ['alert_thanks', 'by_name'],
  ['practice', 'title'],
  ['practice', 'story'],
  ['practice', 'words'],
  ['practice', 'by_name'],
  ['practice', 'customer'],
  ['practice_reuse', 'note'],
  ['practice_reuse', 'by_name'],
] as const
