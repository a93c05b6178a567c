import { useSyncExternalStore } from "react";
import { quietly } from "./quietly.ts";

const checkEveryMs = 60 * 60_000;
/** A first version on a slow line: the person sees the page again after this time at the latest. */
const fetchWithinMs = 15_000;
const listeners = new Set<() => void>();
let registration: ServiceWorkerRegistration | null = null;
let isWaiting = false;

/** Lets the page open without a network, and looks for new versions of it. */
export function registerServiceWorker(): void {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
  // Its downloads must not compete with the page's own.
  if (document.readyState === "complete") void register();
  else addEventListener("load", () => void register(), { once: true });
}

/** Whether a new version is on this device and waits for the person to reload. */
export function useHasNewVersion(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => isWaiting,
  );
}

/** Reloads the page in the newest version that can be had soon. */
export async function reloadNewestVersion(): Promise<void> {
  const tooLate = new Promise((resolve) => setTimeout(resolve, fetchWithinMs));
  await Promise.race([quietly(bringNewestVersion), tooLate]);
  location.reload();
}

async function bringNewestVersion(): Promise<void> {
  if (!registration) return;
  if (!registration.waiting) await registration.update();
  const worker = registration.installing ?? registration.waiting;
  if (!worker) return;
  await until(worker, ["installed", "activated", "redundant"]);
  worker.postMessage("take over");
  await until(worker, ["activated", "redundant"]);
}

function register(): Promise<void> {
  return quietly(async () => {
    const found = await navigator.serviceWorker.register("/sw.js", { updateViaCache: "none" });
    registration = found;
    look(found);
    found.addEventListener("updatefound", () => {
      found.installing?.addEventListener("statechange", () => look(found));
    });
    const check = () => void quietly(() => found.update());
    setInterval(check, checkEveryMs);
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "visible") check();
    });
  });
}

/** The first version of all takes its place without a word. */
function look({ waiting, active }: ServiceWorkerRegistration): void {
  isWaiting = waiting !== null && active !== null;
  for (const listener of listeners) listener();
}

function until(worker: ServiceWorker, states: readonly ServiceWorkerState[]): Promise<void> {
  return new Promise((resolve) => {
    const check = () => states.includes(worker.state) && resolve();
    worker.addEventListener("statechange", check);
    check();
  });
}
