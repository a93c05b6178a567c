import { Menu } from "@base-ui/react/menu";
import { Link } from "wouter";
import { can } from "../../domain/permissions.ts";
import { Icon } from "../design/Icon.tsx";
import { type ThemeChoice, themeChoices, useTheme } from "../design/theme.ts";
import { VillageBadge } from "../design/VillageBadge.tsx";
import { type Language, languages, useLanguage, useMessages } from "../messages/use-messages.ts";
import { useMineMessages } from "../messages/use-mine-messages.ts";
import { PersonButtonLabel } from "./PersonMenu.tsx";
import { useMe } from "./SignedIn.tsx";
import { useSignOut } from "./use-sign-out.ts";

/** The person's menu, which opens as soon as it is there. */
export function OpenedPersonMenu() {
  const { menu } = useMessages();
  const { page: mine } = useMineMessages();
  const [language, setLanguage] = useLanguage();
  const [theme, setTheme] = useTheme();
  const signOut = useSignOut();
  const { person, roles } = useMe();
  const villageId = person.village?.id ?? null;
  const hasFollowUps =
    villageId !== null || can({ personId: person.id, villageId, roles }, "forum.configure");
  return (
    <div className="person-menu">
      <Menu.Root defaultOpen modal={false}>
        <Menu.Trigger className="person-button">
          <PersonButtonLabel />
        </Menu.Trigger>
        <Menu.Portal>
          <Menu.Positioner
            className="menu-positioner"
            positionMethod="fixed"
            sideOffset={6}
            align="end"
          >
            <Menu.Popup className="menu" aria-label={menu.open}>
              <Menu.Group>
                <Menu.GroupLabel render={<PersonCard />} />
              </Menu.Group>
              <Choices<Language>
                label={menu.language}
                value={language}
                values={languages}
                names={menu.languages}
                onChoose={setLanguage}
              />
              <Choices<ThemeChoice>
                label={menu.theme}
                value={theme}
                values={themeChoices}
                names={menu.themes}
                onChoose={setTheme}
              />
              <Menu.Separator className="menu-separator" />
              <Menu.Item className="menu-item" render={<Link href="/saya" />}>
                <Icon name="person" />
                {mine.title}
              </Menu.Item>
              {hasFollowUps && (
                <Menu.Item className="menu-item" render={<Link href="/tindak-lanjut" />}>
                  <Icon name="tasks" />
                  {mine.followUps}
                </Menu.Item>
              )}
              <Menu.Item className="menu-item" render={<Link href="/saya/perangkat" />}>
                <Icon name="devices" />
                {menu.devices}
              </Menu.Item>
              <Menu.Item
                className="menu-item"
                closeOnClick={false}
                disabled={signOut.isPending}
                onClick={() => signOut.mutate()}
              >
                <Icon name="exit" />
                {menu.signOut}
              </Menu.Item>
              {signOut.isError && (
                <p role="alert" className="menu-error">
                  {menu.signOutFailed}
                </p>
              )}
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
    </div>
  );
}

function PersonCard(props: object) {
  const { person } = useMe();
  const { demo } = useMessages();
  return (
    <div {...props} className="menu-person">
      <strong>{person.name}</strong>
      <span className="soft">{person.position}</span>
      {person.village ? <VillageBadge village={person.village} /> : <span>{person.office}</span>}
      {person.isDemo && <span className="small soft">{demo.notice}</span>}
    </div>
  );
}

interface ChoicesProps<T extends string> {
  label: string;
  value: T;
  values: readonly T[];
  names: Record<T, string>;
  onChoose: (value: T) => void;
}

function Choices<T extends string>({ label, value, values, names, onChoose }: ChoicesProps<T>) {
  return (
    <>
      <Menu.Separator className="menu-separator" />
      <Menu.RadioGroup value={value} onValueChange={onChoose}>
        <Menu.GroupLabel className="menu-label">{label}</Menu.GroupLabel>
        {values.map((each) => (
          <Menu.RadioItem key={each} value={each} className="menu-item">
            <span className="menu-tick">
              <Menu.RadioItemIndicator>
                <Icon name="check" />
              </Menu.RadioItemIndicator>
            </span>
            {names[each]}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
    </>
  );
}
