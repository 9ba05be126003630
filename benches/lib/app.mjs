// What a person does in the app, by the names that DESIGN section 7 promises.

/** Opens a page of the app and waits until the app has taken over. */
export async function open(page, address) {
  // With a fragment alone changed the page would not be loaded anew.
  await page.goto('about:blank');
  await page.goto(address, { waitUntil: 'load' });
  await page.waitForSelector('html[data-ready="true"]');
}

/** Nothing is explained before it begins, as to somebody who knows it: the timeline is the routine's own. */
export async function knowsItAll(page) {
  await page.evaluateOnNewDocument(() => {
    try {
      localStorage.setItem('unknot/health', JSON.stringify({ format: 1, data: { screened: '2026-11-24', tier: 'none', conditions: [] } }));
      localStorage.setItem('unknot/settings', JSON.stringify({ format: 1, data: { explain: 'never', phone_down: false } }));
    } catch {
      // A blank page has no storage.
    }
  });
}

/** Presses a button with a real click: sound needs a person's gesture. */
export async function press(page, name) {
  const button = await page.waitForSelector(`::-p-aria([name="${name}"][role="button"])`, { visible: true });
  await button.click();
}

/** Starts the session of the open play page. */
export async function start(page) {
  await press(page, 'Start');
  await page.waitForSelector('[role="timer"]');
}

/** Ends the running session before its time. */
export async function end(page) {
  await press(page, 'End');
  await page.waitForSelector('dialog[open]');
  await press(page, 'End');
  await page.waitForSelector('h1::-p-text(Session ended early)');
}
