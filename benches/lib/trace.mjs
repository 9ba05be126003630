// What the main thread of a page did, from Chromium's own trace.

const CATEGORIES = ['devtools.timeline', 'disabled-by-default-devtools.timeline'];

// As the performance panel of the browser's tools sorts them.
const SCRIPTING = new Set([
  'EvaluateScript', 'v8.compile', 'v8.compileModule', 'v8.evaluateModule', 'FunctionCall', 'TimerFire',
  'FireAnimationFrame', 'FireIdleCallback', 'EventDispatch', 'RunMicrotasks', 'MajorGC', 'MinorGC',
]);
const RENDERING = new Set([
  'UpdateLayoutTree', 'Layout', 'PrePaint', 'Paint', 'Layerize', 'UpdateLayer', 'Commit', 'HitTest', 'ParseHTML',
  'ParseAuthorStyleSheet',
]);

/** Traces a page while `use` runs. The answer is the events of its main thread, in order. */
export async function traced(page, use) {
  await page.tracing.start({ categories: CATEGORIES });
  await use();
  const { traceEvents } = JSON.parse(new TextDecoder().decode(await page.tracing.stop()));
  // A blank tab has a main thread too, but no timers.
  const drawing = traceEvents.find(({ name }) => name === 'TimerFire');
  if (!drawing) throw new Error('the trace has no page at work');
  const events = traceEvents.filter(({ ph, pid, tid }) => ph === 'X' && pid === drawing.pid && tid === drawing.tid);
  return events.sort((a, b) => a.ts - b.ts || b.dur - a.dur);
}

/** Milliseconds in which scripts ran, those of layout and drawing within them not counted. */
export function scripting(events) {
  let micros = 0;
  const around = [];
  for (const event of events.filter(({ name }) => SCRIPTING.has(name) || RENDERING.has(name))) {
    while (around.length > 0 && around.at(-1).ts + around.at(-1).dur <= event.ts) around.pop();
    if (around.length > 0 && SCRIPTING.has(around.at(-1).name)) micros -= event.dur;
    if (SCRIPTING.has(event.name)) micros += event.dur;
    around.push(event);
  }
  return micros / 1000;
}

/**
 * For each frame of a screen the milliseconds of all tasks that begin in it. Frames of the screen
 * and not of the page: where the browser moves things beside the main thread, the page has none.
 */
export function workByFrame(events, perSecond) {
  const length = 1e6 / perSecond;
  const begin = events[0].ts;
  const frames = Array.from({ length: Math.floor((events.at(-1).ts - begin) / length) }, () => ({ clock: 0, processor: 0 }));
  for (const task of events.filter(({ name }) => name === 'RunTask')) {
    const frame = frames[Math.floor((task.ts - begin) / length)];
    // The last one is cut off.
    if (!frame) continue;
    frame.clock += task.dur / 1000;
    frame.processor += (task.tdur ?? task.dur) / 1000;
  }
  return frames;
}
