import { useQueries, useQuery } from "@tanstack/react-query";
import { byDueDate } from "../../domain/follow-ups.ts";
import { forumQuery } from "../forums/forum-query.ts";
import { homeQuery } from "../home/home-query.ts";
import { nowOrNext } from "../home/order.ts";
import { useLanguage, useMessages } from "../messages/use-messages.ts";
import { useRegisterMessages } from "../messages/use-register-messages.ts";
import { dueWords } from "../register/due-words.ts";
import { type FollowUp, followUpsQuery } from "../register/register-query.ts";
import { surveyQuery, surveysQuery } from "../survey/survey-query.ts";
import { formatForumTime } from "../time.ts";
import type { VillageDigest } from "./digest-text.ts";

/**
 * What waits for each village that is invited to the next forum, is asked in an open survey or has
 * promised something; in the order of their names.
 */
export function useVillageDigests() {
  const messages = useMessages();
  const words = useRegisterMessages();
  const [language] = useLanguage();
  const followUps = useQuery(followUpsQuery);
  const home = useQuery(homeQuery);
  const surveys = useQuery(surveysQuery);
  const next = home.data ? nowOrNext(home.data.forums, Date.now()) : null;
  const forum = useQuery({ ...forumQuery(next?.id ?? ""), enabled: next !== null });
  const openSurveys = surveys.data?.surveys.filter(({ status }) => status === "open") ?? [];
  const asked = useQueries({ queries: openSurveys.map(({ id }) => surveyQuery(id)) });
  const asking = [followUps, home, surveys, ...(next ? [forum] : []), ...asked];
  const failed = asking.find((query) => query.data === undefined && query.isError);
  const isWaiting = asking.some((query) => query.data === undefined);
  const retry = () => void Promise.all(asking.map((query) => query.refetch()));
  if (failed) return { error: failed.error, digests: null, retry };
  if (isWaiting) return { error: null, digests: null, retry };

  const found = new Map<string, VillageDigest>();
  const digestOf = ({ id, name }: { id: string; name: string }) => {
    const digest = found.get(id) ?? emptyDigest({ id, name });
    found.set(id, digest);
    return digest;
  };
  for (const village of forum.data?.villages ?? []) {
    const { title, place } = forum.data?.forum ?? { title: "", place: "" };
    const when = forum.data ? formatForumTime(forum.data.forum, messages, language) : "";
    digestOf(village).nextForum = { title, when, place };
  }
  for (const followUp of (followUps.data?.followUps ?? []).toSorted(byDueDate)) {
    if (!followUp.village || !isToBeTold(followUp)) continue;
    const digest = digestOf(followUp.village);
    const line = `${followUp.activity} (${dueWords(followUp, words, language)})`;
    (followUp.state === "overdue" ? digest.late : digest.open).push(line);
  }
  for (const survey of asked) {
    for (const village of survey.data?.villages ?? []) {
      if (village.isAsked && village.answers === 0) {
        digestOf(village).surveys.push(survey.data?.title ?? "");
      }
    }
  }
  const digests = [...found.values()].sort((a, b) =>
    a.village.name.localeCompare(b.village.name, "id"),
  );
  return { error: null, digests, retry };
}

/** What an unnamed case promised is nobody's, also in a message to the village itself. */
function isToBeTold({ status, isGone, isUnnamed }: FollowUp): boolean {
  return status !== "done" && !isGone && !isUnnamed;
}

function emptyDigest(village: VillageDigest["village"]): VillageDigest {
  return { village, nextForum: null, late: [], open: [], surveys: [] };
}
