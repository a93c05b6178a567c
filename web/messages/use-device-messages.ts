import { devicesEn as en } from "./devices-en.ts";
import { devicesId as id } from "./devices-id.ts";
import { catalogue } from "./use-messages.ts";

export const useDeviceMessages = catalogue({ id, en });
