/** Leads to the search page with a text in the body of the request, as a form does: where a page cannot be changed for another. */
export function postText(text: string): void {
  const form = document.createElement("form");
  form.method = "post";
  form.action = "/search";
  form.hidden = true;
  const field = document.createElement("textarea");
  field.name = "q";
  field.value = text;
  form.append(field);
  document.body.append(form);
  form.submit();
}
