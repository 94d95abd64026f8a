import { previewCommand } from '../../kit/server/previewCommand.ts'
import { slaPreview } from '../slaPreview.ts'

export const slaPreviewCommand = previewCommand('sla', slaPreview)
