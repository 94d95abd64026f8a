import type { Sign } from '../../condition.ts'
import { AnswerSign } from './AnswerSign.tsx'
import { CommentSign } from './CommentSign.tsx'
import { SeriesSign } from './SeriesSign.tsx'
import { SeveralSign } from './SeveralSign.tsx'
import type { SignProps } from './sign.ts'
import { SilenceSign } from './SilenceSign.tsx'
import { TrendSign } from './TrendSign.tsx'

/** The fields of one condition, whatever it looks at. */
export function SignEditor({ sign, ...rest }: SignProps<Sign>) {
  if ('series' in sign) return <SeriesSign sign={sign} {...rest} />
  if ('several' in sign) return <SeveralSign sign={sign} {...rest} />
  if ('comment' in sign) return <CommentSign sign={sign} {...rest} />
  if ('trend' in sign) return <TrendSign sign={sign} {...rest} />
  if ('silence' in sign) return <SilenceSign sign={sign} {...rest} />
  return <AnswerSign sign={sign} {...rest} />
}
