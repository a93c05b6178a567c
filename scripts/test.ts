import { runStages } from "./run-stages.ts";
import { checks, endToEnd } from "./stages.ts";

process.exitCode = await runStages([...checks, endToEnd]);
