/** How one light client reaches a document. */
export interface Seat {
  url: string;
  headers: Record<string, string>;
  dialect: "plain" | "hocuspocus";
  document: string;
  /** In whose lane the client writes. */
  villageId: string;
}

export type ServerName = "ours" | "stock y-partyserver" | "Hocuspocus";

/** One collaboration server under load, ours or a peer, always on this machine. */
export interface BenchServer {
  readonly name: ServerName;
  /** Whether documents begin with the room's template, or empty. */
  readonly makesTemplate: boolean;
  /** Whether it tells an author what is durable. */
  readonly acknowledges: boolean;
  /** The file that joins with the server's own provider. */
  readonly witnessFile: string;
  /** A document that no run has touched. */
  newDocument(): string;
  seat(document: string, person: number): Seat;
  /** Milliseconds of CPU that the server's processes have used. */
  cpuMs(): number;
  /** When the server wrote the document to its disk (ms since 1970) and how many rows that took. */
  stores(document: string): Promise<{ at: number; rows: number }[]>;
  /** Kills the server as a power cut would, and comes back when it answers again. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}
