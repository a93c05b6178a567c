import type { InferResponseType } from "hono/client";
import type { LetterheadLines } from "../../../domain/letterhead.ts";
import type { api } from "../../api.ts";
import type { AttendanceData } from "../../attendance/attendance-query.ts";
import type { RegisterData } from "../../register/register-query.ts";

export type ForumToExport = InferResponseType<
  (typeof api.forums)[":forumId"]["export"]["$post"],
  200
>;

/** What a forum's file is made of besides the texts of its documents. */
export interface ForumData {
  page: ForumToExport;
  attendance: AttendanceData;
  register: RegisterData;
  letterhead: LetterheadLines;
}
