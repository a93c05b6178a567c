import { can } from "../../domain/permissions.ts";
import { changedMeanwhile, notFound } from "../../domain/refusals.ts";
import type { DistrictRole } from "../../domain/roles.ts";
import { openDatabase } from "../db/open.ts";
import { selectGuestsOf } from "../db/roles.ts";
import { noticeOfDistrict } from "../db/room-notices.ts";
import type { SignedIn } from "../db/sessions.ts";
import { type DistrictSettings, findSettings, replaceSettings } from "../db/settings.ts";
import type { Env } from "../env.ts";
import { districtActor } from "./actor.ts";
import { byWhom, record } from "./record.ts";

export interface SettingsPage {
  settings: DistrictSettings;
  /** People of other districts, mostly regency offices, who hold a role here. */
  guests: {
    id: string;
    name: string;
    position: string;
    office: string | null;
    districtName: string;
    role: DistrictRole;
  }[];
}

/** @throws notFound for everybody but the camat */
export async function readSettings(env: Env, me: SignedIn): Promise<SettingsPage> {
  requireCamat(me);
  const db = openDatabase(env);
  return {
    settings: await findSettings(db, me.district.id),
    guests: await selectGuestsOf(db, me.district.id),
  };
}

/** @throws notFound, and changedMeanwhile where another camat was first */
export async function changeSettings(
  env: Env,
  me: SignedIn,
  to: DistrictSettings,
  now: number,
): Promise<void> {
  requireCamat(me);
  const db = openDatabase(env);
  const districtId = me.district.id;
  const from = await findSettings(db, districtId);
  const details = differences(from, to);
  if (Object.keys(details).length === 0) return;
  const rightsChange = from.inspectorateSees !== to.inspectorateSees;
  const [changed] = await record(db, {
    facts: [
      {
        ...byWhom(me),
        action: "settingsChanged",
        subjectKind: "district",
        subjectId: districtId,
        details,
      },
    ],
    now,
    change: [replaceSettings(db, districtId, from, to)],
    onlyIfChanged: true,
    after: rightsChange ? [noticeOfDistrict(db, districtId, now)] : [],
  });
  if (!changed?.meta.changes) throw changedMeanwhile();
}

function requireCamat(me: SignedIn): void {
  if (!can(districtActor(me), "settings.change")) throw notFound();
}

/** Words are told of as given or not: the log holds codes alone. */
function differences(from: DistrictSettings, to: DistrictSettings) {
  const codes = (settings: DistrictSettings) => ({
    inspectorateSees: settings.inspectorateSees,
    retentionYears: settings.retentionYears,
  });
  const before = Object.entries(codes(from));
  const after: Record<string, boolean | number | null> = codes(to);
  const changed: Record<string, boolean | number | string | null> = {};
  for (const [name, value] of before) {
    if (value === after[name]) continue;
    changed[`${name}From`] = value;
    changed[`${name}To`] = after[name] ?? null;
  }
  for (const name of ["privacyContact", "privacyBasis"] as const) {
    if (from[name] === to[name]) continue;
    changed[`${name}From`] = from[name] === null ? "default" : "own";
    changed[`${name}To`] = to[name] === null ? "default" : "own";
  }
  return changed;
}
