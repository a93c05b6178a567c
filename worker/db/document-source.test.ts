import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, it } from "vitest";
import { buildWorld, sessionStartsAt } from "../testing/world.ts";
import { findDocumentSource } from "./document-source.ts";

beforeAll(buildWorld);

describe("what a room is opened from", () => {
  it("names the document, its forum, the villages in lane order and the agenda in its order", async () => {
    expect(await findDocumentSource(env.DB, "case-open")).toEqual({
      id: "case-open",
      kind: "case",
      title: "Kasus case-open",
      theme: "planning",
      fiscalYear: 2027,
      status: "open",
      correctsDocumentId: null,
      proposedByVillage: { id: "village-a", name: "Desa Contoh A" },
      forum: {
        id: "forum-in-session",
        title: "Forum forum-in-session",
        startsAt: sessionStartsAt,
        endsAt: sessionStartsAt + 4 * 60 * 60_000,
        place: "Balai Desa Contoh A",
        districtName: "Kecamatan Contoh",
        regency: "Kabupaten Contoh",
      },
      villages: [{ id: "village-a" }, { id: "village-b" }],
      agenda: [
        { id: "agenda-opening", title: "Acara agenda-opening", kind: "opening" },
        { id: "agenda-case", title: "Acara agenda-case", kind: "case" },
      ],
      chair: null,
      recorders: [{ name: "Pejabat minute-taker", position: "Kepala Seksi" }],
      attendance: [],
    });
  });

  it("is nothing for a document that does not exist", async () => {
    expect(await findDocumentSource(env.DB, "unknown")).toBeNull();
  });
});
