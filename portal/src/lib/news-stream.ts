const REOPEN_MS = 60_000

interface NewsListener {
  /** Something of this person's moved, or may have. */
  onChange(): void
  /** The session is over. */
  onEnded(): void
}

let isOpen = false

/** Whether changes are told as they happen. Otherwise pages ask for them. */
export function isHearingNews(): boolean {
  return isOpen
}

/**
 * Hears of changes while the page is in view, over one stream. The browser comes back by itself after a fault; where it
 * may not, or the stream is refused, another try follows a minute later. Gives back how to stop.
 */
export function hearNews(listener: NewsListener): () => void {
  if (typeof EventSource === 'undefined') return () => undefined
  let source: EventSource | null = null
  let later: ReturnType<typeof setTimeout> | undefined

  const close = (): void => {
    clearTimeout(later)
    source?.close()
    source = null
    isOpen = false
  }
  const open = (): void => {
    close()
    if (document.hidden) return
    source = new EventSource('/v1/me/events')
    source.onopen = () => (isOpen = true)
    source.onmessage = listener.onChange
    source.addEventListener('reload', listener.onChange)
    source.addEventListener('ended', () => {
      close()
      listener.onEnded()
    })
    source.onerror = () => {
      const wasOpen = isOpen
      isOpen = false
      if (source?.readyState === EventSource.CLOSED) later = setTimeout(open, REOPEN_MS)
      if (wasOpen) listener.onChange()
    }
  }

  document.addEventListener('visibilitychange', open)
  open()
  return () => {
    document.removeEventListener('visibilitychange', open)
    close()
  }
}
