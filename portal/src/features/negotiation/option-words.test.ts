import { expect, test } from 'vitest'
import { campaignsInWords } from './option-words.ts'

test('an option of a campaign says that the budget is limited, with neither a date nor a hurry', () => {
  const [line] = campaignsInWords({ campaigns: [{ code: 'FIM', name: 'Fim de ano', endsOn: '2026-11-30' }] })
  expect(line).toBe('Da campanha Fim de ano, que tem verba limitada. Se a verba acabar antes da assinatura, você vê aqui as outras opções.')
  expect(campaignsInWords({})).toEqual([])
})
