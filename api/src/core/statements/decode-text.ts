import { err, ok, type Result } from '../result.ts'
import type { BrokenLine } from './types.ts'

/** Control characters, those of C1 too, but for the ends of lines, tabs and the end mark of old systems. */
const UNPRINTED = /[\u0000-\u0008\u000b\u000c\u000e-\u0019\u001b-\u001f\u007f-\u009f]/

/**
 * The text of a bank's file. What its header says of letters is often wrong, so the bytes decide: UTF-8 where they are
 * that, Windows-1252 (which has all of Latin-1) otherwise. Refuses control characters, with their line.
 */
export function decodeText(bytes: Uint8Array): Result<string, BrokenLine[]> {
  const text = decode(bytes)
  const at = text.search(UNPRINTED)
  return at < 0 ? ok(text) : err([{ line: lineAt(text, at), reason: 'wrong_character' }])
}

/** The line, counted from 1, of a place in a text. */
export function lineAt(text: string, at: number): number {
  return text.slice(0, at).split('\n').length
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
