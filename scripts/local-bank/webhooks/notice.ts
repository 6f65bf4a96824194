/** One piece of news on its way to a webhook, as things stood when it happened. */
export interface Notice {
  /** Where it is posted. */
  url: string
  body: unknown
  tries: number
  /** Instant, ISO; a held notice waits for a word. */
  dueAt: string
  held: boolean
}
