import { previewCommand } from '../../kit/server/previewCommand.ts'
import { slaPreview } from '../preview.ts'

export const sla = previewCommand('sla', slaPreview)
