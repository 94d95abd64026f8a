/** The sign that parts the first line most often, outside quotes. */
export function delimiterOf(text: string): string {
  const first = /^(?:[^"\r\n]|"[^"]*")*/.exec(text.trimStart())![0].replace(/"[^"]*"/g, '')
  const times = (sign: string) => first.split(sign).length
  return [',', ';', '\t', '|'].reduce((best, sign) => (times(sign) > times(best) ? sign : best))
}

/** The first records of a CSV text, for showing what is in it before it is sent. */
export function firstRecords(text: string, count: number): string[][] {
  const plain = text.replace(/^\uFEFF/, '').replace(/^sep=.\r?\n/i, '')
  const delimiter = delimiterOf(plain)
  const records: string[][] = []
  let cells: string[] = []
  // Quoted cell (doubled quotes inside) or plain one, then what ends it.
  const cell = new RegExp(`(?:"((?:[^"]|"")*)"|([^${delimiter}\\r\\n]*))(\\r?\\n|\\r|.|$)`, 'gsu')
  for (const [, quoted, plainCell, end] of plain.matchAll(cell)) {
    cells.push(quoted === undefined ? (plainCell ?? '') : quoted.replaceAll('""', '"'))
    if (end === delimiter) continue
    if (cells.some(text => text !== '')) records.push(cells)
    cells = []
    if (records.length >= count || end === '') break
  }
  return records
}
