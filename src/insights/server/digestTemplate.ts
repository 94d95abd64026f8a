import sharp from 'sharp'
import type { MailTemplate } from '../../mail/template.ts'
import { scoreAxisBounds } from '../../metrics/metricWords.ts'
import { type DigestData, digestMail, type MailedDigest, trendPicture } from '../digestMail.ts'
import { trendSvg } from '../digestTrend.ts'

export const digestTemplate: MailTemplate = {
  name: 'digest',
  render: (data, { baseUrl, brand, t }) => digestMail(data as unknown as MailedDigest, baseUrl, brand, t),
  // A picture in dots: many mail programs show no SVG.
  async pictures(data) {
    const { weeks, metric } = (data as unknown as DigestData).main
    if (weeks.filter(week => week.value !== null).length < 2) return []
    const scale = { min: Math.min(...weeks.map(week => week.low)), max: Math.max(...weeks.map(week => week.high)) }
    const svg = trendSvg(weeks, scoreAxisBounds(metric, scale))
    return [{ name: trendPicture, png: await sharp(Buffer.from(svg)).png({ compressionLevel: 9 }).toBuffer() }]
  },
}
