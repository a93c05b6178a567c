import { can } from "../../domain/permissions.ts";
import { LinkButton } from "../design/Button.tsx";
import { Card } from "../design/Card.tsx";
import { PageFrame } from "../design/PageFrame.tsx";
import { NotFoundPage } from "../NotFoundPage.tsx";
import { useMe } from "../session/SignedIn.tsx";
import { useManageMessages } from "./use-manage-messages.ts";

/** What a facilitator or the camat looks after. */
export function ManagePage() {
  const words = useManageMessages();
  const { person, roles } = useMe();
  const actor = { personId: person.id, villageId: person.village?.id ?? null, roles };
  if (!can(actor, "people.see")) return <NotFoundPage />;
  return (
    <PageFrame title={words.title}>
      <h1>{words.title}</h1>
      <div className="manage-cards">
        <Card weight="main">
          <h2>{words.people}</h2>
          <p>{words.peopleHint}</p>
          <div className="row">
            <LinkButton href="/kelola/orang/daftar" weight="primary" icon="people">
              {words.pasteList}
            </LinkButton>
            <LinkButton href="/kelola/orang">{words.openPeople}</LinkButton>
          </div>
        </Card>
        <Card>
          <h2>{words.audit}</h2>
          <p>{words.auditHint}</p>
          <div className="row">
            <LinkButton href="/kelola/catatan">{words.openAudit}</LinkButton>
          </div>
        </Card>
        {can(actor, "settings.change") && (
          <Card>
            <h2>{words.settings}</h2>
            <p>{words.settingsHint}</p>
            <div className="row">
              <LinkButton href="/kelola/pengaturan">{words.openSettings}</LinkButton>
              <LinkButton href="/kelola/kunci" icon="key">
                {words.openKeys}
              </LinkButton>
              <LinkButton href="/kelola/kop-surat">{words.letterhead}</LinkButton>
            </div>
          </Card>
        )}
      </div>
    </PageFrame>
  );
}
