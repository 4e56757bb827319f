// `next/navigation` on a page from memory: to go somewhere is to load a page.

export const usePathname = (): string => window.location.pathname;

const router = {
  push: (href: string) => window.location.assign(href),
  replace: (href: string) => window.location.replace(href),
  refresh: () => window.location.reload(),
  back: () => window.history.back(),
};

export const useRouter = () => router;
