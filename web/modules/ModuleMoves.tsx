import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useLocation } from "wouter";
import type { ModuleStatus } from "../../domain/modules.ts";
import { api, requireOk } from "../api.ts";
import { Button } from "../design/Button.tsx";
import { ConfirmDialog } from "../design/ConfirmDialog.tsx";
import { useModulesMessages } from "../messages/use-modules-messages.ts";
import { StatusDisclosure } from "../statuses/StatusDisclosure.tsx";
import { type ModuleData, modulesKey } from "./modules-query.ts";

/** The next steps of a module, and its end, for who may take them. */
export function ModuleMoves({ module: { id, status, moves, may } }: { module: ModuleData }) {
  const words = useModulesMessages();
  const queryClient = useQueryClient();
  const [, go] = useLocation();
  const [chosen, setChosen] = useState<ModuleStatus | "removed" | null>(null);
  const refresh = () => queryClient.invalidateQueries({ queryKey: modulesKey });
  const moving = useMutation({
    mutationFn: async (to: ModuleStatus | "removed") => {
      const route = api.modules[":moduleId"];
      const param = { moduleId: id };
      if (to === "removed") await requireOk(route.$delete({ param }));
      else await requireOk(route.status.$put({ param, json: { to } }));
    },
    onSuccess: async (_, to) => {
      if (to === "removed") go("/program/modul", { replace: true });
      await refresh();
      setChosen(null);
    },
    onError: refresh,
  });
  if (moves.length === 0 && !may.remove) return null;
  const step =
    chosen === "removed"
      ? {
          button: words.page.remove,
          question: words.page.removeTitle,
          consequence: words.page.removeWhat,
        }
      : chosen && words.moves[chosen];
  return (
    <StatusDisclosure key={status}>
      <div className="row">
        {moves.map((to) => (
          <Button key={to} onClick={() => setChosen(to)}>
            {words.moves[to].button}
          </Button>
        ))}
        {may.remove && (
          <Button weight="quiet" onClick={() => setChosen("removed")}>
            {words.page.remove}
          </Button>
        )}
      </div>
      {chosen && step && (
        <ConfirmDialog
          title={step.question}
          confirm={step.button}
          cancel={words.page.cancel}
          isDangerous={chosen === "withdrawn" || chosen === "removed"}
          isPending={moving.isPending}
          error={moving.error}
          onConfirm={() => moving.mutate(chosen)}
          onClose={() => {
            setChosen(null);
            moving.reset();
          }}
        >
          <p>{step.consequence}</p>
        </ConfirmDialog>
      )}
    </StatusDisclosure>
  );
}
