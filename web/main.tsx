import "./design/tokens.css";
import "./design/base.css";
import "./design/village-colours.css";
import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./App.tsx";
import { CrashBoundary } from "./CrashBoundary.tsx";
import { showTheme } from "./design/theme.ts";
import { startFirstRequests } from "./first-requests.ts";
import { showLanguage } from "./messages/use-messages.ts";
import { forgetPersonOfClosedBrowser } from "./offline/device-person.ts";
import { registerServiceWorker } from "./offline/new-version.ts";
import { queryClient } from "./query-client.ts";
import { takeLinkToken } from "./sign-in/link-token.ts";

showTheme();
takeLinkToken();
void forgetPersonOfClosedBrowser();
startFirstRequests(queryClient, location.pathname);
registerServiceWorker();

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no root");
// Not awaited here: an entry that waits is cut into many small files.
void showLanguage().then(() =>
  createRoot(root).render(
    <StrictMode>
      <CrashBoundary>
        <QueryClientProvider client={queryClient}>
          <App />
        </QueryClientProvider>
      </CrashBoundary>
    </StrictMode>,
  ),
);
