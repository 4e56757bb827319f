import dynamic from "next/dynamic";
import type { ComponentProps, ReactNode } from "react";
import { AccountMenu } from "@/components/layout/account-menu";
import { KeptMark } from "@/components/layout/offline/kept-mark";
import { KeptStrip } from "@/components/layout/offline/kept-strip";
import { NewVersion } from "@/components/layout/offline/new-version";
import { OutboxChip } from "@/components/layout/outbox/outbox-chip";
import { LocaleSwitch, ThemeSwitch } from "@/components/layout/preference-switches";
import { SearchOpener } from "@/components/layout/search-opener";
import { ShellNav } from "@/components/layout/shell-nav";
import { CodeFrame } from "@/features/runbooks/components/code/code-frame";
import { MermaidDiagram } from "@/features/runbooks/components/code/mermaid-diagram";
import { Outline, outlineOn } from "@/features/runbooks/components/page/outline";
import { ProcedureBar } from "@/features/runbooks/components/page/procedure-bar";
import { RunbookMenu } from "@/features/runbooks/components/page/runbook-menu";
import { PlaceholderField } from "@/features/runbooks/components/variables/placeholder-field";
import { VariablesPanel } from "@/features/runbooks/components/variables/variables-panel";
import { runbookHref } from "@/features/runbooks/links";
import { OpenCount } from "@/features/runbooks/suggestions/components/open-count";
import { atLeast } from "@/lib/auth/roles";
import { adopted } from "./adopt";
import { useRunbook } from "./page-facts";
import { useParts } from "./parts";
import { propsOf } from "./place";

const RunbookRuns = dynamic(() => import("./members").then((module) => module.RunbookRuns));
const VouchEntry = dynamic(() => import("./members").then((module) => module.VouchEntry));
const WaitingCounter = dynamic(() => import("./members").then((module) => module.WaitingCounter));

/** What is rendered into a place of that name: the component that the server rendered there, for this reader. */
const islands: Record<string, (props: Record<string, unknown>, place: HTMLElement) => ReactNode> = {
  nav: (props) => <Nav {...(props as { className: string })} />,
  waiting: () => <Waiting />,
  search: () => <SearchOpener />,
  locale: () => <LocaleSwitch />,
  theme: () => <ThemeSwitch />,
  account: () => <Account />,
  strip: () => <KeptStrip />,
  outline: (props, place) => <Outline {...(props as { label: string })} entries={outlineOn(place)} />,
  bar: (props) => <Bar {...(props as BarProps)} />,
  variables: () => <VariablesPanel />,
  beside: () => <Beside />,
  code: (props, place) => (
    <CodeFrame {...(props as Omit<ComponentProps<typeof CodeFrame>, "children">)}>
      {adopted(place.querySelector("[data-slot]") ?? place, islandIn)}
    </CodeFrame>
  ),
  placeholder: (props) => <PlaceholderField {...(props as ComponentProps<typeof PlaceholderField>)} />,
  diagram: (props) => <MermaidDiagram {...(props as ComponentProps<typeof MermaidDiagram>)} />,
};

/** What stands in a place of the page; undefined for an element that is none, or whose component has its place elsewhere. */
export const islandIn = (place: HTMLElement): ReactNode | undefined =>
  islands[place.dataset.island ?? ""]?.(propsOf(place), place);

const Nav = ({ className }: { className: string }) => <ShellNav worklist={useParts().worklist} className={className} />;

const Account = () => <AccountMenu viewer={useParts().viewer} />;

function Waiting() {
  const { viewer } = useParts();
  return (
    <>
      <OutboxChip />
      <NewVersion />
      {atLeast(viewer?.role ?? null, "responder") && <WaitingCounter />}
    </>
  );
}

type BarProps = Pick<ComponentProps<typeof ProcedureBar>, "path" | "procedures">;

function Bar(props: BarProps) {
  const { canEdit, viewer } = useParts();
  const { path, blob, title, reviewed } = useRunbook();
  return (
    <ProcedureBar
      {...props}
      canEdit={canEdit}
      menu={
        <RunbookMenu path={path} role={viewer?.role ?? null}>
          {canEdit && <VouchEntry path={path} blob={blob} title={title} reviewed={reviewed} />}
        </RunbookMenu>
      }
    />
  );
}

function Beside() {
  const { viewer, suggestions, last } = useParts();
  const { path } = useRunbook();
  return (
    <>
      <OpenCount path={path} count={suggestions} />
      {viewer && <RunbookRuns {...last} />}
      <KeptMark path={runbookHref(path)} />
    </>
  );
}
