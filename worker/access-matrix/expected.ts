import type { RouteName } from "../route-access.ts";
import type { Expected } from "./askers.ts";
import { attendanceRows } from "./attendance.ts";
import { enteringRows } from "./entering.ts";
import { evidenceRows } from "./evidence.ts";
import { forumsRows } from "./forums.ts";
import { historyRows } from "./history.ts";
import { liveRows } from "./live.ts";
import { minutesRows } from "./minutes.ts";
import { modulesRows } from "./modules.ts";
import { outcomesRows } from "./outcomes.ts";
import { peopleRows } from "./people.ts";
import { practiceRows } from "./practice.ts";
import { prepareRows } from "./prepare.ts";
import { redactionRows } from "./redactions.ts";
import { registerRows } from "./register.ts";
import { searchRows } from "./search.ts";
import { sharingRows } from "./sharing.ts";
import { signingRows } from "./signing.ts";
import { surveyRows } from "./survey.ts";
import { threadsRows } from "./threads.ts";

/** Every route: a new one is a type error until it stands in one of these. */
export const expected: Record<RouteName, Expected[]> = {
  ...enteringRows,
  ...peopleRows,
  ...forumsRows,
  ...minutesRows,
  ...historyRows,
  ...liveRows,
  ...prepareRows,
  ...practiceRows,
  ...sharingRows,
  ...registerRows,
  ...attendanceRows,
  ...threadsRows,
  ...signingRows,
  ...redactionRows,
  ...surveyRows,
  ...modulesRows,
  ...outcomesRows,
  ...evidenceRows,
  ...searchRows,
};
