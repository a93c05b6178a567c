import { type FormEvent, useState } from "react";
import { useLocation } from "wouter";
import { Button } from "../design/Button.tsx";
import { useDeviceMessages } from "../messages/use-device-messages.ts";

/** The code that stands on the other device's screen, typed where no camera reads it. */
export function CodeEntry({ onCode }: { onCode?: (code: string) => void }) {
  const { link } = useDeviceMessages();
  const [, navigate] = useLocation();
  const [code, setCode] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (code.trim() === "") return;
    if (onCode) onCode(code);
    else navigate("/hubungkan", { state: { code } });
  };
  return (
    <form className="section" onSubmit={submit}>
      <label className="field">
        {link.label}
        <input
          data-kind="code"
          value={code}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={40}
          onChange={(event) => setCode(event.target.value)}
        />
      </label>
      <div>
        <Button type="submit">{link.check}</Button>
      </div>
    </form>
  );
}
