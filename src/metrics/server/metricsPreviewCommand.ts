import { previewCommand } from '../../kit/server/previewCommand.ts'
import { metricsPreview } from '../metricsPreview.ts'

export const metricsPreviewCommand = previewCommand('metrics', metricsPreview)
