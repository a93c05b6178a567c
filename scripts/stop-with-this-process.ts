/** Lets Ctrl-C, a signal, or the end of the process that started this one end the server cleanly. */
export function stopWithThisProcess(stopServer: () => Promise<void>): void {
  let isStopping = false;
  const stop = async () => {
    if (isStopping) process.exit(1);
    isStopping = true;
    await stopServer();
    process.exit(0);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    // The runtime's library has a handler of its own that exits at once, with an error's code.
    process.removeAllListeners(signal);
    process.on(signal, stop);
  }
  // The channel to the Node that installed everything (run.mjs), when there is one.
  process.on("disconnect", stop);
}
