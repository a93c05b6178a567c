import { createServer } from "node:net";
import { Failure } from "./failure.ts";

/** The runtime's own message about a taken port is not for people, and comes late. */
export function refuseTakenPort(host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error: NodeJS.ErrnoException) => reject(portFailure(port, error)));
    probe.listen({ host, port, exclusive: true }, () => probe.close(() => resolve()));
  });
}

function portFailure(port: number, error: NodeJS.ErrnoException): Error {
  switch (error.code) {
    case "EADDRINUSE":
      return new Failure(
        `Porta ${port} sedang dipakai program lain: pilih yang lain, misalnya npm start -- --port ${port + 1}.`,
        `Port ${port} is in use by another program: choose another, such as npm start -- --port ${port + 1}.`,
        { cause: error },
      );
    case "EACCES":
      return new Failure(
        `Tidak ada izin membuka porta ${port}: pilih porta di atas 1024.`,
        `There is no permission to open port ${port}: choose a port above 1024.`,
        { cause: error },
      );
    default:
      return error;
  }
}
