import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { type RowProblem, readRow } from "../../domain/people-list.ts";
import { can } from "../../domain/permissions.ts";
import { type DistrictRole, districtRoles } from "../../domain/roles.ts";
import { api, readResponse } from "../api.ts";
import { Button } from "../design/Button.tsx";
import { ErrorState } from "../design/ErrorState.tsx";
import { PageFrame } from "../design/PageFrame.tsx";
import { SelectField } from "../design/SelectField.tsx";
import { Skeleton } from "../design/Skeleton.tsx";
import { useMessages } from "../messages/use-messages.ts";
import { useMe } from "../session/SignedIn.tsx";
import { PlaceChoice, type PlaceChosen } from "./PlaceChoice.tsx";
import { type PeopleData, peopleQuery } from "./people-query.ts";
import { RefusalLine } from "./RefusalLine.tsx";
import { useManageMessages } from "./use-manage-messages.ts";

const empty = { name: "", position: "", village: "", office: "", phone: "" };

export function AddPersonPage() {
  const { add } = useManageMessages();
  const people = useQuery(peopleQuery);
  return (
    <PageFrame title={add.title} back="/kelola/orang">
      <h1>{add.title}</h1>
      {people.data ? (
        <AddPerson data={people.data} />
      ) : people.isError ? (
        <ErrorState error={people.error} onRetry={people.refetch} />
      ) : (
        <Skeleton rows={4} />
      )}
    </PageFrame>
  );
}

function AddPerson({ data }: { data: PeopleData }) {
  const { add, paste, village: villageLabel } = useManageMessages();
  const { roles: names } = useMessages();
  const { person: self, roles } = useMe();
  const queryClient = useQueryClient();
  const [entry, setEntry] = useState(empty);
  const [place, setPlace] = useState<PlaceChosen>({ forumId: null, role: "participant" });
  const [districtRole, setDistrictRole] = useState<DistrictRole | "">("");
  const actor = { personId: self.id, villageId: self.village?.id ?? null, roles };
  const given = districtRoles.filter((role) => can(actor, "person.manage", { roles: [role] }));
  const adding = useMutation({
    mutationFn: () =>
      readResponse(
        api.people.$post({
          json: {
            ...entry,
            place: place.forumId === null ? null : { ...place, forumId: place.forumId },
            districtRole: districtRole === "" ? null : districtRole,
          },
        }),
      ),
    onSuccess: () => {
      setEntry({ ...empty, village: entry.village, office: entry.office });
      return queryClient.invalidateQueries({ queryKey: peopleQuery.queryKey });
    },
  });
  const [savedName, setSavedName] = useState("");
  const [problem, setProblem] = useState<RowProblem | null>(null);
  const save = (event: FormEvent) => {
    event.preventDefault();
    const read = readRow(entry, data.villages);
    setProblem(typeof read === "string" ? read : null);
    if (typeof read === "string") return;
    setSavedName(entry.name);
    if (!adding.isPending) adding.mutate();
  };
  const field = (name: keyof typeof empty) => (
    <label className="field">
      {paste[name]}
      <input
        value={entry[name]}
        autoComplete="off"
        onChange={(event) => setEntry({ ...entry, [name]: event.target.value })}
      />
    </label>
  );
  return (
    <form className="stack" onSubmit={save} noValidate>
      <div className="manage-fields" data-width="wide">
        {field("name")}
        {field("position")}
        <SelectField
          label={villageLabel}
          value={entry.village}
          options={[["", add.noRole], ...data.villages.map(({ id, name }) => [id, name] as const)]}
          onChoose={(village) => setEntry({ ...entry, village })}
        />
        {entry.village === "" && field("office")}
        {field("phone")}
      </div>
      <p className="soft">{add.placeHint}</p>
      <PlaceChoice forums={data.forums} value={place} onChange={setPlace} />
      {given.length > 0 && (
        <SelectField
          label={add.districtRole}
          value={districtRole}
          options={[["", add.noRole], ...given.map((role) => [role, names[role]] as const)]}
          onChoose={setDistrictRole}
        />
      )}
      {problem !== null && (
        <p role="alert" className="manage-error">
          {paste.problems[problem]}
        </p>
      )}
      {adding.isError && <RefusalLine error={adding.error} />}
      {adding.isSuccess && <p role="status">{add.saved(savedName)}</p>}
      <div className="row">
        <Button type="submit" weight="primary" aria-busy={adding.isPending}>
          {add.save}
        </Button>
      </div>
    </form>
  );
}
