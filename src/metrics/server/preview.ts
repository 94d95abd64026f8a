import { previewCommand } from '../../kit/server/previewCommand.ts'
import { metricsPreview } from '../preview.ts'

export const metrics = previewCommand('metrics', metricsPreview)
