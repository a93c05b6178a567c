import "./session.css";
import "./session-sheet.css";
import "./projector.css";
import "../document/editor.css";
import { useEffect, useState } from "react";
import { LinkButton } from "../design/Button.tsx";
import { ErrorState } from "../design/ErrorState.tsx";
import { usePageTitle } from "../design/use-page-title.ts";
import { useSessionMessages } from "../messages/use-session-messages.ts";
import { ItemTime } from "./ItemTime.tsx";
import { ProjectedAside } from "./ProjectedAside.tsx";
import { ProjectedText } from "./ProjectedText.tsx";
import { Speaker } from "./TurnsPart.tsx";
import { useSession } from "./use-session.ts";
import { useWakeLock } from "./use-wake-lock.ts";

/** The hall's wall: what is current, the text that is spoken of, who is next. Nobody touches it. */
export default function ProjectorPage({ forumId }: { forumId: string }) {
  const words = useSessionMessages();
  const { view, page } = useSession(forumId);
  const [showsCodes, setShowsCodes] = useState(true);
  const [showsKeys, setShowsKeys] = useState(false);
  useWakeLock();
  usePageTitle(words.screen.title);
  const turnTheme = useScreenTheme();
  useEffect(() => {
    const onKey = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent) => {
      if (ctrlKey || metaKey || altKey) return;
      if (key === "q" || key === "Q") setShowsCodes((shows) => !shows);
      if (key === "t" || key === "T") turnTheme();
      if (key === "f" || key === "F") toggleFullScreen();
      if (key === "?") setShowsKeys((shows) => !shows);
      if (key === "Escape") setShowsKeys(false);
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, [turnTheme]);

  const { item = null, speaking = null, place = null } = view.parts ?? {};
  if (view.refusal) {
    return (
      <main className="projector">
        <ErrorState error={new Error(view.refusal)} onRetry={() => location.reload()} />
      </main>
    );
  }
  return (
    <main className="projector" data-link={view.link}>
      <header className="projector-head">
        <div className="projector-item">
          <p className="projector-forum">{page?.title}</p>
          <h1>{item?.title ?? words.noItem}</h1>
          {item?.isGone && <p className="projector-note">{words.itemGone}</p>}
          {view.link === "lost" && <p className="projector-note">{words.lost}</p>}
        </div>
        {item && (
          <p className="projector-clock">
            <ItemTime item={item} view={view} />
          </p>
        )}
        {speaking && (
          <p className="projector-speaking">
            <span className="soft">{words.turns.speaking}: </span>
            <Speaker turn={speaking} />
          </p>
        )}
      </header>
      <section className="projector-text" aria-label={words.follow.start}>
        {place ? (
          <ProjectedText key={place.documentId} place={place} />
        ) : (
          <>
            <ol className="projector-agenda" aria-label={words.agenda.title}>
              {page?.agenda.map(({ id, title }) => (
                <li key={id} aria-current={id === item?.itemId ? "step" : undefined}>
                  {title}
                </li>
              ))}
            </ol>
            <p className="projector-note">{words.screen.waiting}</p>
          </>
        )}
      </section>
      <ProjectedAside forumId={forumId} view={view} showsCodes={showsCodes} />
      {showsKeys && <Keys />}
      <div className="projector-corner">
        <LinkButton weight="quiet" href={`/forum/${forumId}`}>
          {words.screen.back}
        </LinkButton>
        <button
          type="button"
          className="projector-help"
          aria-expanded={showsKeys}
          onClick={() => setShowsKeys(!showsKeys)}
        >
          ? {words.screen.keys}
        </button>
      </div>
    </main>
  );
}

function Keys() {
  const { screen: words } = useSessionMessages();
  const { q, t, f, help } = words.keyNames;
  return (
    <dl className="projector-keys" aria-label={words.keys}>
      {[
        ["Q", q],
        ["T", t],
        ["F", f],
        ["?", help],
      ].map(([key, name]) => (
        <div key={key}>
          <dt>
            <kbd>{key}</kbd>
          </dt>
          <dd>{name}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Black on white, or light on dark; the person's own choice comes back with their own pages. */
function useScreenTheme(): () => void {
  const [isDark, setDark] = useState(false);
  useEffect(() => {
    const before = document.documentElement.dataset.theme;
    return () => {
      if (before) document.documentElement.dataset.theme = before;
    };
  }, []);
  useEffect(() => {
    document.documentElement.dataset.theme = isDark ? "dark" : "projector";
  }, [isDark]);
  const [turn] = useState(() => () => setDark((dark) => !dark));
  return turn;
}

function toggleFullScreen(): void {
  const done = document.fullscreenElement
    ? document.exitFullscreen()
    : document.documentElement.requestFullscreen();
  // A browser may forbid it; the screen is readable in its window too.
  done.catch(() => undefined);
}
