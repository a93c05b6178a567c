// `npm run check`: everything of `npm test` but the end-to-end tests.
import { runStages } from "./run-stages.ts";
import { checks } from "./stages.ts";

process.exitCode = await runStages(checks);
