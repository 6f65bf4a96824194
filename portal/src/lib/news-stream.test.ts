import { beforeEach, expect, test, vi } from 'vitest'
import { hearNews, isHearingNews } from './news-stream.ts'

class Stream extends EventTarget {
  static readonly CLOSED = 2
  static all: Stream[] = []
  readyState = 0
  onopen?: () => void
  onmessage?: () => void
  onerror?: () => void
  readonly url: string
  constructor(url: string) {
    super()
    this.url = url
    Stream.all.push(this)
  }
  close = () => (this.readyState = 2)
  opens = () => ((this.readyState = 1), this.onopen?.())
  breaks = (readyState: number) => ((this.readyState = readyState), this.onerror?.())
}

const page = Object.assign(new EventTarget(), { hidden: false })
const look = (hidden: boolean) => (Object.assign(page, { hidden }), page.dispatchEvent(new Event('visibilitychange')))
const listener = { onChange: vi.fn(), onEnded: vi.fn() }
const newest = () => Stream.all.at(-1)!

beforeEach(() => {
  vi.useFakeTimers()
  vi.clearAllMocks()
  Stream.all = []
  page.hidden = false
  vi.stubGlobal('EventSource', Stream)
  vi.stubGlobal('document', page)
  return () => vi.unstubAllGlobals()
})

test('a page in view hears of changes, and of what it may have missed', () => {
  const stop = hearNews(listener)
  expect([newest().url, isHearingNews()]).toEqual(['/v1/me/events', false])
  newest().opens()
  newest().dispatchEvent(new Event('reload'))
  newest().onmessage!()
  expect([isHearingNews(), listener.onChange.mock.calls.length]).toEqual([true, 2])
  stop()
  expect([isHearingNews(), newest().readyState]).toEqual([false, Stream.CLOSED])
})

test('a page out of view holds no stream, and opens one when it is looked at again', () => {
  const stop = hearNews(listener)
  newest().opens()
  look(true)
  expect([Stream.all.length, newest().readyState, isHearingNews()]).toEqual([1, Stream.CLOSED, false])
  look(false)
  expect([Stream.all.length, newest().readyState]).toEqual([2, 0])
  stop()
})

test('a fault is the browser’s to mend; a stream that was refused is tried again a minute later', () => {
  const stop = hearNews(listener)
  newest().opens()
  newest().breaks(0)
  expect([isHearingNews(), listener.onChange.mock.calls.length]).toEqual([false, 1])
  vi.advanceTimersByTime(60_000)
  expect(Stream.all.length).toBe(1)
  newest().breaks(Stream.CLOSED)
  vi.advanceTimersByTime(60_000)
  expect(Stream.all.length).toBe(2)
  stop()
})

test('the end of the session is told once, and the stream stays closed', () => {
  const stop = hearNews(listener)
  newest().opens()
  newest().dispatchEvent(new Event('ended'))
  vi.advanceTimersByTime(120_000)
  expect([listener.onEnded.mock.calls.length, Stream.all.length, isHearingNews()]).toEqual([1, 1, false])
  stop()
})

test('a browser without EventSource asks as before', () => {
  vi.stubGlobal('EventSource', undefined)
  hearNews(listener)()
  expect([isHearingNews(), Stream.all.length]).toEqual([false, 0])
})
