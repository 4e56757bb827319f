// The script of the print view: its one button.
document.documentElement.classList.add("js");
document.getElementById("print")?.addEventListener("click", () => print());
