import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { api, isStatus, readResponse } from "../api.ts";
import { useEntered } from "../session/use-entered.ts";

const askEveryMs = 2000;

/** Asks whether this device was let in, and enters as soon as it was. */
export function useWaiting(waiting: { secret: string; endsAt: number } | null) {
  const enter = useEntered();
  const isEntered = useRef(false);
  const secret = waiting?.secret ?? "";
  const { data, error } = useQuery({
    queryKey: ["waiting", secret],
    queryFn: () => readResponse(api["waiting-devices"].entry.$post({ json: { secret } })),
    enabled: waiting !== null,
    retry: false,
    gcTime: 0,
    refetchInterval: ({ state }) =>
      isStatus(state.error, 410) || (state.data && state.data.state !== "waiting")
        ? false
        : askEveryMs,
    refetchIntervalInBackground: true,
  });
  useEffect(() => {
    if (data?.state !== "entered" || isEntered.current) return;
    isEntered.current = true;
    enter(data.me, data.forumId === null ? undefined : `/forum/${data.forumId}`);
  }, [data, enter]);
  const secondsLeft = useSecondsUntil(waiting?.endsAt ?? null);
  const isEnded = waiting !== null && (secondsLeft === 0 || isStatus(error, 410));
  return { isRefused: data?.state === "refused", isEnded, isLost: isStatus(error, 0), secondsLeft };
}

function useSecondsUntil(endsAt: number | null): number {
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    if (endsAt === null) return;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [endsAt]);
  return endsAt === null ? 0 : Math.max(0, Math.ceil((endsAt - now) / 1000));
}
