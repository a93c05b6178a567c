import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { ForumRole } from "../../domain/roles.ts";
import { api, requireOk } from "../api.ts";
import { Button } from "../design/Button.tsx";
import { SelectField } from "../design/SelectField.tsx";
import { useMessages } from "../messages/use-messages.ts";
import { useGivableRoles } from "./PlaceChoice.tsx";
import { type ListedPerson, type PeopleData, peopleQuery } from "./people-query.ts";
import { RefusalLine } from "./RefusalLine.tsx";
import { useManageMessages } from "./use-manage-messages.ts";

interface Props {
  person: ListedPerson;
  data: PeopleData;
  forumId: string;
}

type Asked = { kind: "leave" } | { kind: "replace"; before: ListedPerson } | null;

/** A person's place in one forum: given, changed, taken. */
export function MemberControls({ person, data, forumId }: Props) {
  const words = useManageMessages();
  const { roles: names } = useMessages();
  const given = useGivableRoles();
  const queryClient = useQueryClient();
  const [asked, setAsked] = useState<Asked>(null);
  const onSuccess = () => {
    setAsked(null);
    return queryClient.invalidateQueries({ queryKey: peopleQuery.queryKey });
  };
  const member = api.forums[":forumId"].members[":personId"];
  const param = { forumId, personId: person.id };
  const setting = useMutation({
    mutationFn: ({ role, replaces }: { role: ForumRole; replaces: string | null }) =>
      requireOk(member.$put({ param, json: { roles: [role], replacesPersonId: replaces } })),
    onSuccess,
  });
  const leaving = useMutation({
    mutationFn: () => requireOk(member.$delete({ param })),
    onSuccess,
  });
  const held = person.places.find((place) => place.forumId === forumId)?.role;
  const choose = (role: ForumRole) => {
    const before = data.people.find(
      ({ id, village, places }) =>
        role === "representative" &&
        id !== person.id &&
        village !== null &&
        village.id === person.village?.id &&
        places.some((place) => place.forumId === forumId && place.role === "representative"),
    );
    if (before) setAsked({ kind: "replace", before });
    else setting.mutate({ role, replaces: null });
  };
  const choices = given.filter((role) => role !== "representative" || person.village !== null);
  const error = setting.error ?? leaving.error;
  if (asked !== null) {
    return (
      <div className="stack">
        <p>
          {asked.kind === "leave"
            ? words.leaveNamed(person.name)
            : words.replaces(person.name, asked.before.name)}
        </p>
        {error && <RefusalLine error={error} />}
        <div className="row">
          {asked.kind === "leave" ? (
            <Button weight="danger" onClick={() => leaving.mutate()}>
              {words.leaveSure(person.name)}
            </Button>
          ) : (
            <Button
              onClick={() => setting.mutate({ role: "representative", replaces: asked.before.id })}
            >
              {words.replaceSure(person.name)}
            </Button>
          )}
          <Button weight="quiet" onClick={() => setAsked(null)}>
            {words.cancel}
          </Button>
        </div>
      </div>
    );
  }
  if (held === undefined) {
    return (
      <>
        <Button
          aria-label={words.takePartNamed(person.name)}
          onClick={() => setting.mutate({ role: "participant", replaces: null })}
        >
          {words.takePart}
        </Button>
        {error && <RefusalLine error={error} />}
      </>
    );
  }
  return (
    <>
      <SelectField
        label={words.roleOf(person.name)}
        value={held}
        options={choices.map((role) => [role, names[role]] as const)}
        onChoose={choose}
      />
      <Button
        aria-label={words.leaveNamed(person.name)}
        onClick={() => setAsked({ kind: "leave" })}
      >
        {words.leave}
      </Button>
      {error && <RefusalLine error={error} />}
    </>
  );
}
