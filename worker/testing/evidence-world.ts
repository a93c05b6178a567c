import { env } from "cloudflare:workers";
import type { BatchItem } from "drizzle-orm/batch";
import { programStages } from "../../domain/evidence/evidence-lists.ts";
import { sectors } from "../../domain/statuses.ts";
import { forumEvaluations, programStageDays } from "../db/evidence-schema.ts";
import { openDatabase } from "../db/open.ts";
import {
  attendance,
  documents,
  followUpReports,
  followUps,
  forumMembers,
  forums,
  forumVillages,
  people,
  signOffs,
  submissions,
} from "../db/schema.ts";
import { buildWorld } from "./world.ts";

const db = openDatabase(env);
const here = "99.01.01";
const elsewhere = "99.01.02";
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

let isBuilt = false;

/** The test world without its forums: nothing that could be counted. */
export async function clearWorld(): Promise<void> {
  if (!isBuilt) await buildWorld();
  isBuilt = true;
  await db.batch([
    db.delete(forumEvaluations),
    db.delete(programStageDays),
    db.delete(signOffs),
    db.delete(submissions),
    db.delete(followUpReports),
    db.delete(followUps),
    db.delete(attendance),
    db.delete(forumMembers),
    db.delete(forumVillages),
  ]);
  await env.DB.batch(
    [
      "update people set is_demo = 0 where id <> 'demo-a'",
      "delete from people where id like 'somebody-%'",
      "delete from agenda_items",
      "delete from documents",
      "delete from forums",
    ].map((statement) => env.DB.prepare(statement)),
  );
}

