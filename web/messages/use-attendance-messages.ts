import { attendanceEn } from "./attendance-en.ts";
import { attendanceId } from "./attendance-id.ts";
import { catalogue } from "./use-messages.ts";

export const useAttendanceMessages = catalogue({ id: attendanceId, en: attendanceEn });
