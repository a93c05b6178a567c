import { useState } from "react";
import { Button } from "../design/Button.tsx";
import { useMessages } from "../messages/use-messages.ts";

export function CopyButton({ text }: { text: string }) {
  const { recovered } = useMessages().offline;
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
  };
  return (
    <Button icon={isCopied ? "check" : "document"} onClick={copy}>
      {isCopied ? recovered.copied : recovered.copy}
    </Button>
  );
}
