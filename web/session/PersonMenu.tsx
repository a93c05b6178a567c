import "./PersonMenu.css";
import { type ComponentType, useState } from "react";
import { Icon } from "../design/Icon.tsx";
import { useMessages } from "../messages/use-messages.ts";
import { useMe } from "./SignedIn.tsx";

type Opened = ComponentType<object>;

/**
 * The button of the person's menu. The menu itself is a third of the first page's bytes, so it is
 * fetched when a finger or pointer comes near.
 */
export function PersonMenu() {
  const { menu } = useMessages();
  const [Opened, setOpened] = useState<Opened | null>(null);
  const [state, setState] = useState<"idle" | "opening" | "failed">("idle");
  if (Opened !== null) return <Opened />;

  const open = async () => {
    setState("opening");
    try {
      const { OpenedPersonMenu } = await fetchMenu();
      setOpened(() => OpenedPersonMenu);
    } catch {
      setState("failed");
    }
  };
  return (
    <div className="person-menu">
      <button
        type="button"
        className="person-button"
        aria-haspopup="menu"
        aria-expanded="false"
        aria-busy={state === "opening"}
        onPointerEnter={prefetchMenu}
        onFocus={prefetchMenu}
        onClick={open}
      >
        <PersonButtonLabel isOpening={state === "opening"} />
      </button>
      {state === "failed" && (
        <p role="alert" className="person-menu-failed">
          {menu.failed}
        </p>
      )}
    </div>
  );
}

export function PersonButtonLabel({ isOpening = false }: { isOpening?: boolean }) {
  const { menu } = useMessages();
  const { person } = useMe();
  return (
    <>
      <Icon name="person" />
      <span className="person-button-words">
        <span className="person-button-me">{isOpening ? menu.opening : menu.open}</span>
        <span className="person-button-name">{person.name}</span>
      </span>
    </>
  );
}

const fetchMenu = () => import("./OpenedPersonMenu.tsx");

function prefetchMenu(): void {
  // A failure is told when the button is pressed.
  fetchMenu().catch(() => undefined);
}
