import "./states.css";
import { Icon, type IconName } from "./Icon.tsx";

interface Props {
  icon: IconName;
  tone?: "calm" | "wait";
  children: string;
}

/** One line that something is as it is, without asking for anything. */
export function Notice({ icon, tone = "calm", children }: Props) {
  return (
    <p className="notice" data-tone={tone}>
      <Icon name={icon} />
      {children}
    </p>
  );
}
