import { Page } from '../../../kit/web/ui/Page.tsx'
export function KitPage() { return <Page title="The kit">…</Page> }
