import { type ReactElement, type ReactNode, cloneElement } from 'react'

/** Elements in a sentence that can be translated: <Rich parts={[<b />, <TextLink href="/x" />]}>{t('Ask <0>Mira</0> or <1>look here</1>.')}</Rich> */
export function Rich({ children, parts }: { children: string; parts: readonly ReactElement<{ children?: ReactNode }>[] }) {
  return children.split(/(<\d+>.*?<\/\d+>)/s).map((piece, i) => {
    const [, index, inside] = /^<(\d+)>(.*)<\/\1>$/s.exec(piece) ?? []
    const part = index === undefined ? undefined : parts[Number(index)]
    return part ? cloneElement(part, { key: i }, <Rich parts={parts}>{inside!}</Rich>) : piece
  })
}
