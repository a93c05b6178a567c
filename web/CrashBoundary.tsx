import { Component, type ReactNode } from "react";
import { Button } from "./design/Button.tsx";
import { PlainFrame } from "./design/PlainFrame.tsx";
import { useMessages } from "./messages/use-messages.ts";
import { reloadNewestVersion } from "./offline/new-version.ts";

/** Shows words and a way on where a bug, or a part that did not load, would show a blank page. */
export class CrashBoundary extends Component<{ children: ReactNode }, { hasCrashed: boolean }> {
  override state = { hasCrashed: false };

  static getDerivedStateFromError() {
    return { hasCrashed: true };
  }

  override render() {
    return this.state.hasCrashed ? <CrashPage /> : this.props.children;
  }
}

function CrashPage() {
  const { errors } = useMessages();
  return (
    <PlainFrame title={errors.crashTitle}>
      <h1>{errors.crashTitle}</h1>
      <p role="alert">{errors.crash}</p>
      <p>
        <Button weight="primary" size="large" icon="reload" onClick={reloadNewestVersion}>
          {errors.reload}
        </Button>
      </p>
    </PlainFrame>
  );
}
