// The service worker: keeps one whole build of Provenance for use without network. The build fills in the two constants
// (.ci/lib/finish-dist.mjs).
//
// - Each build has a cache of its own, filled past the browser's HTTP cache, so files of two builds never mix.
// - A new build waits until the page asks for it; nothing is swapped under a reader's hands.
// - Navigation goes to the network first, so a reload brings the newest page; all other files come from this build's cache.

const BUILD = "BUILD_ID";
const FILES = ["FILES"];
const PREFIX = "provenance-";
const CACHE = PREFIX + BUILD;

self.addEventListener("install", (event) => {
  event.waitUntil(fill());
});

self.addEventListener("activate", (event) => {
  event.waitUntil(removeOldCaches().then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || new URL(request.url).origin !== self.location.origin) return;
  event.respondWith(request.mode === "navigate" ? networkFirst(request) : cacheFirst(request));
});

self.addEventListener("message", (event) => {
  if (event.data === "BUILD?") event.ports[0].postMessage(BUILD);
  if (event.data === "SKIP_WAITING") self.skipWaiting();
  if (event.data === "SKIP_WAITING_IF_ALONE") event.waitUntil(skipWaitingIfAlone());
});

async function fill() {
  const cache = await caches.open(CACHE);
  await cache.addAll(FILES.map((file) => new Request(file, { cache: "reload" })));
}

async function removeOldCaches() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(PREFIX) && name !== CACHE).map((name) => caches.delete(name)));
}

async function skipWaitingIfAlone() {
  const pages = await self.clients.matchAll({ includeUncontrolled: true });
  if (pages.length <= 1) await self.skipWaiting();
}

async function networkFirst(request) {
  try {
    return await fetch(request);
  } catch (error) {
    const page = await fromCache("./");
    if (page) return page;
    throw error;
  }
}

async function cacheFirst(request) {
  return (await fromCache(request)) ?? fetch(request);
}

async function fromCache(request) {
  const cache = await caches.open(CACHE);
  return cache.match(request, { ignoreVary: true });
}
