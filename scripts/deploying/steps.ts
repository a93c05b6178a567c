import { ensureBuilt } from "../build.ts";
import { deployConfig, refuseDemoData, writeDeployConfig } from "./bundle.ts";
import { bucketName, ensureRemoteBucket } from "./remote-bucket.ts";
import {
  createRemoteDatabase,
  databaseName,
  findRemoteDatabase,
  migrateRemoteDatabase,
  requireSignIn,
  workerName,
  wrangler,
  writeDatabaseConfig,
} from "./remote-database.ts";
import { deploymentSecrets, withMissingSecrets } from "./secrets.ts";

/** What the steps hand on to the ones after them. */
export interface Deployment {
  databaseId: string;
  databaseConfig: string;
  /** Whether photos and scans are kept, in R2. */
  hasFiles: boolean;
}

export interface DeployStep {
  title: string;
  /** What `--dry-run` does in its stead; null: nothing, for the step touches the account. */
  rehearse: ((deployment: Deployment) => Promise<void>) | null;
  run(deployment: Deployment): Promise<void>;
  /** Whether it is left out where files are not kept. */
  isForFiles?: boolean;
}

const placeholderId = "00000000-0000-0000-0000-000000000000";

async function build() {
  ensureBuilt();
  refuseDemoData();
}

export const deploySteps: DeployStep[] = [
  {
    title: "build page and Worker, and make sure that no demo data is in them",
    rehearse: build,
    run: build,
  },
  {
    title: "check that wrangler is signed in to a Cloudflare account",
    rehearse: null,
    run: requireSignIn,
  },
  {
    title: `find the D1 database "${databaseName}", or create it`,
    rehearse: null,
    async run(deployment) {
      deployment.databaseId = (await findRemoteDatabase()) ?? (await createRemoteDatabase());
      deployment.databaseConfig = writeDatabaseConfig(deployment.databaseId);
    },
  },
  {
    title: "apply the migrations that the database lacks",
    rehearse: null,
    run: ({ databaseConfig }) => migrateRemoteDatabase(databaseConfig),
  },
  {
    title: `find the R2 bucket "${bucketName}", or create it`,
    isForFiles: true,
    rehearse: null,
    run: ensureRemoteBucket,
  },
  {
    title: `deploy the Worker "${workerName}"; secrets made at random if it lacks them: ${deploymentSecrets.map(({ name }) => name).join(", ")}`,
    async rehearse({ hasFiles }) {
      writeDeployConfig(placeholderId, hasFiles);
      await wrangler(["deploy", "--dry-run", `--config=${deployConfig}`]);
    },
    async run({ databaseId, hasFiles }) {
      writeDeployConfig(databaseId, hasFiles);
      await withMissingSecrets(async (secretsFile) => {
        const secrets = secretsFile === null ? [] : [`--secrets-file=${secretsFile}`];
        console.log(await wrangler(["deploy", `--config=${deployConfig}`, ...secrets]));
      });
    },
  },
];
