import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { api, readResponse, requireOk } from "../api.ts";
import { Button } from "../design/Button.tsx";
import { QrCode } from "../design/QrCode.tsx";
import { useLanguage, useMessages } from "../messages/use-messages.ts";
import { formatDay } from "../time.ts";
import { type ListedPerson, peopleQuery } from "./people-query.ts";
import { RefusalLine } from "./RefusalLine.tsx";
import { useManageMessages } from "./use-manage-messages.ts";

interface Props {
  person: ListedPerson;
  forumId: string | null;
  onClose: () => void;
}

/** One person's link: as QR, to copy, and as the message that goes by WhatsApp. */
export function InvitationDialog({ person, forumId, onClose }: Props) {
  const words = useManageMessages();
  const { loading } = useMessages();
  const [language] = useLanguage();
  const dialog = useRef<HTMLDialogElement>(null);
  const queryClient = useQueryClient();
  useEffect(() => dialog.current?.showModal(), []);
  const invitation = useQuery({
    queryKey: ["invitation", person.id, forumId],
    queryFn: async () => {
      const json = { personIds: [person.id], forumId };
      const { links } = await readResponse(api.people.links.$post({ json }));
      return links[0] ?? null;
    },
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const close = () => {
    void queryClient.invalidateQueries({ queryKey: peopleQuery.queryKey });
    onClose();
  };
  const revoking = useMutation({
    mutationFn: () =>
      requireOk(api.people[":personId"].links.$delete({ param: { personId: person.id } })),
    onSuccess: close,
  });
  const [isRevoking, setRevoking] = useState(false);
  const [copied, setCopied] = useState<string | null>(null);
  const copy = async (text: string) => {
    const done = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
    setCopied(done ? words.copied : words.copyFailed);
  };
  const link = invitation.data;
  return (
    <dialog
      ref={dialog}
      className="invitation"
      aria-label={words.inviteNamed(person.name)}
      onClose={close}
    >
      <div className="stack">
        <h2>{words.inviteNamed(person.name)}</h2>
        {invitation.isError && <RefusalLine error={invitation.error} />}
        {invitation.isPending && <p role="status">{loading}</p>}
        {link && (
          <>
            <QrCode text={link.address} label={words.qrLabel(person.name)} />
            <p>{words.until(formatDay(link.expiresAt, language))}</p>
            <div className="row">
              <a
                className="button"
                data-weight="primary"
                href={`https://wa.me/${person.phone ?? ""}?text=${encodeURIComponent(link.text)}`}
                target="_blank"
                rel="noreferrer"
              >
                {words.whatsapp}
              </a>
              <Button onClick={() => void copy(link.address)}>{words.copyLink}</Button>
              <Button onClick={() => void copy(link.text)}>{words.copyText}</Button>
              {"share" in navigator && (
                <Button onClick={() => void navigator.share({ text: link.text }).catch(() => null)}>
                  {words.shareElsewhere}
                </Button>
              )}
            </div>
            {copied !== null && <p role="status">{copied}</p>}
            <p className="invitation-text">{link.text}</p>
          </>
        )}
        {revoking.isError && <RefusalLine error={revoking.error} />}
        {isRevoking && <p>{words.revokeWhat(person.name)}</p>}
        <div className="row">
          {isRevoking ? (
            <>
              <Button weight="danger" onClick={() => revoking.mutate()}>
                {words.revokeSure(person.name)}
              </Button>
              <Button onClick={() => setRevoking(false)}>{words.keep}</Button>
            </>
          ) : (
            link && <Button onClick={() => setRevoking(true)}>{words.revoke}</Button>
          )}
          <Button weight="quiet" onClick={() => dialog.current?.close()}>
            {words.close}
          </Button>
        </div>
      </div>
    </dialog>
  );
}
