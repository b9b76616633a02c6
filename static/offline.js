// Registers the service worker and tells the page about it, with events on `window` and the same on <html>, for a page that
// starts to listen later:
//
//   provenance:offline-ready   (data-offline="ready")  this build is kept whole; the page works without network
//   provenance:update-ready    (data-update="ready")   a newer build is kept and waits
//
// The page answers the second with `provenance:apply-update`, which swaps the build and reloads.

(() => {
  if (!("serviceWorker" in navigator) || !location.protocol.startsWith("http")) return;
  const ownBuild = document.querySelector('meta[name="provenance-build"]').content;
  const HOUR = 3_600_000;

  function tell(what) {
    document.documentElement.dataset[what] = "ready";
    window.dispatchEvent(new CustomEvent(`provenance:${what}-ready`));
  }

  function buildOf(worker) {
    return new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = (event) => resolve(event.data);
      worker.postMessage("BUILD?", [port2]);
    });
  }

  // A reload already brings the newest page; then only the kept files lag behind, and may follow if no other tab uses them.
  async function announce(waiting) {
    if ((await buildOf(waiting)) === ownBuild) waiting.postMessage("SKIP_WAITING_IF_ALONE");
    else tell("update");
  }

  function watch(registration) {
    if (registration.waiting && navigator.serviceWorker.controller) announce(registration.waiting);
    registration.addEventListener("updatefound", () => {
      const worker = registration.installing;
      worker?.addEventListener("statechange", () => {
        if (worker.state === "installed" && navigator.serviceWorker.controller) announce(worker);
      });
    });
    const look = () => registration.update().catch(() => {}); // without network there is nothing to find
    setInterval(look, HOUR);
    document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && look());
    window.addEventListener("provenance:apply-update", () => apply(registration));
  }

  function apply(registration) {
    if (!registration.waiting) return location.reload();
    navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
    registration.waiting.postMessage("SKIP_WAITING");
  }

  // A worker is "ready" before it answers for this page. A page that was loaded past it (a forced reload) is never answered for: then
  // the files are kept all the same.
  function inControl() {
    if (navigator.serviceWorker.controller) return Promise.resolve();
    const taken = new Promise((resolve) => navigator.serviceWorker.addEventListener("controllerchange", resolve, { once: true }));
    return Promise.race([taken, new Promise((resolve) => setTimeout(resolve, 3000))]);
  }

  async function start() {
    try {
      watch(await navigator.serviceWorker.register("sw.js", { updateViaCache: "none" }));
      await navigator.serviceWorker.ready;
      await inControl();
      tell("offline");
    } catch (reason) {
      console.warn("Provenance cannot be kept for use without network:", reason);
    }
  }

  if (document.readyState === "complete") start();
  else window.addEventListener("load", start, { once: true });
})();
