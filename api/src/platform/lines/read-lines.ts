/** A line of a file as it came; `bytes` is null where the line is longer than the limit. */
export interface RawLine {
  number: number
  bytes: Buffer | null
}

export const LONGEST_LINE_BYTES = 16 * 1024
const LINE_FEED = 0x0a
const CARRIAGE_RETURN = 0x0d
const NOTHING: Buffer = Buffer.alloc(0)

/**
 * Cuts a stream into lines, those that end in one chunk at a time, in constant memory: of a line beyond the limit no
 * more is kept than it takes to see that. Lines count from 1; the last one needs no line feed.
 */
export async function* readLines(source: AsyncIterable<Buffer>): AsyncGenerator<RawLine[]> {
  let rest = NOTHING
  let number = 0
  const cut = (piece: Buffer): RawLine => {
    const bytes = join(rest, piece)
    rest = NOTHING
    number += 1
    return { number, bytes: bytes.length > LONGEST_LINE_BYTES ? null : withoutReturn(bytes) }
  }
  for await (const chunk of source) {
    const lines: RawLine[] = []
    let start = 0
    for (let end = chunk.indexOf(LINE_FEED); end !== -1; end = chunk.indexOf(LINE_FEED, start)) {
      lines.push(cut(chunk.subarray(start, end)))
      start = end + 1
    }
    rest = join(rest, chunk.subarray(start))
    yield lines
  }
  if (rest.length > 0) yield [cut(NOTHING)]
}

function join(rest: Buffer, piece: Buffer): Buffer {
  if (rest.length > LONGEST_LINE_BYTES) return rest
  const short = piece.subarray(0, LONGEST_LINE_BYTES + 1)
  return rest.length === 0 ? short : Buffer.concat([rest, short])
}

// A carriage return belongs to the end of the line, as Windows writes it.
function withoutReturn(bytes: Buffer): Buffer {
  return bytes.at(-1) === CARRIAGE_RETURN ? bytes.subarray(0, -1) : bytes
}
