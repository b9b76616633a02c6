// Inlined into the page: the reader's theme before the first paint, and a readable sentence where the program cannot start
// or stops.

(() => {
  const root = document.documentElement;
  let running = false;

  try {
    const theme = localStorage.getItem("provenance.theme");
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  } catch {
    // Storage may be blocked; then the system's theme holds.
  }

  function explain(title, advice, detail) {
    const boot = document.getElementById("boot") ?? document.body.appendChild(document.createElement("div"));
    boot.id = "boot";
    boot.className = "boot boot--failed";
    boot.setAttribute("role", "alert");
    const heading = document.createElement("h1");
    heading.textContent = title;
    const text = document.createElement("p");
    text.textContent = advice;
    const more = document.createElement("p");
    more.className = "boot__detail";
    more.textContent = String(detail ?? "");
    const again = document.createElement("button");
    again.type = "button";
    again.className = "btn primary";
    again.textContent = "Load again";
    again.addEventListener("click", () => location.reload());
    boot.replaceChildren(heading, text, more, again);
  }

  function onFailure(event) {
    const reason = event.error ?? event.reason ?? event.message ?? event.target?.src ?? "";
    if (running) {
      if (reason instanceof WebAssembly.RuntimeError) {
        explain("Provenance stopped.", "Something unexpected happened inside the page. Your file is untouched; load the page again to go on.", reason);
      }
    } else if (typeof WebAssembly !== "object") {
      explain("This browser is too old for Provenance.", "It needs WebAssembly, which every current browser has.", reason);
    } else {
      explain("Provenance could not be loaded.", "A part of the page did not arrive or could not start. Check the connection and load it again.", reason);
    }
  }

  window.addEventListener("error", onFailure, true);
  window.addEventListener("unhandledrejection", onFailure);
  window.addEventListener("TrunkApplicationStarted", () => {
    running = true;
    document.getElementById("boot")?.remove();
  });
})();
