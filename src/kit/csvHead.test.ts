import { expect, it } from 'vitest'
import { firstRecords } from './csvHead.ts'

it('shows the beginning of a file as it will be read', () => {
  expect(firstRecords('\uFEFFunit;name\r\n\r\nkelby;"Kelby ""depot"";\nyard"\r\nx;y', 2)).toEqual([
    ['unit', 'name'],
    ['kelby', 'Kelby "depot";\nyard'],
  ])
  expect(firstRecords('a,b\n1,2', 9)).toEqual([
    ['a', 'b'],
    ['1', '2'],
  ])
  expect(firstRecords('', 3)).toEqual([])
})
