import "./Button.css";
import type { ComponentProps } from "react";
import { Link } from "wouter";
import { Icon, type IconName } from "./Icon.tsx";

/** One primary button at most on a screen: the one thing to do next. */
export type ButtonWeight = "primary" | "secondary" | "quiet" | "danger";

interface Look {
  weight?: ButtonWeight;
  size?: "normal" | "large";
  icon?: IconName;
}

export function Button({
  weight = "secondary",
  size = "normal",
  icon,
  children,
  ...rest
}: Look & Omit<ComponentProps<"button">, "className">) {
  return (
    <button type="button" {...rest} className="button" data-weight={weight} data-size={size}>
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

export function LinkButton({
  weight = "secondary",
  size = "normal",
  icon,
  children,
  ...rest
}: Look & Omit<ComponentProps<"a">, "className" | "href"> & { href: string }) {
  return (
    <Link {...rest} className="button" data-weight={weight} data-size={size}>
      {icon && <Icon name={icon} />}
      {children}
    </Link>
  );
}
