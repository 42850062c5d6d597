// What the clock decides, and nothing else: which advice holds at an instant, and the times named in it.
// All texts, numbers and rules are in PAGE, which leedshelp worked out. A "wall" is the time on the clocks of
// London, whatever zone the machine is in, written as if it were UTC: its days have 24 hours each.

const MINUTE = 60e3, DAY = 864e5;
const LONDON = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/London", hourCycle: "h23",
  year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric",
});

function wallAt(instant) {
  const part = {};
  for (const { type, value } of LONDON.formatToParts(instant)) part[type] = Number(value);
  return Date.UTC(part.year, part.month - 1, part.day, part.hour, part.minute);
}

const instantOf = wall => wall - (wallAt(wall) - wall); // for hours at which no clock is changed
const midnight = wall => wall - wall % DAY;
const minutes = wall => wall % DAY / MINUTE;
const date = wall => new Date(wall).toISOString().slice(0, 10);
const weekday = wall => (new Date(wall).getUTCDay() + 6) % 7; // Monday is 0

const onDay = (windows, wall) =>
  windows.filter(({ days }) => days[0] <= weekday(wall) && weekday(wall) <= days[1]);
const isWithin = (window, wall) => window.opens <= minutes(wall) && minutes(wall) < window.closes;
const isKnown = wall => PAGE.known[0] <= date(wall) && date(wall) <= PAGE.known[1];
const isWorkingDay = (hours, wall) =>
  onDay(hours.agreed, wall).length > 0 && !(date(wall) in PAGE.holidays);

// Whether a team answers by its hours, and if nobody can be sure, why: leedshelp names these states alike.
function daytime(hours, wall) {
  const isAgreed = onDay(hours.agreed, wall).some(window => isWithin(window, wall));
  const disputed = hours.disputed.findIndex(
    window => onDay([window], wall).length && isWithin(window, wall));
  if (!isAgreed && disputed < 0) return "closed";
  if (!isKnown(wall)) return date(wall) < PAGE.known[0] ? "before" : "after";
  if (date(wall) in PAGE.holidays) return "closed";
  return isAgreed ? "open" : `disputed ${disputed}`;
}

const stateOf = wall =>
  [...PAGE.schedules.map(hours => daytime(hours, wall)), date(wall) > PAGE.dated ? "dated" : "new"].join(", ");

function nextOpen(hours, wall) {
  if (daytime(hours, wall) !== "closed") return wall;
  for (let day = midnight(wall); ; day += DAY) {
    if (!isWorkingDay(hours, day)) continue;
    const opening = onDay(hours.agreed, day)
      .map(window => day + window.opens * MINUTE).sort((one, other) => one - other).find(at => at > wall);
    if (opening !== undefined) return opening;
  }
}

function replyDue(hours, wall) {
  let day = midnight(wall) + DAY;
  while (!isWorkingDay(hours, day)) day += DAY;
  return day + Math.max(...onDay(hours.agreed, day).map(window => window.closes)) * MINUTE;
}

const clock = wall => `${Math.floor(minutes(wall) / 60)}:${String(minutes(wall) % 60).padStart(2, "0")}`;
const dayInWords = wall => {
  const day = new Date(wall);
  return `${PAGE.days[weekday(wall)]} ${day.getUTCDate()} ${PAGE.months[day.getUTCMonth()]} ${day.getUTCFullYear()}`;
};
const inWords = wall => `${dayInWords(wall)}, ${clock(wall)}`;

function soon(at, now) {
  const days = (midnight(at) - midnight(now)) / DAY;
  if (days >= 7) return inWords(at);
  return `${["today", "tomorrow"][days] ?? PAGE.days[weekday(at)]} ${clock(at)}`;
}

const due = (at, now, isSure) => soon(at, now) + (isSure ? "" : PAGE.may_move);

// The times that stand in the texts of an advice, by the names that leedshelp put in their place.
function timesAt(instant) {
  const now = wallAt(instant), [hours] = PAGE.schedules;
  const rung = nextOpen(hours, now);
  const form = wallAt((rung === now ? instant : instantOf(rung)) + DAY);
  const reply = replyDue(hours, now);
  const times = {
    when: inWords(now),
    form_by: due(form, now, rung === now || isKnown(rung)),
    reply_by: due(reply, now, isKnown(reply)),
    again: soon(nextOpen(hours, midnight(reply) + DAY), now),
  };
  PAGE.schedules.forEach((each, number) => {
    const opens = nextOpen(each, now);
    times[`opens${number}`] = due(opens, now, isKnown(opens));
  });
  return times;
}

// What PAGE holds under a number, with the times of an instant in its texts.
function unpacked(number, times) {
  const node = PAGE.nodes[number];
  if (Array.isArray(node)) return node.map(each => unpacked(each, times));
  return typeof node === "string" ? node.replace(/\x02(\w+)\x03/g, (_, name) => times[name]) : node;
}

const keyOf = answers =>
  [answers.consent, answers.harm, answers.tier, answers.concern].map(answer => answer ?? "").join("/");

// The advice for finished answers at an instant, and the numbers to ring whatever is answered.
const inStateAt = (number, instant) =>
  unpacked(PAGE.nodes[number][PAGE.states[stateOf(wallAt(instant))]], timesAt(instant));
const adviceAt = (answers, instant) => inStateAt(PAGE.advices[keyOf(answers)], instant);
const noticeAt = instant => inStateAt(PAGE.notices, instant);
