/**
 * In the page: notes the next click, and the first frame after it in which a selector is there, or
 * no longer. `window.__click` becomes the page time of the click, and the time until that frame.
 */
export function noteNextClick({ selector, there }) {
  window.__click = new Promise((resolve) => {
    addEventListener('click', (click) => {
      const look = () => {
        if ((document.querySelector(selector) !== null) !== there) return requestAnimationFrame(look);
        // A message sent in a frame's callback arrives when that frame has been laid out and drawn.
        const { port1, port2 } = new MessageChannel();
        // The event's own stamp is of the press itself, before any script of the page had its turn.
        port1.onmessage = () => resolve({ at: click.timeStamp, untilFrame: performance.now() - click.timeStamp });
        port2.postMessage(null);
      };
      requestAnimationFrame(look);
    }, { capture: true, once: true });
  });
}
