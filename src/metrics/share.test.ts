import { describe, expect, test } from 'vitest'
import { causeShare } from './share.ts'

describe('the share of a cause', () => {
  test('is of the alerts that name any', () =>
    expect(causeShare(2, 3)).toMatchObject({ kind: 'score', definition: 'cause-share@1', score: 2 / 3, n: 3, count: 2 }))
  test('is none where no alert names any', () => expect(causeShare(0, 0).kind).toBe('none'))
})
