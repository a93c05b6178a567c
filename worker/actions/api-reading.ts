import {
  type ApiAgreements,
  type ApiDocuments,
  type ApiFollowUps,
  type ApiForums,
  type ApiNumbers,
  apiPageSize,
} from "../../domain/api-v1.ts";
import type { Period } from "../../domain/evidence/period.ts";
import { followUpState } from "../../domain/follow-ups.ts";
import {
  selectApiAgreements,
  selectApiDocuments,
  selectApiFollowUps,
  selectApiForums,
  selectVillageNames,
} from "../db/api-reading.ts";
import { openDatabase } from "../db/open.ts";
import type { Env } from "../env.ts";
import type { OpenKey } from "./api-keys.ts";
import { countOfDistrict } from "./evidence-numbers.ts";

/** What is read with a key: of its district alone. `page` counts from 1. */
type Asked = Pick<OpenKey, "districtId"> & { page: number };

export async function listForums(env: Env, asked: Asked): Promise<ApiForums> {
  const db = openDatabase(env);
  const { items, nextPage } = paged(await selectApiForums(db, asked), asked.page);
  const names = await selectVillageNames(
    db,
    items.map(({ id }) => id),
  );
  const byForum = Map.groupBy(names, ({ forumId }) => forumId);
  return {
    items: items.map(({ id, title, theme, stage, status, startsAt, endsAt, place }) => ({
      ...{ id, title, theme, stage, status, place },
      startsAt: new Date(startsAt).toISOString(),
      endsAt: new Date(endsAt).toISOString(),
      villages: (byForum.get(id) ?? []).map(({ name }) => name),
    })),
    nextPage,
  };
}

export async function listAgreements(env: Env, asked: Asked): Promise<ApiAgreements> {
  return paged(await selectApiAgreements(openDatabase(env), asked), asked.page);
}

export async function listFollowUps(env: Env, asked: Asked, now: number): Promise<ApiFollowUps> {
  const rows = await selectApiFollowUps(openDatabase(env), asked);
  const { items, nextPage } = paged(rows, asked.page);
  return {
    items: items.map(({ status, isUnnamed, village, ...followUp }) => ({
      ...followUp,
      village: isUnnamed ? null : (village?.name ?? null),
      state: followUpState({ status, dueDate: followUp.dueDate }, now),
    })),
    nextPage,
  };
}

export async function listDocuments(env: Env, asked: Asked): Promise<ApiDocuments> {
  const rows = await selectApiDocuments(openDatabase(env), asked);
  const { items, nextPage } = paged(rows, asked.page);
  return {
    items: items.map(({ isOfForum, forumId, status, ...document }) => ({
      ...document,
      // The question asked for no other.
      status: status === "published" ? "published" : "signed",
      forumId: isOfForum ? forumId : null,
    })),
    nextPage,
  };
}

/** @throws periodWrong */
export async function listNumbers(
  env: Env,
  { districtId }: Pick<OpenKey, "districtId">,
  period: Period,
): Promise<ApiNumbers> {
  const numbers = await countOfDistrict(env, { districtId, countsDemo: false }, period);
  return {
    ...period,
    numbers: numbers.map(({ number, value, rows }) => ({ number, value, rowCount: rows.length })),
  };
}

function paged<Row>(rows: readonly Row[], page: number): { items: Row[]; nextPage: number | null } {
  const hasMore = rows.length > apiPageSize;
  return { items: rows.slice(0, apiPageSize), nextPage: hasMore ? page + 1 : null };
}