/** Forums of many kinds with people, minutes, promises and answers, drawn by the seed. */
export async function fillWorld(seed: number): Promise<void> {
  const statements: BatchItem<"sqlite">[] = [];
  const put = (statement: BatchItem<"sqlite">) => statements.push(statement);
  const random = randomBy(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const chance = (part: number) => random() < part;
  const somebody = Array.from({ length: 30 }, (_, n) => {
    const isVillager = chance(0.5);
    return {
      id: `somebody-${n}`,
      districtId: here,
      name: `Warga ${n}`,
      position: "Kaur",
      villageId: isVillager ? pick(["village-a", "village-b", "village-c"]) : null,
      office: isVillager ? null : pick(["DPMD Kabupaten", "dpmd  kabupaten", "Bappeda", "Kampus"]),
      sector: isVillager ? null : pick([null, ...sectors]),
      isDemo: chance(0.2),
      createdAt: 0,
    };
  });
  for (const person of somebody) put(db.insert(people).values(person));
  const startsAt = Date.UTC(2026, 0, 15, 2);
  for (let n = 0; n < 12; n++) {
    const forumId = `forum-${n}`;
    const begins = startsAt + n * 25 * dayMs + Math.floor(random() * 20) * hourMs;
    put(
      db.insert(forums).values({
        id: forumId,
        districtId: n > 0 && chance(0.1) ? elsewhere : here,
        title: `Forum ${n}`,
        theme: "planning",
        stage: "trial",
        status: n === 0 ? "ended" : pick(["ended", "ended", "ended", "cancelled", "inSession"]),
        startsAt: n === 0 ? Date.UTC(2026, 3, 6, 2) : begins,
        endsAt: (n === 0 ? Date.UTC(2026, 3, 6, 2) : begins) + 3 * hourMs,
        place: "Balai",
        isDemo: n > 0 && chance(0.2),
        createdAt: 0,
      }),
    );
    const invited = ["village-a", "village-b", "village-c"].filter(() => chance(0.6));
    if (invited.length > 0) {
      put(
        db
          .insert(forumVillages)
          .values(invited.map((villageId, position) => ({ forumId, villageId, position }))),
      );
    }
    const isEmpty = n > 0 && chance(0.15);
    for (const { id: personId } of somebody) {
      if (!isEmpty && chance(0.5)) {
        const status = pick(["present", "present", "absent", "excused"] as const);
        put(
          db
            .insert(attendance)
            .values({ forumId, personId, status, at: begins, markedByPersonId: "facilitator" }),
        );
      }
      if (chance(0.3)) {
        put(db.insert(forumMembers).values({ forumId, personId, role: "participant" }));
      }
    }
    for (const kind of ["minutes", "case"] as const) {
      addDocument(`${kind}-${n}`, kind, null);
      if (chance(0.4)) {
        addDocument(`${kind}-${n}-again`, kind, `${kind}-${n}`);
        if (chance(0.5)) addDocument(`${kind}-${n}-third`, kind, `${kind}-${n}-again`);
      }
    }
    const answers = Math.floor(random() * 6);
    for (let k = 0; k < answers; k++) {
      put(
        db
          .insert(forumEvaluations)
          .values({ forumId, id: `${k}`, score: 1 + Math.floor(random() * 5), words: "" }),
      );
    }

    function addDocument(id: string, kind: "minutes" | "case", corrects: string | null) {
      const isSigned = chance(0.7);
      put(
        db.insert(documents).values({
          id,
          forumId,
          kind,
          title: id,
          theme: "planning",
          fiscalYear: 2027,
          status: isSigned ? pick(["signed", "published"] as const) : "drafted",
          createdAt: 0,
          isUnnamed: chance(0.2),
          correctsDocumentId: corrects,
        }),
      );
      if (isSigned) sign(id, begins + Math.floor(random() * 20 * 24) * hourMs);
      // A correction repeats what was promised, under the same names.
      for (let k = 0; k < 3; k++) promise(id, `node-${k}`);
    }
    function sign(documentId: string, at: number) {
      const fingerprint = documentId;
      const by = { submittedByPersonId: "facilitator", at };
      const stored = { salts: "[]", head: "{}", attendance: "[]", attachments: "[]" };
      const at1 = { documentId, place: 1, fingerprint };
      put(
        db
          .insert(submissions)
          .values({ id: documentId, ...at1, schemaVersion: 2, ...stored, ...by }),
      );
      put(
        db
          .insert(signOffs)
          .values({ submissionId: documentId, ...at1, personId: "camat", position: "Camat", at }),
      );
    }
    function promise(documentId: string, nodeId: string) {
      const isDone = chance(0.6);
      const isMoved = chance(0.3);
      const id = `${documentId}-${nodeId}`;
      const row = {
        ...{ documentId, nodeId, position: 0, activity: `Kegiatan ${nodeId}`, responsible: "" },
        ...{ villageText: "", villageId: pick([null, "village-a", "village-b"]), dueText: "" },
        ...{ output: "", place: 1, createdAt: 0, isGone: chance(0.1) },
        status: isDone ? ("done" as const) : pick(["notStarted", "inProgress"] as const),
      };
      put(db.insert(followUps).values({ ...row, id }));
      if (isMoved) put(db.insert(followUps).values({ ...row, id: `${id}-moved`, replacesId: id }));
      if (!isDone || chance(0.1)) return;
      const at = begins + Math.floor(random() * 60 * 24) * hourMs;
      const report = { personId: "facilitator", text: "", status: "done" as const };
      const followUpId = isMoved && chance(0.5) ? `${id}-moved` : id;
      put(db.insert(followUpReports).values({ ...report, id: `${id} report`, followUpId, at }));
    }
  }
  for (const stage of programStages.filter(() => chance(0.7))) {
    const doneOn = chance(0.7) ? pick(["2026-02-28", "2026-03-01", "2026-07-31"]) : null;
    const days = { plannedOn: "2026-01-05", begunOn: "2026-02-01", doneOn };
    put(db.insert(programStageDays).values({ districtId: here, stage, ...days }));
  }
  await db.batch(statements as [BatchItem<"sqlite">, ...BatchItem<"sqlite">[]]);
}

/** mulberry32: the same numbers, from 0 to 1, for the same seed. */
function randomBy(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
