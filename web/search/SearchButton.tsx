import { type ComponentType, useEffect, useState } from "react";
import { Icon } from "../design/Icon.tsx";
import { useMessages } from "../messages/use-messages.ts";

type Opened = ComponentType<{ onClose: () => void }>;

/** Opens the search from every page, also by Ctrl-K; what it opens is fetched by then. */
export function SearchButton() {
  const { search } = useMessages();
  const [Dialog, setDialog] = useState<Opened | null>(null);
  const [isOpen, setIsOpen] = useState(false);
  const [hasFailed, setHasFailed] = useState(false);
  const open = () => {
    setIsOpen(true);
    fetchDialog().then(
      ({ SearchDialog }) => setDialog(() => SearchDialog),
      () => setHasFailed(true),
    );
  };
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isAsked = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
      if (!isAsked || event.key.toLowerCase() !== "k") return;
      event.preventDefault();
      open();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  });
  return (
    <>
      <button
        type="button"
        className="search-button"
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K"
        aria-busy={isOpen && Dialog === null && !hasFailed}
        onPointerEnter={prefetchDialog}
        onFocus={prefetchDialog}
        onClick={open}
      >
        <Icon name="search" />
        <span className="search-button-word">{search.open}</span>
        <span className="search-key" aria-hidden="true">
          Ctrl K
        </span>
      </button>
      {hasFailed && (
        <p role="alert" className="person-menu-failed">
          {search.failed}
        </p>
      )}
      {isOpen && Dialog !== null && <Dialog onClose={() => setIsOpen(false)} />}
    </>
  );
}

const fetchDialog = () => import("./SearchDialog.tsx");

function prefetchDialog(): void {
  // A failure is told when the button is pressed.
  fetchDialog().catch(() => undefined);
}
