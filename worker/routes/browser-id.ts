import { z } from "zod";

/**
 * The id of what somebody makes: their browser makes it up, so that what is sent twice is there once.
 * A page that was opened before it did so sends none.
 */
export const browserId = z.uuid().default(() => crypto.randomUUID());
