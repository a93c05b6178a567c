/** Lives exactly as long as a session cookie without an age: until the browser is closed. */
const sign = "shared-computer=open";

/** Says for this run of the browser that somebody signed in on a shared computer. */
export function noteShared(isShared: boolean): void {
  const secure = location.protocol === "https:" ? "; secure" : "";
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store is younger than the hall's phones
  document.cookie = `${sign}; path=/; samesite=lax${secure}${isShared ? "" : "; max-age=0"}`;
}

/** Whether the browser was closed since: the session went with it, also where no network says so. */
export function wasClosed(): boolean {
  return !document.cookie.split("; ").includes(sign);
}
