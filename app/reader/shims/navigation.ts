import { beforeReload } from "@/components/ui/said-before";

// `next/navigation` on a page from memory: to go somewhere is to load a page.

export const usePathname = (): string => window.location.pathname;

const router = {
  push: (href: string) => window.location.assign(href),
  replace: (href: string) => window.location.replace(href),
  refresh() {
    // What was just said is said on the page as it is then.
    setTimeout(() => {
      window.dispatchEvent(new Event(beforeReload));
      window.location.reload();
    });
  },
  back: () => window.history.back(),
};

export const useRouter = () => router;
