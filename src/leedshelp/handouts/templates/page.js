// The page itself: one view at a time. Nothing is typed, stored or sent; the answers are dropped on leaving.

const main = document.querySelector("main");
const danger = document.querySelector("header p");
const warning = document.getElementById("warning");
const news = document.getElementById("news");
const withoutClock = [...main.childNodes]; // both teams by day and by night, as without a script
const NUMBER = /([0-9]+(?: [0-9]+)+|(?<![0-9])[0-9]{3}(?![0-9]))/;

let answers = {}, trail = [], seen = ""; // `trail` holds the answers before each step: the way back
let redraw = start;

const element = (name, properties, ...children) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children.flat());
  return made;
};

// A text in which every number is whole, and one that can be rung is a link.
const text = string => string.split(NUMBER).filter(Boolean).map(part =>
  part in PAGE.dial ? element("a", { href: `tel:${PAGE.dial[part]}` }, part)
    : NUMBER.test(part) ? element("span", { className: "number" }, part) : part);

const paragraph = (string, className = "") => element("p", { className }, text(string));
const list = (children, className = "") => {
  const made = element("ul", { className }, children);
  made.setAttribute("role", "list"); // some screen readers take a list without marks for none
  return made;
};
const button = (label, onclick, className = "", also = "") =>
  element("button", { type: "button", onclick, className }, label,
    also ? element("span", { className: "quiet" }, also) : []);

function show(title, ...children) {
  const heading = element("h1", { tabIndex: -1 }, text(title));
  main.replaceChildren(...children.flat().map(child => child === "title" ? heading : child));
  heading.focus();
  scrollTo(0, 0);
}

const question = id => PAGE.questions.find(each => each.id === id);
const concern = id => PAGE.concerns.find(each => each.id === id);
const labelOf = (id, answer) => new Map(question(id).options).get(answer);

// As in leedshelp: harm that is feared, and a concern, end the questions.
function next() {
  const { consent, harm, tier } = answers;
  if (harm === "yes" || harm === "unsure" || answers.concern) return null;
  return !consent ? "consent" : !harm ? "harm" : !tier ? "tier" : null;
}

function go(changed) {
  trail.push(answers);
  answers = { ...answers, ...changed };
  if (answers.harm !== "no" || answers.concern) delete answers.tier; // it decides nothing then
  forward();
}

function forward() {
  redraw = () => (next() ? ask(next()) : advise());
  redraw();
}

function back() {
  answers = trail.pop() ?? {};
  forward();
}

function start() {
  [answers, trail] = [{}, []];
  forward();
}

const backButton = () => (trail.length ? [button("Back", back)] : []);
const harmButton = () => button("I fear significant harm now", () => go({ harm: "yes" }), "harm");

function numbersNow() {
  const [emergency, ...teams] = noticeAt(Date.now());
  danger.replaceChildren(...text(emergency));
  const made = element("div", { className: "now" }, teams.map(line => paragraph(line)));
  made.setAttribute("role", "group");
  made.setAttribute("aria-label", "Numbers to ring now");
  return made;
}

function ask(id) {
  const { asks, hint, why, options } = question(id);
  const place = PAGE.questions.findIndex(each => each.id === id) + 1;
  const also = id === "harm" ? { concern: undefined } : {};
  const choices = options.map(([answer, label]) => button(label, () => go({ [id]: answer, ...also })));
  if (id === "harm") choices.push(button("Something else, such as a bruise on a baby", lookUp));
  show(
    asks,
    numbersNow(),
    paragraph(`Question ${place} of ${PAGE.questions.length}`, "quiet"),
    "title",
    paragraph(hint),
    list(choices.map(choice => element("li", {}, choice))),
    element("details", {}, element("summary", {}, "Why this is asked"), paragraph(why)),
    element("div", { className: "ways" },
      id === "harm" ? [] : harmButton(),
      id === "consent" ? button("Look up a worry", lookUp) : [],
      backButton()),
    soFar(),
  );
}

function lookUp() {
  redraw = lookUp;
  const choices = PAGE.concerns.map(({ id, name, also }) =>
    element("li", {}, button(name, () => go({ concern: id, harm: undefined }), "", also)));
  show("What are you worried about?", numbersNow(), "title", list(choices),
    element("div", { className: "ways" }, harmButton(), button("Back", forward)));
}

function soFar() {
  const given = PAGE.questions.filter(({ id }) => answers[id]).map(({ id, asks }) =>
    [asks, labelOf(id, answers[id]), () => change(id)]);
  if (answers.concern) given.push(["Your worry:", concern(answers.concern).name, () => change("harm")]);
  if (!given.length) return [];
  return element("section", {}, element("h2", {}, "Your answers"),
    given.map(([asks, label, onclick]) => element("p", {}, `${asks} `, element("strong", {}, label), " ",
      Object.assign(button("Change", onclick, "small"), { ariaLabel: `Change: ${asks}` }))));
}

function change(id) {
  trail.push(answers);
  redraw = () => ask(id);
  redraw();
}

function advise() {
  const [whenToRing999, headline, groups, facts, unofficial, rest] = adviceAt(answers, Date.now());
  danger.replaceChildren(...text(whenToRing999));
  show(
    headline,
    "title",
    groups.map(([heading, entries, below]) => [
      heading ? paragraph(heading, "before") : [],
      list(entries.map(call), "calls"),
      below ? paragraph(below) : [],
    ]).flat(),
    element("dl", {}, facts.map(([label, texts]) =>
      [element("dt", {}, label), ...texts.map(each => element("dd", {}, text(each)))]).flat()),
    paragraph(`At ${timesAt(Date.now()).when}. ${unofficial}`, "quiet"),
    element("div", { className: "ways" },
      answers.harm === "yes" ? [] : harmButton(), backButton(), button("Start again", start), button("Print", () => print())),
    rest.map(([heading, ...lines]) => element("section", {},
      element("h2", {}, text(heading.replace(/:$/, ""))), lines.map(line => paragraph(line)))),
    soFar(),
  );
}

function call([before, number, name, glance, isOpen]) {
  return element("li", { className: isOpen ? "open" : "" },
    before ? element("span", { className: "before" }, before) : [],
    text(number), element("strong", {}, name), ". ", text(glance));
}

// What may change while the page is open: the state of the hours, and the day.
const now = () => `${stateOf(wallAt(Date.now()))} ${date(wallAt(Date.now()))}`;

function check() {
  const today = date(wallAt(Date.now()));
  const isEarly = today < PAGE.made;
  warning.hidden = !isEarly && today <= PAGE.until;
  warning.textContent = isEarly
    ? `The clock of this device says ${dayInWords(wallAt(Date.now()))}. That is before this page was made, so it cannot tell who answers now. Look at the hours of each number.`
    : `This page is old: do not trust it. Get a new one. It could be used until ${dayInWords(Date.parse(PAGE.until))}.`;
  document.getElementById("foot")?.remove();
  if (!warning.hidden) document.querySelector("footer").prepend(element("p", { id: "foot", className: "warning" }, warning.textContent));
  return !isEarly;
}

function renew() {
  if (now() === seen) return;
  const isFirst = !seen;
  seen = now();
  if (!check()) {
    main.replaceChildren(...withoutClock);
    return;
  }
  redraw();
  if (!isFirst) news.textContent = "The hour has changed. Look at the numbers again.";
}

addEventListener("pagehide", () => { [answers, trail, seen, redraw] = [{}, [], "", start]; main.replaceChildren(...withoutClock); });
addEventListener("pageshow", renew);
setInterval(renew, 20e3);
renew();
