// Shows what the API pushes to this device, and opens the portal where it is tapped. It keeps nothing and caches nothing.

self.addEventListener('push', (event) => {
  event.waitUntil(show(read(event.data)))
})

self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(self.clients.openWindow(event.notification.data.url))
})

const PLAIN = { title: 'Repactua', body: 'Há uma novidade para você. Entre para ver.', url: '/' }

// Browsers demand that each push shows something, so one that cannot be read still says a true word.
function read(data) {
  try {
    const { title, body, url } = data.json()
    return title && body ? { title, body, url: inside(url) } : PLAIN
  } catch {
    return PLAIN
  }
}

// A tap never leaves the portal.
function inside(url) {
  const address = new URL(url, self.location.origin)
  return address.origin === self.location.origin ? address.href : '/'
}

function show({ title, body, url }) {
  return self.registration.showNotification(title, { body, lang: 'pt-BR', tag: url, data: { url } })
}
