import "../design/forms.css";
import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "wouter";
import { api, readResponse, requireOk } from "../api.ts";
import { Button, LinkButton } from "../design/Button.tsx";
import { ErrorState } from "../design/ErrorState.tsx";
import { FailureLine } from "../design/FailureLine.tsx";
import { PageFrame } from "../design/PageFrame.tsx";
import { type PersonFields, PersonForm } from "../design/PersonForm.tsx";
import { Skeleton } from "../design/Skeleton.tsx";
import { saveFile } from "../design/save-file.ts";
import { useMessages } from "../messages/use-messages.ts";
import { useMineMessages } from "../messages/use-mine-messages.ts";
import { meKey } from "../session/me-query.ts";
import { useMe } from "../session/SignedIn.tsx";
import { CalendarFeed } from "./CalendarFeed.tsx";
import { NoticeWords } from "./NoticeWords.tsx";

const profileQuery = queryOptions({
  queryKey: ["my-profile"],
  queryFn: () => readResponse(api.me.profile.$get()),
});

/** What is kept about oneself: to see, to correct, to take away. */
export default function MinePage() {
  const { page: words } = useMineMessages();
  const { person, roles } = useMe();
  const copy = useMutation({
    mutationFn: () => readResponse(api.me.data.$post()),
    onSuccess: (data) =>
      saveFile("data-saya.json", "application/json", [JSON.stringify(data, null, 2)]),
  });
  const profile = useQuery(profileQuery);
  const mayReadLog = profile.data?.roles.some(({ role }) => role !== "inspectorate");
  return (
    <PageFrame title={words.title} back="/">
      <h1>{words.title}</h1>
      <MyFacts key={person.id} />
      {mayReadLog && (
        <section className="section">
          <h2>{words.places}</h2>
          <div className="row">
            <LinkButton href="/kelola/catatan" icon="clock">
              {words.audit}
            </LinkButton>
            {roles.includes("camat") && (
              <LinkButton href="/kelola/pengaturan" icon="sections">
                {words.settings}
              </LinkButton>
            )}
          </div>
        </section>
      )}
      <CalendarFeed />
      <section className="section">
        <h2>{words.copyTitle}</h2>
        <p>{words.copy}</p>
        <FailureLine error={copy.error} />
        <div className="row">
          <Button icon="document" aria-busy={copy.isPending} onClick={() => copy.mutate()}>
            {words.takeCopy}
          </Button>
        </div>
      </section>
      <section className="section">
        <h2>{words.removalTitle}</h2>
        <p>{words.removal}</p>
      </section>
      <section className="section">
        <h2>{words.noticeTitle}</h2>
        <NoticeWords />
      </section>
    </PageFrame>
  );
}

function MyFacts() {
  const { page: words } = useMineMessages();
  const { roles: roleNames } = useMessages();
  const { person } = useMe();
  const queryClient = useQueryClient();
  const [isCorrecting, setCorrecting] = useState(false);
  const profile = useQuery(profileQuery);
  const correct = useMutation({
    mutationFn: (json: PersonFields) => requireOk(api.me.$patch({ json })),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: meKey });
      await queryClient.invalidateQueries({ queryKey: profileQuery.queryKey });
      setCorrecting(false);
    },
  });
  if (!profile.data) {
    return profile.isError ? (
      <ErrorState error={profile.error} onRetry={profile.refetch} />
    ) : (
      <Skeleton rows={4} />
    );
  }
  const { phone, roles, places } = profile.data;
  if (isCorrecting) {
    return (
      <PersonForm
        fields={{ name: person.name, position: person.position, phone: phone ? `+${phone}` : "" }}
        words={words}
        isPending={correct.isPending}
        error={correct.error}
        onSave={(fields) => correct.mutate(fields)}
        onCancel={() => setCorrecting(false)}
      />
    );
  }
  const facts: [string, string][] = [
    [words.name, person.name],
    [words.position, person.position],
    [words.from, person.village?.name ?? person.office ?? ""],
    [words.phone, phone ? `+${phone}` : words.noPhone],
    [
      words.roles,
      roles.map(({ districtName, role }) => `${roleNames[role]}, ${districtName}`).join("; ") ||
        words.noRoles,
    ],
  ];
  return (
    <section className="section">
      <h2>{words.facts}</h2>
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <div>
          <dt>{words.forums}</dt>
          <dd>
            {places.length === 0 && words.noForums}
            {places.map(({ forumId, title, role }) => (
              <div key={`${forumId} ${role}`}>
                <Link href={`/forum/${forumId}`}>{title}</Link> ({roleNames[role]})
              </div>
            ))}
          </dd>
        </div>
        <div>
          <dt>{words.code}</dt>
          <dd>
            <code>{person.id}</code>
            <p className="field-hint">{words.codeHint}</p>
          </dd>
        </div>
      </dl>
      {correct.isSuccess && <p role="status">{words.saved}</p>}
      <div className="row">
        <Button icon="pencil" onClick={() => setCorrecting(true)}>
          {words.correct}
        </Button>
        <LinkButton href="/saya/perangkat" icon="devices">
          {words.devices}
        </LinkButton>
      </div>
    </section>
  );
}
