import { normaliseSentence } from './normalise-sentence.ts'
import type { Language } from './replies.ts'

// Words that no sentence in Portuguese has; `stop` and `help` are understood by everybody and say nothing of it.
const ENGLISH = new Set(['the', 'my', 'i', 'you', 'owe', 'how', 'much', 'want', 'need', 'talk', 'human', 'agent', 'hello', 'hi', 'thanks', 'thank', 'already', 'paid', 'pay', 'wrong', 'number', 'person', 'who', 'is', 'this', 'what', 'will', 'balance', 'please', 'cannot', 'not'])

/** In what a sentence is written; null where its words do not tell. */
export function languageOf(text: string): Language | null {
  const words = normaliseSentence(text).filter((word) => /[a-z]/.test(word))
  const english = words.filter((word) => ENGLISH.has(word)).length
  if (english * 2 > words.length) return 'en'
  return words.length > 1 ? 'pt' : null
}
