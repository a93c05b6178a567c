import type { DocumentRoom } from "../party/document-room.ts";
import type { ForumRoom } from "../party/forum-room.ts";
import type { ReviewRoom } from "../party/review-room.ts";

/** The Worker's bindings, as wrangler.toml names them. */
export interface Env {
  DB: D1Database;
  ASSETS: Fetcher;
  DOCUMENT_ROOM: DurableObjectNamespace<DocumentRoom>;
  /** Photos and scans; a deployment may do without, and then offers no file. */
  FILES?: R2Bucket;
  FORUM_ROOM: DurableObjectNamespace<ForumRoom>;
  /** By a document's id; reached by calls of the Worker alone, never by a socket. */
  REVIEW_ROOM: DurableObjectNamespace<ReviewRoom>;
  COMMIT_WINDOW_MS: string;
  ROOM_ROWS_PER_DAY: string;
  /** Secret, made at random by the first deploy: keys the hashes of network addresses. */
  ADDRESS_KEY: string;
  /** Secret, made likewise: keys the tokens of personal links and the hashes of short codes. */
  LINK_KEY: string;
  /** "yes" only where `npm start` and the tests set it: lets demo people sign in. Never deployed. */
  DEMO_PEOPLE?: string;
}

declare global {
  namespace Cloudflare {
    interface Env extends AppEnv {}
  }
}

type AppEnv = Env;
