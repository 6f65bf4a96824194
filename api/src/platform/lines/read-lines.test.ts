import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LONGEST_LINE_BYTES, readLines } from './read-lines.ts'

async function linesOf(...chunks: (string | Buffer)[]) {
  const lines: [number, string | null][] = []
  async function* source() {
    for (const chunk of chunks) yield Buffer.from(chunk)
  }
  for await (const some of readLines(source())) for (const { number, bytes } of some) lines.push([number, bytes?.toString() ?? null])
  return lines
}

test('lines are put together across chunks', async () => {
  expect(await linesOf('a', 'b\nc', '', '\r\n\nd')).toEqual([[1, 'ab'], [2, 'c'], [3, ''], [4, 'd']])
})

test('nothing has no line', async () => {
  expect(await linesOf()).toEqual([])
  expect(await linesOf('a\n')).toEqual([[1, 'a']])
})

test('a line at the limit is read, one beyond it is passed over, and the next one is whole', async () => {
  const longest = 'x'.repeat(LONGEST_LINE_BYTES)
  expect(await linesOf(`${longest}\n${longest}x\nb`)).toEqual([[1, longest], [2, null], [3, 'b']])
  expect(await linesOf(longest, longest, `${longest}\nb\n`)).toEqual([[1, null], [2, 'b']])
})

test('where the chunks are cut changes nothing', async () => {
  await fc.assert(fc.asyncProperty(fc.string(), fc.array(fc.nat(200), { maxLength: 20 }), async (text, cuts) => {
    const bytes = Buffer.from(`${text}\n${text}`)
    const places = [0, ...cuts.map((cut) => Math.min(cut, bytes.length)), bytes.length].sort((a, b) => a - b)
    const chunks = places.slice(1).map((end, i) => bytes.subarray(places[i], end))
    expect(await linesOf(...chunks)).toEqual(await linesOf(bytes))
  }))
})
