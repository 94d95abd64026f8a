import { useState } from 'react'
import { Avatar } from '../../../kit/web/ui/Avatar.tsx'
import { Checkbox } from '../../../kit/web/ui/form/Checkbox.tsx'
import { CheckboxGroup } from '../../../kit/web/ui/form/CheckboxGroup.tsx'
import { CodeField } from '../../../kit/web/ui/form/CodeField.tsx'
import { ComboBox } from '../../../kit/web/ui/form/ComboBox.tsx'
import { CopyField } from '../../../kit/web/ui/form/CopyField.tsx'
import { DateField } from '../../../kit/web/ui/form/DateField.tsx'
import { DatePicker } from '../../../kit/web/ui/form/DatePicker.tsx'
import { DateRange } from '../../../kit/web/ui/form/DateRange.tsx'
import { FileDrop } from '../../../kit/web/ui/form/FileDrop.tsx'
import { FilePicker } from '../../../kit/web/ui/form/FilePicker.tsx'
import { NumberField } from '../../../kit/web/ui/form/NumberField.tsx'
import { RadioGroup } from '../../../kit/web/ui/form/RadioGroup.tsx'
import { SearchField } from '../../../kit/web/ui/form/SearchField.tsx'
import { Select } from '../../../kit/web/ui/form/Select.tsx'
import { Switch } from '../../../kit/web/ui/form/Switch.tsx'
import { TextArea } from '../../../kit/web/ui/form/TextArea.tsx'
import { TextField } from '../../../kit/web/ui/form/TextField.tsx'
import { ApiError } from '../../../kit/web/problem.ts'
import { useUploads } from '../../../kit/web/uploads.ts'
import { Grid, Specimen } from './Specimen.tsx'

const people = [
  { id: 'mira', label: 'Mira Lindqvist', detail: '4 open', before: <Avatar name="Mira Lindqvist" /> },
  { id: 'tomasz', label: 'Tomasz Zielinski', detail: '6 open', before: <Avatar name="Tomasz Zielinski" /> },
  { id: 'sam', label: 'Sam Brandt', disabledReason: 'away to 20 March', before: <Avatar name="Sam Brandt" /> },
]
const outcomes = [
  { id: 'right', label: 'Put right' },
  { id: 'explained', label: 'Explained and accepted' },
  { id: 'none', label: 'Could not help', detail: 'Say why in the note.' },
] as const
const mails = [
  { id: 'own', label: 'Alerts I own' },
  { id: 'region', label: 'Alerts in my region' },
] as const

export const Fields = () => (
  <>
    <Specimen name="Fields">
      <Texts />
    </Specimen>
    <Specimen name="Choices">
      <Choices />
    </Specimen>
    <Specimen name="Days">
      <Days />
    </Specimen>
    <Specimen name="Files and codes">
      <Special />
    </Specimen>
    <Specimen name="Files of a form">
      <Attaching />
    </Specimen>
  </>
)

function Texts() {
  const [hours, setHours] = useState<number | null>(8)
  return (
    <Grid>
      <TextField
        label="Name of the rule"
        defaultValue="Recovery, business customers"
        hint="Shown to owners on every alert it raises."
      />
      <TextField
        label="Work e-mail"
        type="email"
        defaultValue="omar.haddad@northwind"
        error="This address has no ending such as .com. Did you mean omar.haddad@northwind.example?"
      />
      <TextField label="Region" defaultValue="Northmoor" disabledReason="Set by the directory, which is imported nightly." />
      <TextArea label="What was said" optional placeholder="What was said, and what you promised." rows={3} />
      <NumberField
        label="Speak within"
        value={hours}
        onChange={setHours}
        min={1}
        max={80}
        format={{ style: 'unit', unit: 'hour', unitDisplay: 'long' }}
        hint="Working hours of the unit."
      />
      <SearchField label="Find in responses" />
    </Grid>
  )
}

function Choices() {
  const [manager, setManager] = useState<string | null>('mira')
  const [other, setOther] = useState<string | null>(null)
  const [outcome, setOutcome] = useState<(typeof outcomes)[number]['id'] | null>('right')
  const [wanted, setWanted] = useState<(typeof mails)[number]['id'][]>(['own'])
  const [digest, setDigest] = useState(true)
  return (
    <Grid>
      <Select
        label="Manager"
        options={people}
        value={manager}
        onChange={setManager}
        hint="Gets what Omar doesn’t answer in time."
      />
      <ComboBox label="Owner" options={people} value={other} onChange={setOther} placeholder="Type a name" />
      <div className="flex flex-col gap-1.5">
        <Switch checked={digest} onChange={setDigest} hint="In your own zone.">
          Daily digest at 08:00
        </Switch>
        <Switch checked={false} onChange={() => {}} disabledReason="Your organisation has no phone gateway.">
          By text message
        </Switch>
        <Checkbox isIndeterminate>Some of them</Checkbox>
        <Checkbox disabledReason="Only the owner may do this.">Delete everything</Checkbox>
      </div>
      <RadioGroup label="Outcome" options={outcomes} value={outcome} onChange={setOutcome} />
      <CheckboxGroup label="Tell me about" options={mails} value={wanted} onChange={setWanted} />
    </Grid>
  )
}

function Days() {
  const [day, setDay] = useState<string | null>('2026-03-19')
  const [born, setBorn] = useState<string | null>(null)
  const [range, setRange] = useState<{ from: string; to: string } | null>({ from: '2026-01-01', to: '2026-03-17' })
  const isWeekend = (date: string) => [0, 6].includes(new Date(date).getUTCDay())
  return (
    <Grid>
      <DatePicker label="Resolve by" value={day} onChange={setDay} closed={isWeekend} hint="Struck through: closed in Kelby." />
      <DateRange label="Period" value={range} onChange={setRange} />
      <DateField label="Works here since" value={born} onChange={setBorn} optional />
    </Grid>
  )
}

function Special() {
  const [code, setCode] = useState('12')
  const [files, setFiles] = useState<File[]>([])
  return (
    <Grid>
      <CodeField label="Code from your app" value={code} onChange={setCode} hint="Six digits, new every 30 seconds." />
      <CopyField label="Open link" value="https://feedback.northwind.example/f/visit" hint="Anybody who has it may answer." />
      <FileDrop label="A CSV file with units" accept={['text/csv', '.csv']} files={files} onFiles={setFiles} />
    </Grid>
  )
}

/** Goes nowhere: a file whose name says so is slow, or fails. */
function Attaching() {
  const uploads = useUploads(
    {
      async send(file, { onProgress, signal }) {
        for (let share = 0; share < 1; share += 0.1) {
          await new Promise(done => setTimeout(done, file.name.includes('slow') ? 500 : 20))
          signal?.throwIfAborted()
          onProgress?.(share)
        }
        if (file.name.includes('fails')) throw new ApiError(503, 'unavailable', '')
        return { id: file.name }
      },
      discard: () => {},
    },
    { largest: 2_000_000, most: 4 },
  )
  return (
    <div className="max-w-xl">
      <FilePicker label="Evidence" uploads={uploads} accept={['.png', '.txt']}>
        <TextArea label="What was shown" rows={2} />
      </FilePicker>
    </div>
  )
}
