import type { MouseEvent } from "react";
import { Link } from "wouter";
import { useMessages } from "../messages/use-messages.ts";
import { Icon } from "./Icon.tsx";

/** Goes where the person came from; to `otherwise` when this page was the first they opened. */
export function BackLink({ otherwise }: { otherwise: string }) {
  const { back } = useMessages();
  const goBack = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || !canGoBack()) return;
    event.preventDefault();
    history.back();
  };
  return (
    <Link href={otherwise} className="back-link" onClick={goBack}>
      <Icon name="back" />
      {back}
    </Link>
  );
}

/** Counts this site's own pages only: a link from WhatsApp must not lead back to WhatsApp. */
function canGoBack(): boolean {
  return "navigation" in window && window.navigation.canGoBack;
}
