import { Link } from "wouter";
import { useMessages } from "../messages/use-messages.ts";
import { useModulesMessages } from "../messages/use-modules-messages.ts";
import { ModuleStatusBadge } from "./ModuleStatusBadge.tsx";
import type { ModuleCard } from "./modules-query.ts";

export function ModuleRow({ module }: { module: ModuleCard }) {
  const words = useModulesMessages();
  const { themes } = useMessages();
  return (
    <li className="module-card">
      <div>
        <ModuleStatusBadge status={module.status} />
      </div>
      <h3>
        <Link href={`/program/modul/${module.id}`} className="whole-card-link">
          {module.title}
        </Link>
      </h3>
      <p className="small soft">
        {themes[module.theme]} · {words.uses(module.useCount)}
      </p>
      {module.request !== null && <p>{words.askedFor(module.request)}</p>}
    </li>
  );
}
