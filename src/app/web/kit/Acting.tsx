import { pathTo } from '../../../kit/paths.ts'
import { useState } from 'react'
import { ApiError } from '../../../kit/web/problem.ts'
import { Button } from '../../../kit/web/ui/Button.tsx'
import { Chip } from '../../../kit/web/ui/Chip.tsx'
import { Dialog } from '../../../kit/web/ui/overlay/Dialog.tsx'
import { Empty } from '../../../kit/web/ui/state/Empty.tsx'
import { ErrorState } from '../../../kit/web/ui/state/ErrorState.tsx'
import { LinkButton } from '../../../kit/web/ui/LinkButton.tsx'
import { Menu } from '../../../kit/web/ui/overlay/Menu.tsx'
import { Popover } from '../../../kit/web/ui/overlay/Popover.tsx'
import { Segmented } from '../../../kit/web/ui/form/Segmented.tsx'
import { Sheet } from '../../../kit/web/ui/overlay/Sheet.tsx'
import { Skeleton } from '../../../kit/web/ui/state/Skeleton.tsx'
import { Tag } from '../../../kit/web/ui/Tag.tsx'
import { Tooltip } from '../../../kit/web/ui/overlay/Tooltip.tsx'
import { toast, toastDelayed, toastError, toastUndo } from '../../../kit/web/toasts.ts'
import { Grid, Row, Specimen } from './Specimen.tsx'

export function Acting() {
  const [by, setBy] = useState<'month' | 'week' | 'day'>('month')
  return (
    <>
      <Specimen name="Buttons">
        <div className="flex flex-wrap items-center gap-2">
          <Button variant="main" icon="call" kbd="C">
            Call Dana
          </Button>
          <Button kbd="A">Reassign</Button>
          <Button variant="quiet">Cancel</Button>
          <Button variant="danger">Delete rule</Button>
          <Button icon="more" label="More" />
          <Button size="small" icon="copy">
            Copy link
          </Button>
          <LinkButton href={pathTo('/kit')} icon="download">
            Export CSV
          </LinkButton>
          <Button busy="Importing 412 of 1,200" />
        </div>
        <Row>
          <Button disabledReason="Speak with Dana first. A tried call doesn’t count." kbd="E">
            Resolve
          </Button>
        </Row>
        <Row>
          <Segmented
            label="Period"
            value={by}
            onChange={setBy}
            options={[
              { id: 'month', label: 'Month' },
              { id: 'week', label: 'Week' },
              { id: 'day', label: 'Day' },
            ]}
          />
          <Chip label="Unit" value="Northmoor" onRemove={() => {}} />
          <Chip icon="add" label="Segment" />
          <Chip icon="check" value="Call-back not kept" selected />
          <Tag>business</Tag>
          <Tag onRemove={() => {}}>second visit</Tag>
        </Row>
      </Specimen>
      <Specimen name="What floats">
        <Floating />
      </Specimen>
      <Specimen name="Empty, loading, failed">
        <Grid>
          <Empty title="Nothing is due today" action={<Button>Look at my team</Button>}>
            Two customers have yet to confirm. Your next promise is tomorrow at 11:00.
          </Empty>
          <Skeleton label="Loading alerts" />
          <ErrorState error={new ApiError(0, 'timeout', '')} retry={() => {}} />
        </Grid>
      </Specimen>
    </>
  )
}

function Floating() {
  const [open, setOpen] = useState<'dialog' | 'sheet' | null>(null)
  const close = () => setOpen(null)
  return (
    <div className="flex flex-wrap gap-2">
      <Menu
        label="Assign to"
        entries={[
          { id: 'mira', label: 'Mira Lindqvist', detail: '4 open', checked: true },
          { id: 'jill', label: 'Jill Marsh', detail: '2 open', kbd: 'J' },
          { id: 'sam', label: 'Sam Brandt', disabledReason: 'away to 20 March' },
          'line',
          { id: 'team', label: 'Whole team, Northmoor', icon: 'people' },
          { id: 'drop', label: 'Delete', icon: 'trash', danger: true },
        ]}
      >
        <Button icon="people">Menu</Button>
      </Menu>
      <Popover label="Why" trigger={<Button>Popover</Button>} className="max-w-72">
        Eight working hours from Monday 17:10, in Kelby’s hours.
      </Popover>
      <Tooltip text="Also with Ctrl K">
        <Button>Tooltip</Button>
      </Tooltip>
      <Button onPress={() => setOpen('dialog')}>Dialog</Button>
      <Button onPress={() => setOpen('sheet')}>Sheet</Button>
      <Button onPress={() => toast('Settings saved')}>Toast</Button>
      <Button onPress={() => toastUndo('Alert given to Jill Marsh', () => toast('Alert is yours again'))}>Toast with undo</Button>
      <Button onPress={() => toastDelayed('Reply goes out in 10 s', () => toast('Reply sent'), 'Take it back')}>
        Toast before
      </Button>
      <Button onPress={() => toastError(new ApiError(503, 'unavailable', ''))}>Toast of a failure</Button>
      <Dialog
        open={open === 'dialog'}
        onClose={close}
        title="Switch on “Recovery, business”?"
        actions={
          <>
            <Button variant="quiet" onPress={close}>
              Cancel
            </Button>
            <Button variant="main" onPress={close}>
              Switch on
            </Button>
          </>
        }
      >
        It would have raised 142 alerts in the last 90 days, about 11 a week, for 9 owners. Every unit has an owner.
      </Dialog>
      <Sheet open={open === 'sheet'} onClose={close} title="Dana Whitlock">
        What stands beside its list.
      </Sheet>
    </div>
  )
}
