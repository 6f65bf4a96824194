import type { PushSubscriptionInput } from '@repactua/shared/contract/contact-choices.ts'

/** How pushes stand in this browser. `blocked`: the person said no to it, and it does not ask again. */
export type PushState = { kind: 'unsupported' } | { kind: 'blocked' } | { kind: 'ready'; endpoint: string | null }

const WORKER = '/push-worker.js'

export async function readPushState(): Promise<PushState> {
  if (!isSupported()) return { kind: 'unsupported' }
  if (Notification.permission === 'denied') return { kind: 'blocked' }
  return { kind: 'ready', endpoint: (await currentSubscription())?.endpoint ?? null }
}

/**
 * Asks the browser for leave, then subscribes it anew, so that nothing is left of whoever used it before. Null where the person said
 * no or closed the question. It is called right after a press: a browser asks at no other time.
 */
export async function subscribeBrowser(key: string): Promise<PushSubscriptionInput | null> {
  if ((await Notification.requestPermission()) !== 'granted') return null
  await unsubscribeBrowser()
  await navigator.serviceWorker.register(WORKER)
  const { pushManager } = await navigator.serviceWorker.ready
  const { endpoint = '', keys = {} } = (await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key })).toJSON()
  return { endpoint, keys: { p256dh: keys['p256dh'] ?? '', auth: keys['auth'] ?? '' } }
}

export async function unsubscribeBrowser(): Promise<void> {
  await (await currentSubscription())?.unsubscribe()
}

function isSupported(): boolean {
  return 'serviceWorker' in navigator && 'PushManager' in globalThis && 'Notification' in globalThis
}

async function currentSubscription(): Promise<PushSubscription | null> {
  const registration = await navigator.serviceWorker.getRegistration(WORKER)
  return (await registration?.pushManager.getSubscription()) ?? null
}
