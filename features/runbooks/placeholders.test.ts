import { expect, test } from "vitest";
import { placeholdersOf, splitPlaceholders } from "./placeholders";

const names = (text: string, declared: string[] = []) => placeholdersOf(text, declared).map((found) => found.name);

test.each([
  ["curl -I https://<pms_host>/api/status", ["pms_host"]],
  ['curl -H "Authorization: Bearer <token>" <host>:8080', ["token", "host"]],
  ["kubectl logs <nombre del pod> -n <namespace>", ["nombre del pod", "namespace"]],
  ["query?start=<now-1h>&end=<now>", ["now-1h", "now"]],
  ["curl ${API_URL}/health", ["API_URL"]],
  ['up{instance="{{ $labels.instance }}"}', ["instance"]],
  ["DROP TABLE <table>;", ["table"]],
  ["echo <a-b> <a-b>", ["a-b"]],
])("%s asks for %j", (text, expected) => {
  expect(names(text)).toEqual(expected);
});

test.each([
  "cat <<EOF > a.txt\nhola\nEOF",
  "cat <<'EOF'\nx\nEOF",
  "docker logs api 2>&1 | tail",
  "for i in {1..30}; do echo $i; done",
  "for pod in $(kubectl get pods); do echo ${pod}; done",
  "TOKEN=$(cat t); curl -H ${TOKEN}",
  "echo ${PATH} $PORT ${HOME}",
  "psql -U ${POSTGRES_USER:-chatbot}",
  "echo '<div>hola</div>' > index.html",
  "sort <in.txt>out.txt",
  "SELECT * FROM t WHERE a <b and c> d",
  'git commit --author "A <a@b.c>"',
  "awk '{print $NF}'",
  "diff <(a) <(b)",
  "grep '<html lang=\"es\">'",
])("%s asks for nothing", (text) => {
  expect(names(text)).toEqual([]);
});

test("a bare variable counts where it is declared", () => {
  expect(names('curl -H "Bearer $ADMIN_TOKEN" $OTHER', ["ADMIN_TOKEN"])).toEqual(["ADMIN_TOKEN"]);
  expect(names("API_URL=x; curl ${API_URL}", ["API_URL"])).toEqual(["API_URL"]);
});

test("the segments join to the command again", () => {
  const text = "a <b> ${C} d <b>\n{{ $labels.e }}";
  expect(
    splitPlaceholders(text)
      .map((segment) => ("raw" in segment ? segment.raw : segment.text))
      .join(""),
  ).toBe(text);
});
