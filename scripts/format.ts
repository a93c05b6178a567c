import { runTool } from "./run-tool.ts";

const { exitCode } = await runTool("biome", ["check", "--write"], { isShown: true });
process.exitCode = exitCode;
