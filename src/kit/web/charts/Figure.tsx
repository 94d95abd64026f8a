import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react'
import { t } from '../../i18n.ts'

export interface FigureProps {
  /** Its finding, in a sentence: what somebody who cannot see it hears. */
  label: string
  /** The same as a table: heads, then rows. */
  table: { head: readonly string[]; rows: readonly (readonly ReactNode[])[] }
  caption?: ReactNode
  height: number
  /** Draws for the width there is: type is never shrunk. */
  children: (width: number) => ReactNode
  /** Links over marks of the picture (MarkLink). */
  links?: ((width: number) => ReactNode) | undefined
}

/** A chart: drawn again for each width, named by its finding, and open as a table. */
export function Figure({ label, table, caption, height, children, links }: FigureProps) {
  const [box, width] = useWidth<HTMLDivElement>()
  return (
    <figure>
      <div ref={box} className="chart relative" dir="ltr" style={{ height }}>
        {width > 0 && (
          <svg
            width={width}
            height={height}
            viewBox={`0 0 ${width} ${height}`}
            role="img"
            aria-label={label}
            className="block overflow-visible"
          >
            {children(width)}
          </svg>
        )}
        {width > 0 && links?.(width)}
      </div>
      {caption && <figcaption className="mt-2 max-w-[46rem] text-small text-pretty text-ink-3">{caption}</figcaption>}
      <details className="mt-1 text-small">
        <summary className="inline-block min-h-6 cursor-pointer text-ink-3 hover:text-ink">{t('As a table')}</summary>
        <div className="overflow-x-auto">
          <table className="mt-1 border-collapse">
            <thead>
              <tr>
                {table.head.map(head => (
                  <th
                    key={head}
                    scope="col"
                    className="border-b border-line-strong pe-6 pb-1 text-start text-micro font-regular text-ink-3"
                  >
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {table.rows.map((row, i) => (
                <tr key={i}>
                  {row.map((cell, j) => (
                    <td key={j} className="border-b border-line py-1 pe-6">
                      {cell}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  )
}

/** The width of an element, kept as it changes. */
export function useWidth<E extends HTMLElement>(): [RefObject<E | null>, number] {
  const box = useRef<E>(null)
  const [width, setWidth] = useState(0)
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry!.contentRect.width)))
    if (box.current) observer.observe(box.current)
    return () => observer.disconnect()
  }, [])
  return [box, width]
}
