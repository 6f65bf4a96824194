/** News on their way to a customer's door, signed as its provider signs. */
export interface Notice {
  url: string
  headers: Record<string, string>
  body: string
  dueAt: number
  tries: number
  held: boolean
}
