import { reviewEn } from "./review-en.ts";
import { reviewId } from "./review-id.ts";
import { catalogue } from "./use-messages.ts";

export const useReviewMessages = catalogue({ id: reviewId, en: reviewEn });
