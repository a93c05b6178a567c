import { lazy, Suspense, useState } from "react";
import { Button } from "../design/Button.tsx";
import { useShareMessages } from "../messages/use-share-messages.ts";

const ShareDialog = lazy(() => import("./ShareDialog.tsx"));

interface Props {
  /** What is shared, as the button says it. */
  what: string;
  text: string;
  /** Where what it is stands beside it already. */
  isShort?: boolean;
}

/** Opens a ready message, to be read and changed before it goes out. */
export function ShareButton({ what, text, isShort = false }: Props) {
  const words = useShareMessages();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button icon="send" aria-label={words.openNamed(what)} onClick={() => setOpen(true)}>
        {isShort ? words.open : words.openNamed(what)}
      </Button>
      {isOpen && (
        <Suspense>
          <ShareDialog text={text} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
