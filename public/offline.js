// Registers the service worker and stands between it and the app. The app reads `data-offline` and
// `data-install` of the root element, hears `unknot-offline` when they change, asks by
// `unknot-accept-update` and `unknot-install`, and says by `data-session` what a reload would end.

const HOUR_MS = 3_600_000;
const root = document.documentElement;

// In a frame the site belongs to somebody else's page; a file has no worker.
if (window.parent === window && location.protocol !== "file:" && "serviceWorker" in navigator) {
  offerInstall();
  keepOffline(navigator.serviceWorker).catch(() => {
    if (!navigator.serviceWorker.controller) tell("offline", "failed");
  });
}

function tell(name, value) {
  if (root.dataset[name] === value) return;
  if (value) root.dataset[name] = value;
  else delete root.dataset[name];
  dispatchEvent(new CustomEvent("unknot-offline"));
}

async function keepOffline(workers) {
  reloadOnChange(workers);
  workers.addEventListener("message", (event) => {
    if (event.data?.type === "unknot-running?") {
      // A session that is only in memory would be lost as surely as one that runs.
      event.ports[0].postMessage({ running: ["running", "unsaved"].includes(root.dataset.session) });
    }
  });
  workers.startMessages();

  // Registering can take long when the network is gone.
  if (workers.controller) tell("offline", "ready");
  const registration = await workers.register(new URL("sw.js", import.meta.url), { updateViaCache: "none" });
  const look = () => tell("offline", stateOf(registration));
  const watch = (worker) => worker?.addEventListener("statechange", look);
  registration.addEventListener("updatefound", () => watch(registration.installing));
  watch(registration.installing);
  watch(registration.waiting);
  look();
  addEventListener("unknot-accept-update", () => {
    if (registration.waiting) accept(registration.waiting);
  });
  checkForUpdates(registration);
}

function stateOf({ installing, waiting, active }) {
  const lives = (worker) => worker && worker.state !== "redundant";
  if (lives(active)) return lives(waiting) ? "update" : "ready";
  return lives(waiting) || lives(installing) ? undefined : "failed";
}

function checkForUpdates(registration) {
  let checked = Date.now();
  const check = () => {
    checked = Date.now();
    // Without the network there is nothing new.
    registration.update().catch(() => {});
  };
  // A first worker has only just come.
  if (registration.active) check();
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible" && Date.now() - checked >= HOUR_MS) check();
  });
}

function accept(worker) {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = (event) => {
    port1.close();
    if (event.data.refused) tell("offline", "refused");
  };
  // A page that was loaded past the worker is not told of a change of worker.
  worker.addEventListener("statechange", () => {
    if (worker.state === "activated") reloadWhenIdle();
  });
  worker.postMessage({ type: "unknot-accept" }, [port2]);
}

function reloadOnChange(workers) {
  let controlled = Boolean(workers.controller);
  workers.addEventListener("controllerchange", () => {
    // The first worker serves what the page already is.
    if (controlled) reloadWhenIdle();
    controlled = true;
  });
}

let reloading = false;

function reloadWhenIdle() {
  if (reloading) return;
  reloading = true;
  const reloadIfIdle = () => {
    if (!root.dataset.session) location.reload();
  };
  new MutationObserver(reloadIfIdle).observe(root, { attributeFilter: ["data-session"] });
  reloadIfIdle();
}

function offerInstall() {
  let prompt;
  const offer = (event) => {
    prompt = event;
    tell("install", event && "available");
  };
  addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    offer(event);
  });
  addEventListener("appinstalled", () => offer(undefined));
  addEventListener("unknot-install", () => {
    prompt?.prompt().catch(() => {});
    offer(undefined);
  });
}
