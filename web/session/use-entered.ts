import { useQueryClient } from "@tanstack/react-query";
import { useLocation } from "wouter";
import { rememberPerson } from "../offline/device-person.ts";
import { keepAnswer } from "../offline/kept-answers.ts";
import { type Me, meKey } from "./me-query.ts";
import { takeWantedPlace } from "./wanted-place.ts";

/** The browser was given a session: goes where the person wanted to go, or where it says. */
export function useEntered() {
  const queryClient = useQueryClient();
  const [, navigate] = useLocation();
  return (me: Me, place?: string) => {
    // Whatever another person of this device had fetched is not for this one.
    queryClient.clear();
    queryClient.setQueryData(meKey, me);
    void rememberPerson(me);
    void keepAnswer(meKey, me);
    navigate(place ?? takeWantedPlace(Date.now()), { replace: true });
  };
}
