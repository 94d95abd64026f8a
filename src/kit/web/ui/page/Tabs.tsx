import { type ReactNode, useEffect, useRef } from 'react'
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components'
import { count } from '../../../words.ts'
import { showHere } from './Places.tsx'

export interface TabsProps<Id extends string> {
  label: string
  tabs: readonly { id: Id; label: string; n?: number; content?: ReactNode }[]
  value: Id
  /** Usually writes the choice into the URL. */
  onChange: (id: Id) => void
  /** In place of each tab's own content, when it is one list with another filter. */
  children?: ReactNode
}

export function Tabs<Id extends string>({ label, tabs, value, onChange, children }: TabsProps<Id>) {
  const row = useRef<HTMLDivElement>(null)
  useEffect(() => showHere(row.current), [value])
  return (
    // The ring stands around the field that has the focus, not around all tabs.
    <AriaTabs selectedKey={value} onSelectionChange={id => onChange(id as Id)} className="outline-none!">
      <TabList
        ref={row}
        aria-label={label}
        className="flex gap-5 overflow-x-auto border-b border-line scrollbar-none"
        items={tabs}
      >
        {tab => (
          <Tab
            id={tab.id}
            className="-mb-px flex-none cursor-pointer border-b-2 border-transparent pt-2 pb-2.5 whitespace-nowrap text-ink-2 hover:text-ink data-focus-visible:-outline-offset-2 data-selected:border-accent data-selected:font-strong data-selected:text-ink"
          >
            {tab.label}
            {tab.n !== undefined && <span className="ms-1 inline-block font-regular text-ink-3">{count(tab.n)}</span>}
          </Tab>
        )}
      </TabList>
      {tabs.map(tab => (
        <TabPanel key={tab.id} id={tab.id} className="pt-5">
          {tab.content ?? children}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}
