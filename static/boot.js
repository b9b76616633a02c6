// Inlined into the page: the reader's theme and language before the first paint, and a readable sentence where the program cannot
// start or stops.

(() => {
  const root = document.documentElement;
  let running = false;
  let language = navigator.language;

  try {
    const theme = localStorage.getItem("provenance.theme");
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
    language = localStorage.getItem("provenance.language") ?? language;
  } catch {
    // Storage may be blocked; then the system's theme and language hold.
  }
  const chinese = /^zh/i.test(language);
  const say = (english, other) => (chinese ? other : english);
  if (chinese) {
    root.lang = "zh-Hans";
    document.addEventListener("DOMContentLoaded", () => {
      for (const part of document.querySelectorAll("#boot [data-zh]")) part.textContent = part.dataset.zh;
    });
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
    again.textContent = say("Load again", "重新载入");
    again.addEventListener("click", () => location.reload());
    boot.replaceChildren(heading, text, more, again);
  }

  function onFailure(event) {
    const reason = event.error ?? event.reason ?? event.message ?? event.target?.src ?? "";
    if (running) {
      if (reason instanceof WebAssembly.RuntimeError) {
        explain(
          say("Provenance stopped.", "Provenance 已停止。"),
          say("Something unexpected happened inside the page. Your file is untouched; load the page again to go on.", "页面内部发生意外。您的文件未受影响，请重新载入页面后继续。"),
          reason,
        );
      }
    } else if (typeof WebAssembly !== "object" || /DecompressionStream/.test(reason)) {
      // The second is what the single file unpacks its programs with.
      explain(
        say("This browser is too old for Provenance.", "此浏览器版本过旧，无法运行 Provenance。"),
        say("It needs WebAssembly and DecompressionStream, which every current browser has.", "需要 WebAssembly 和 DecompressionStream，目前的浏览器都具备。"),
        reason,
      );
    } else {
      explain(
        say("Provenance could not be loaded.", "未能载入 Provenance。"),
        say(
          "A part of the page is missing or could not start. Check the connection and load it again; of a file on a disk, get another copy.",
          "页面缺少某一部分或未能启动。请检查网络后重新载入；若是磁盘上的文件，请另取一份。",
        ),
        reason,
      );
    }
  }

  window.addEventListener("error", onFailure, true);
  window.addEventListener("unhandledrejection", onFailure);
  window.addEventListener("TrunkApplicationStarted", () => {
    running = true;
    document.getElementById("boot")?.remove();
  });
})();
