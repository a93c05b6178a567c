import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { quorumOf } from "../../domain/attendance.ts";
import type { AttendanceStatus } from "../../domain/statuses.ts";
import { api, requireOk } from "../api.ts";
import { type AttendanceData, type Attendee, attendanceQuery } from "./attendance-query.ts";

type Status = AttendanceStatus | null;

export interface Mark {
  person: Pick<Attendee, "id" | "name">;
  from: Status;
  to: Status;
  isUndo: boolean;
}

/** Marks people one after the other; each is shown at once, and put back where it was refused. */
export function useMarking(forumId: string) {
  const client = useQueryClient();
  const { queryKey } = attendanceQuery(forumId);
  const mutationKey = ["mark", forumId];
  const [last, setLast] = useState<Mark | null>(null);
  const [failure, setFailure] = useState<{ error: unknown; name: string } | null>(null);
  const show = ({ id }: Mark["person"], status: Status) =>
    client.setQueryData(queryKey, (data) => data && withStatus(data, id, status));
  const { mutate } = useMutation({
    mutationKey,
    // In the order of the taps: the second of one person stands on the first.
    scope: { id: mutationKey.join(" ") },
    mutationFn: ({ person, from, to }: Mark) =>
      requireOk(
        api.forums[":forumId"].attendance[":personId"].$put({
          param: { forumId, personId: person.id },
          json: { from, to },
        }),
      ),
    onMutate: async (mark) => {
      await client.cancelQueries({ queryKey });
      show(mark.person, mark.to);
      setLast(mark);
      setFailure(null);
    },
    onError: (error, mark) => {
      setFailure({ error, name: mark.person.name });
      show(mark.person, mark.from);
      setLast(null);
    },
    // What was tapped meanwhile must not jump back.
    onSettled: () => {
      if (client.isMutating({ mutationKey }) === 1) return client.invalidateQueries({ queryKey });
    },
  });
  return {
    mark: (person: Attendee, to: AttendanceStatus) =>
      mutate({ person, from: person.status, to, isUndo: false }),
    undo: ({ person, from, to }: Mark) => mutate({ person, from: to, to: from, isUndo: true }),
    last,
    failure,
  };
}

function withStatus(data: AttendanceData, personId: string, status: Status): AttendanceData {
  const people = data.people.map((person) =>
    person.id === personId
      ? { ...person, status, at: status === null ? null : Date.now(), isOwnWord: false }
      : person,
  );
  const villageIds = data.villages.map(({ id }) => id);
  return { ...data, people, quorum: quorumOf(villageIds, people) };
}
