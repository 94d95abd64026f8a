import { Page } from '../../../kit/web/ui/page/Page.tsx'
import { Acting } from './Acting.tsx'
import { Charts } from './Charts.tsx'
import { Fields } from './Fields.tsx'
import { Lists } from './Lists.tsx'
import { Showing } from './Showing.tsx'

/** Every component there is, in every state: to choose from, and for the tests to look at. What it says is example, not product. */
export function KitPage() {
  return (
    <Page title="The kit" beside="every component, in every state">
      <Showing />
      <Acting />
      <Fields />
      <Lists />
      <Charts />
    </Page>
  )
}
