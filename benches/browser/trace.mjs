// The longest task of the page's main thread, from Chromium's own trace: script, style, layout and paint of one turn of its event loop.
//
// The length is processor time of that thread, so that other programs on the machine do not count; where the trace has none, it is the time
// on the clock. A turn cut in two by the browser counts as two, as it does for the reader.

/** What makes up a task, by the names that Chromium gives. */
const PARTS = { script: /^(FunctionCall|EvaluateScript|FireAnimationFrame|TimerFire|EventDispatch|RunMicrotasks|v8\.)/, gc: /GC/, style: /^(UpdateLayoutTree|ParseHTML)/, layout: /^(Layout|PrePaint)$/, paint: /^(Paint|Layerize|Commit|UpdateLayer)/ };

/** The longest of all in a trace: `{ ms, clock, made }`, `made` being its parts in words. */
export function longestTask(buffer) {
  const events = JSON.parse(buffer.toString("utf8")).traceEvents;
  const main = mainThread(events);
  const own = events.filter((event) => event.ph === "X" && event.pid === main.pid && event.tid === main.tid);
  const tasks = own.filter((event) => event.name === "RunTask" || event.name === "ThreadControllerImpl::RunTask");
  const none = { ts: 0, dur: 0, tdur: 0 };
  const longest = tasks.reduce((best, task) => (cost(task) > cost(best) ? task : best), none);
  return { ms: cost(longest) / 1000, clock: Math.max(0, ...tasks.map((task) => task.dur)) / 1000, made: parts(longest, own) };
}

const cost = (event) => event.tdur ?? event.dur;

/** The main thread of the renderer that worked most: the browser may keep a spare one. */
function mainThread(events) {
  const names = events.filter((event) => event.name === "thread_name" && event.args.name === "CrRendererMain");
  const busy = ({ pid, tid }) => events.reduce((sum, event) => sum + (event.ph === "X" && event.pid === pid && event.tid === tid ? event.dur : 0), 0);
  return names.sort((a, b) => busy(b) - busy(a))[0];
}

/** Where the time of a task went, the largest part first. */
function parts(task, events) {
  const inside = events.filter((event) => event.ts > task.ts && event.ts + event.dur <= task.ts + task.dur);
  const sums = Object.entries(PARTS).map(([name, pattern]) => {
    const matching = inside.filter((event) => pattern.test(event.name));
    // An event within one of its own part counts once.
    const outer = matching.filter((event) => !matching.some((other) => other !== event && other.ts <= event.ts && other.ts + other.dur >= event.ts + event.dur && other.dur > event.dur));
    return [name, outer.reduce((sum, event) => sum + cost(event), 0) / 1000];
  });
  return sums.filter(([, ms]) => ms >= 1).sort((a, b) => b[1] - a[1]).map(([name, ms]) => `${name} ${ms.toFixed(0)}`).join(", ");
}
