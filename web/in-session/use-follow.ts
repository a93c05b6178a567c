import { useEffect } from "react";
import { useLocation } from "wouter";
import type { Place } from "../../party/forum/session-state.ts";
import { answer, isNews, noticeOwnWay, postpone, useFollowing } from "./following.ts";
import { isBusy, showPlace } from "./reading-place.ts";

/** Takes this page where the leader goes, by the page's own navigation, while the person follows. */
export function useFollow(forumId: string, place: Place | null) {
  const following = useFollowing();
  const [path, navigate] = useLocation();
  const isFollowing = following.forumId === forumId;

  useEffect(() => {
    noticeOwnWay(path);
    // Also onto a page that knows nothing of the forum.
    return () => void setTimeout(() => noticeOwnWay(location.pathname));
  }, [path]);

  const go = (to: Place) => {
    const address = `/dokumen/${to.documentId}`;
    answer(to, address);
    if (location.pathname !== address) navigate(address);
    giveUp();
    giveUp = showPlace(to);
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: each call of the leader is answered once
  useEffect(() => {
    if (!isFollowing || !place || !isNews(place)) return;
    if (isBusy()) postpone(place);
    else go(place);
  }, [isFollowing, place?.count]);

  return { isFollowing, hasLeft: following.hasLeft, pending: following.pending, go };
}

/** Of the last place: it outlives the page that it was called from. */
let giveUp = () => {};
