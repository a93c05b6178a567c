import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { api, readResponse } from "../api.ts";
import { Button } from "../design/Button.tsx";
import { FailureLine } from "../design/FailureLine.tsx";
import { TextField } from "../design/TextField.tsx";
import { usePrepareMessages } from "../messages/use-prepare-messages.ts";
import { GuestChoices, type GuestPlace } from "./GuestChoices.tsx";

const nobody = { name: "", position: "", office: "", phone: "" };

/** Somebody of an office or community whom the product does not know yet. */
export function NewGuest({ forumId, onAdded }: { forumId: string; onAdded: () => unknown }) {
  const { guests: words } = usePrepareMessages();
  const [person, setPerson] = useState(nobody);
  const [place, setPlace] = useState<GuestPlace>({ role: "observer", sector: "government" });
  const [addedName, setAddedName] = useState("");
  const adding = useMutation({
    mutationFn: () =>
      readResponse(
        api.forums[":forumId"].guests.$post({ param: { forumId }, json: { ...person, ...place } }),
      ),
    onSuccess: () => {
      setAddedName(person.name);
      setPerson({ ...nobody, office: person.office });
      return onAdded();
    },
  });
  const add = (event: FormEvent) => {
    event.preventDefault();
    setAddedName("");
    if (!adding.isPending) adding.mutate();
  };
  const field = (name: "name" | "position" | "office" | "phone") => (
    <TextField
      label={words[name]}
      value={person[name]}
      required={name !== "phone"}
      autoComplete="off"
      {...(name === "phone" ? { type: "tel" } : { maxLength: 120 })}
      onText={(text) => setPerson({ ...person, [name]: text })}
    />
  );
  return (
    <section className="section" aria-labelledby="fresh-guest">
      <h2 id="fresh-guest">{words.fresh}</h2>
      <form className="form prepare-form" onSubmit={add}>
        {field("name")}
        <div className="form-columns">
          {field("position")}
          {field("office")}
        </div>
        <GuestChoices place={place} onChange={setPlace} />
        {field("phone")}
        <FailureLine error={adding.error} />
        {addedName !== "" && <p role="status">{words.added(addedName)}</p>}
        <div className="row">
          <Button type="submit" weight="primary" aria-busy={adding.isPending}>
            {words.add}
          </Button>
        </div>
      </form>
    </section>
  );
}
