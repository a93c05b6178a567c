import { expect, test } from "vitest";
import { Failure } from "./failure.ts";
import { parseStartArguments } from "./start-arguments.ts";

test("without options this machine alone is served on port 8787", () => {
  expect(parseStartArguments([])).toEqual({
    port: 8787,
    forTheHall: false,
    stateFolder: null,
    help: false,
  });
});

test("port, hall and data folder can be chosen", () => {
  expect(parseStartArguments(["--port", "9000", "--host", "--state", "/data"])).toMatchObject({
    port: 9000,
    forTheHall: true,
    stateFolder: "/data",
  });
});

test.each(["0", "65536", "80a", "-1", "8787.5", ""])("%o is refused as a port", (port) => {
  expect(() => parseStartArguments([`--port=${port}`])).toThrow(Failure);
});

test("an unknown option is refused with the list of those there are", () => {
  expect(() => parseStartArguments(["--prot", "1"])).toThrow(
    expect.objectContaining({ id: expect.stringContaining("--port") }),
  );
});
