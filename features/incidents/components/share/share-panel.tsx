"use client";
import { Link2, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useCallback, useEffect, useRef, useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button, IconButton } from "@/components/ui/button";
import { laterDialog } from "@/components/ui/later-dialog";
import { DateTime, RelativeTime } from "@/components/ui/time";
import { useToast } from "@/components/ui/toast";
import { call } from "@/lib/http/client";
import type { ShareLinkView } from "../../share/schema";
import { Panel } from "../side/panel";
import { useLiveIncident } from "../view/live-incident";

const ShareDialog = laterDialog(() => import("./share-dialog").then((module) => module.ShareDialog));

/** The links by which people without an account follow the updates: who made each, until when, when it was last seen. */
export function SharePanel() {
  const t = useTranslations("incidents.share");
  const { incident, can, api } = useLiveIncident();
  const [links, setLinks] = useState<ShareLinkView[]>([]);
  const [making, setMaking] = useState(false);
  // Links that somebody makes, revokes or opens are told on the timeline: what changes the incident is a reason to look again.
  const told = incident.lastSeq;
  const read = useCallback(async () => {
    const answer = await call<{ links: ShareLinkView[] }>("GET", `${api}/share-links`);
    if (answer.ok) setLinks(answer.value.links);
  }, [api]);
  const readAt = useRef<number | null>(null);
  useEffect(() => {
    if (!can.share || readAt.current === told) return;
    readAt.current = told;
    void read();
  }, [read, told, can.share]);
  if (!can.share) return null;
  return (
    <Panel
      title={t("title")}
      action={
        <IconButton label={t("make")} size="sm" onClick={() => setMaking(true)}>
          <Plus aria-hidden className="size-4" />
        </IconButton>
      }
    >
      {links.length === 0 && <p className="text-sm text-muted">{t("none")}</p>}
      <ul className="grid gap-2">
        {links.map((link) => (
          <Item key={link.id} link={link} onChange={read} />
        ))}
      </ul>
      {making && <ShareDialog onMade={read} onClose={() => setMaking(false)} />}
    </Panel>
  );
}

function Item({ link, onChange }: { link: ShareLinkView; onChange: () => Promise<void> }) {
  const t = useTranslations("incidents.share");
  const { api } = useLiveIncident();
  const toast = useToast();
  const [asked, setAsked] = useState(false);
  const revoke = async () => {
    const answer = await call("DELETE", `${api}/share-links/${link.id}`);
    if (!answer.ok) toast({ title: link.title, description: answer.title, tone: "danger" });
    setAsked(false);
    await onChange();
  };
  const open = link.state === "open";
  return (
    <li className="text-sm">
      <p className="flex items-start gap-1.5">
        <Link2
          aria-hidden
          className={open ? "mt-0.5 size-4 shrink-0 text-accent" : "mt-0.5 size-4 shrink-0 text-muted"}
        />
        <span
          className={open ? "min-w-0 flex-1 wrap-anywhere" : "min-w-0 flex-1 text-muted line-through wrap-anywhere"}
        >
          {link.title}
        </span>
        {!open && <Badge>{t(`state.${link.state}`)}</Badge>}
      </p>
      <p className="pl-5.5 text-xs text-muted">
        {link.lastSeenAt ? t.rich("seen", { at: () => <RelativeTime at={link.lastSeenAt ?? ""} /> }) : t("unseen")}
        {" · "}
        {t.rich("until", { at: () => <DateTime at={link.expiresAt} /> })}
        {" · "}
        {link.createdBy}
      </p>
      {open && (
        <div className="mt-1 flex gap-2 pl-5.5">
          {asked ? (
            <>
              <Button size="sm" variant="danger" onClick={() => void revoke()}>
                {t("revokeSure")}
              </Button>
              <Button size="sm" variant="ghost" onClick={() => setAsked(false)}>
                {t("keep")}
              </Button>
            </>
          ) : (
            <Button
              size="sm"
              variant="ghost"
              aria-label={t("revokeOf", { title: link.title })}
              onClick={() => setAsked(true)}
            >
              {t("revoke")}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}
