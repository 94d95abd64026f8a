import { previewCommand } from '../../kit/server/previewCommand.ts'
import { metricsPreview } from '../../metrics/preview.ts'

export const metrics = previewCommand('metrics', metricsPreview)
