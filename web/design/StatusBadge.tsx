import "./StatusBadge.css";
import { Icon, type IconName } from "./Icon.tsx";

export type Tone = "calm" | "live" | "wait" | "good" | "danger";

interface Props {
  tone: Tone;
  icon: IconName;
  children: string;
}

/** A status as icon, word and colour together. */
export function StatusBadge({ tone, icon, children }: Props) {
  return (
    <span className="status-badge" data-tone={tone}>
      <Icon name={icon} />
      {children}
    </span>
  );
}
