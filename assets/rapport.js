// What the pages do beyond HTML. Every page works without it: long lists are sorted and saved by links, and forms are forms.
// It evaluates nothing and writes no style attribute, so that the strictest content security policy holds.
(() => {
  "use strict";
  const root = document.documentElement;
  const own = document.currentScript;
  root.classList.add("js");

  // The theme stands before the first paint: what was chosen here, else what the system prefers.
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const chosen = () => { try { return localStorage.getItem("theme"); } catch { return null; } };
  const setTheme = () => {
    const choice = chosen();
    const theme = choice === "light" || choice === "dark" ? choice : dark.matches ? "dark" : "light";
    root.setAttribute("data-bs-theme", theme);
    for (const button of document.querySelectorAll("[data-theme-choice]"))
      button.setAttribute("aria-pressed", String(button.dataset.themeChoice === (choice || "system")));
    document.dispatchEvent(new Event("rapport:theme"));
  };
  setTheme();
  dark.addEventListener("change", setTheme);

  // A large file is fetched when a page first needs it; where it is, the tag of this script says.
  const fetched = new Map();
  const fetchScript = (name) => {
    if (!fetched.has(name)) fetched.set(name, new Promise((done, failed) => {
      const tag = document.createElement("script");
      tag.src = own.dataset[name];
      tag.onload = done;
      // Whoever needs it next tries again: a server that was away comes back.
      tag.onerror = () => { fetched.delete(name); tag.remove(); failed(new Error(`${name} could not be fetched`)); };
      document.head.append(tag);
    }));
    return fetched.get(name);
  };

  // A number as the server writes it: a narrow space between thousands.
  const written = (value, digits = 0) => value == null ? "–"
    : value.toLocaleString("en", { minimumFractionDigits: digits, maximumFractionDigits: digits }).replaceAll(",", "\u202f");
  const day = (text) => {
    const date = new Date(text + "T00:00:00");
    return isNaN(date) ? text : `${date.getDate()} ${date.toLocaleDateString("en", { month: "short" })}`;
  };

  // Canvas knows no CSS variables, and a variable is only computed where it is used.
  const probe = document.createElement("span");
  probe.hidden = true;
  const colour = (name) => {
    probe.style.color = `var(--r-${name})`;
    return getComputedStyle(probe).color;
  };
  // Personas bring colours that were chosen on white; on a dark ground they are mixed with white until they can be told from it.
  const fit = (hex) => {
    if (!hex || root.getAttribute("data-bs-theme") !== "dark") return hex;
    const parts = hex.match(/[0-9a-f]{2}/gi).map((part) => parseInt(part, 16));
    return `rgb(${parts.map((part) => Math.round(part + (255 - part) * 0.4)).join(",")})`;
  };

  const options = (kind, data, width) => {
    const text = colour("text"), soft = colour("soft"), line = colour("line"), card = colour("card");
    const dashes = ["solid", "dashed", "dotted", [8, 3, 2, 3], [2, 4], [12, 4]];
    const days = /^\d{4}-\d\d-\d\d$/.test(data.x[0]);
    const named = data.series.length > 1;
    // The legend breaks its own lines, but keeps no room for them: a letter is about seven pixels wide.
    const wanted = data.series.map((series) => series.name.length * 7 + (kind === "line" ? 46 : 32));
    let rows = 1, used = 0;
    for (const one of wanted) { if (used && used + one > width) { rows += 1; used = 0; } used += one; }
    const legendHeight = !named ? 12 : 14 + 22 * rows;
    return {
      animation: false,
      aria: { enabled: true, label: { description: data.description } },
      textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, color: text },
      color: [colour("accent"), colour("field"), colour("good"), colour("warn")],
      grid: { left: 2, right: 20, top: legendHeight, bottom: 2, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
      legend: named ? { top: 0, left: 0, padding: [2, 0], textStyle: { color: text, fontSize: 12 }, itemWidth: kind === "line" ? 26 : 12, itemHeight: 10, itemGap: 14, icon: kind === "line" ? undefined : "roundRect" } : undefined,
      tooltip: {
        trigger: "axis", renderMode: "richText", confine: true, backgroundColor: card, borderColor: line, textStyle: { color: text, fontSize: 12 },
        axisPointer: { type: kind === "bar" ? "shadow" : "line", shadowStyle: { color: soft, opacity: 0.12 } },
        formatter: (items) => [days ? day(items[0].axisValue) : items[0].axisValueLabel,
          ...items.map((item) => `${item.seriesName}: ${written(item.value, data.digits)}${data.unit ? " " + data.unit : ""}`)].join("\n"),
      },
      xAxis: {
        type: "category", data: data.x, boundaryGap: kind === "bar", axisTick: { show: false }, axisLine: { lineStyle: { color: line } },
        axisLabel: { color: soft, fontSize: 12, hideOverlap: true, formatter: days ? day : undefined },
      },
      yAxis: { type: "value", minInterval: data.digits ? 0 : 1, splitLine: { lineStyle: { color: line } }, splitNumber: 4, axisLabel: { color: soft, fontSize: 12, formatter: (value) => written(value, data.digits) } },
      series: data.series.map((series, index) => ({
        type: kind, name: series.name, data: series.data, stack: data.stack ? "all" : undefined,
        itemStyle: series.colour ? { color: fit(series.colour) } : undefined, barMaxWidth: 28, barCategoryGap: "25%",
        lineStyle: { width: 2, type: named ? dashes[index % dashes.length] : "solid" }, symbol: kind === "line" ? "none" : undefined,
        areaStyle: data.area ? { opacity: 0.12 } : undefined,
        emphasis: { focus: named ? "series" : "none" },
      })),
    };
  };
  const drawn = new Map();
  const draw = async (figure) => {
    if (drawn.has(figure)) return;
    drawn.set(figure, null);
    await fetchScript("echarts");
    let text, data;
    const read = () => {
      const there = figure.querySelector("script[type='application/json']").textContent;
      if (there !== text) data = JSON.parse(text = there);
      return data;
    };
    read();
    const canvas = figure.querySelector(".chart-canvas") || figure.insertBefore(document.createElement("div"), figure.querySelector("details"));
    canvas.className = "chart-canvas";
    const chart = echarts.init(canvas, null, { renderer: "canvas" });
    // The figure is told about by its caption and its table; a picture of it needs a name alone.
    canvas.setAttribute("role", "img");
    canvas.setAttribute("aria-label", data.description || figure.querySelector("figcaption").textContent.trim());
    const paint = () => {
      chart.setOption(options(figure.dataset.chart, read(), canvas.clientWidth), true);
      canvas.setAttribute("aria-label", data.description || figure.querySelector("figcaption").textContent.trim());
    };
    drawn.set(figure, paint);
    paint();
    // In the next frame: what changes sizes while they are looked at is looked at again and again.
    new ResizeObserver(() => requestAnimationFrame(() => { chart.resize(); paint(); })).observe(canvas);
  };
  document.addEventListener("rapport:theme", () => { for (const paint of drawn.values()) paint?.(); });
  const seen = "IntersectionObserver" in window && new IntersectionObserver((entries) => {
    for (const entry of entries) if (entry.isIntersecting) { seen.unobserve(entry.target); draw(entry.target); }
  }, { rootMargin: "200px" });

  // FullCalendar writes its rules into the first style[data-fullcalendar] that it finds, else into a <style> of its own, which the
  // policy forbids. An element of that name that is not HTML is no style to the browser, and can hand it a sheet that is adopted.
  const calendar = async (place) => {
    const sheet = new CSSStyleSheet();
    // Its font of four arrows is a data: address, which the policy forbids as well; its buttons say their arrows in text.
    const insert = sheet.insertRule.bind(sheet);
    sheet.insertRule = (rule) => rule.startsWith("@font-face") ? 0 : insert(rule, sheet.cssRules.length);
    const holder = document.createElementNS(null, "style");
    holder.setAttribute("data-fullcalendar", "");
    Object.defineProperty(holder, "sheet", { value: sheet });
    document.head.append(holder);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    await fetchScript("fullcalendar");
    const data = JSON.parse(place.querySelector("script[type='application/json']").textContent);
    const narrow = innerWidth < 640;
    // On a phone the list begins today, since what is past would fill it first.
    const views = { month: "dayGridMonth", week: "timeGridWeek", list: narrow ? "listAhead" : "listMonth" };
    const target = document.createElement("div");
    place.append(target);
    const told = document.getElementById("moved");
    const tell = (words) => {
      const line = document.createElement("p");
      line.className = "problem";
      line.textContent = words;
      told.replaceChildren(line);
    };
    // The address says what is shown, so that it can be kept, passed on, and come back to.
    const here = () => {
      const view = Object.keys(views).find((name) => views[name] === shown.view.type);
      const query = new URLSearchParams({ month: shown.view.currentStart.toISOString().slice(0, 7), view, campaign: data.campaign });
      if (!data.campaign) query.delete("campaign");
      return query.toString();
    };
    const shown = new FullCalendar.Calendar(target, {
      // Seven days beside each other find no room on a phone.
      initialView: (!narrow || data.view !== "week") && views[data.view] || (narrow ? views.list : "dayGridMonth"), initialDate: data.date, now: data.now, timeZone: "UTC", firstDay: 1, height: "auto",
      events: { url: data.feed, failure: () => tell("The calendar could not be read. Load the page again.") }, startParam: "start", endParam: "end",
      eventStartEditable: data.editable, eventDurationEditable: false, defaultTimedEventDuration: "01:00", displayEventEnd: false,
      locale: "en-GB", eventDisplay: "block",
      headerToolbar: narrow ? { left: "title", right: "prev,today,next" } : { left: "prev,next today", center: "title", right: "dayGridMonth,timeGridWeek,listMonth" },
      footerToolbar: narrow ? { left: "listAhead,dayGridMonth" } : false,
      buttonIcons: false, buttonText: { prev: "‹", next: "›", today: "Today", month: "Month", week: "Week", list: "List" }, eventTimeFormat: { hour: "2-digit", minute: "2-digit", hour12: false }, dayMaxEvents: 4,
      noEventsText: "Nothing is planned in this time",
      // A cell that is named by its number alone would hide from a screen reader what is planned on that day.
      dayCellDidMount: (cell) => cell.el.removeAttribute("aria-labelledby"),
      slotEventOverlap: false, scrollTime: "07:30:00", views: { timeGridWeek: { allDaySlot: false }, listAhead: { type: "list", duration: { days: 42 }, buttonText: "List" } },
      // A height is the calendar's, and no view has one of its own: a week scrolls to the morning, a month is as high as it is.
      viewDidMount: (given) => {
        const height = given.view.type === "timeGridWeek" ? 680 : "auto";
        if (shown.getOption("height") !== height) queueMicrotask(() => shown.setOption("height", height));
      },
      eventContent: (given) => ({ domNodes: ["time", "title", "about"].map((part) => {
        const span = document.createElement("span");
        span.className = `fc-event-${part}`;
        span.textContent = { time: given.view.type.startsWith("list") ? "" : given.timeText, title: given.event.title, about: given.event.extendedProps.about }[part];
        return span;
      }).filter((span) => span.textContent) }),
      eventDidMount: (given) => { given.el.title = `${given.event.title}: ${given.event.extendedProps.about}`; },
      datesSet: () => {
        const query = here();
        history.replaceState(history.state, "", `/calendar?${query}`);
        for (const field of document.querySelectorAll("form.filters input[type=hidden]")) field.value = new URLSearchParams(query).get(field.name) || "";
      },
      dateClick: data.editable ? (day) => location.assign(`/calendar/new?${new URLSearchParams({ at: day.dateStr.slice(0, 16), campaign: data.campaign })}`) : undefined,
      // What is dragged is sent as the form on its own page is; what the server says is shown, and where it refuses all is as before.
      eventDrop: async (change) => {
        const body = new URLSearchParams({ at: change.event.startStr.slice(0, 19), then: "say", back: here() });
        const answer = await fetch(ofTeam(change.event.extendedProps.move), { method: "POST", body, redirect: "error" }).catch(() => null);
        const text = answer && await answer.text().catch(() => "");
        if (answer?.ok) {
          told.innerHTML = text;
          shown.refetchEvents();
        } else {
          change.revert();
          const said = text && new DOMParser().parseFromString(text, "text/html").querySelector("main p")?.textContent;
          tell(`It stays where it was. ${said || "The server could not be reached, or you are not signed in any more."}`);
        }
      },
    });
    shown.render();
  };

  // A form that destroys asks first, in a dialog, or that button of it which does; a form that htmx sends is asked for as well, because
  // the question comes before it.
  const ask = (form, button, { confirm, confirmDetail, confirmButton }) => {
    const dialog = document.createElement("dialog");
    dialog.className = "ask";
    const title = document.createElement("h2"), text = document.createElement("p"), acts = document.createElement("div");
    title.id = "ask-title";
    title.textContent = confirm;
    text.textContent = confirmDetail || "";
    dialog.setAttribute("aria-labelledby", "ask-title");
    acts.className = "acts";
    const choice = (words, kind, act) => {
      const made = document.createElement("button");
      made.type = "button";
      made.className = `btn ${kind}`;
      made.textContent = words;
      made.addEventListener("click", () => { dialog.close(); act?.(); });
      acts.append(made);
      return made;
    };
    const stay = choice("Cancel", "");
    choice(confirmButton || button?.textContent.trim() || "Go on", "btn-danger", () => {
      form.dataset.confirmed = "";
      form.requestSubmit(button || undefined);
    });
    dialog.append(title, ...(text.textContent ? [text] : []), acts);
    dialog.addEventListener("close", () => dialog.remove());
    document.body.append(dialog);
    dialog.showModal();
    stay.focus();
  };
  document.addEventListener("submit", (event) => {
    const form = event.target;
    const asked = event.submitter?.dataset.confirm ? event.submitter : form;
    if (!asked.dataset.confirm) return;
    if ("confirmed" in form.dataset) { delete form.dataset.confirmed; return; }
    event.preventDefault();
    event.stopImmediatePropagation();
    ask(form, event.submitter, asked.dataset);
  }, true);

  // What a page sends is of the team whose page it is, though the session may have gone to another in another window; the server
  // compares, and refuses. Going to another team is what is meant by itself.
  const ofTeam = (address) => {
    const sent = new URL(address, location.href);
    const team = document.querySelector("[data-team]")?.dataset.team;
    if (team && sent.origin === location.origin && !/^\/(account\/.+|sign-out)$/.test(sent.pathname)) sent.searchParams.set("team", team);
    return sent.href;
  };
  document.addEventListener("submit", (event) => {
    const form = event.target, button = event.submitter;
    if (event.defaultPrevented || (button?.getAttribute("formmethod") || form.method) !== "post") return;
    if (button?.hasAttribute("formaction")) button.setAttribute("formaction", ofTeam(button.formAction));
    else form.setAttribute("action", ofTeam(form.getAttribute("action") || location.href));
  });
  document.addEventListener("htmx:configRequest", (event) => {
    if (event.detail.verb !== "get") event.detail.path = ofTeam(event.detail.path);
  });

  // A menu that is fetched when it is opened; where it cannot be, its link leads to a page that has the same.
  const shut = (link) => {
    link.setAttribute("aria-expanded", "false");
    link.parentElement.querySelector(".menu-body")?.remove();
  };
  const unfold = async (link) => {
    const wanted = await fetch(link.dataset.menu, { redirect: "error" }).then((answer) => answer.ok ? answer.text() : null).catch(() => null);
    if (wanted == null) { location.assign(link.href); return; }
    shut(link);
    const body = document.createElement("div");
    body.className = "menu-body";
    body.innerHTML = wanted;
    link.after(body);
    link.setAttribute("aria-expanded", "true");
    body.querySelector("a, button")?.focus();
  };

  // What is typed into the search is looked for at once, and the arrows go through what was found. Enter, and a browser without
  // this script, go to the page that finds the same.
  const finder = (form) => {
    const field = form.querySelector("input"), found = document.createElement("div"), said = document.createElement("p");
    found.className = "menu-body found";
    found.hidden = true;
    said.className = "sr";
    said.setAttribute("role", "status");
    form.append(found, said);
    let waits, asked;
    const close = () => {
      clearTimeout(waits);
      asked?.abort();
      found.hidden = true;
      said.textContent = "";
    };
    const look = async () => {
      asked?.abort();
      const text = field.value.trim();
      if (text.length < 2) return close();
      const mine = asked = new AbortController();
      const answer = await fetch(`${form.dataset.find}?${new URLSearchParams({ q: text })}`, { redirect: "error", signal: mine.signal })
        .then((given) => given.ok ? given.text() : null).catch(() => null);
      // Whoever has typed on, or gone elsewhere, waits for something else.
      if (mine.signal.aborted || !form.contains(document.activeElement)) return;
      if (answer == null) {
        const words = document.createElement("p");
        words.className = "group";
        words.textContent = "It could not be looked for now. Enter tries again.";
        found.replaceChildren(words);
      } else found.innerHTML = answer;
      found.hidden = false;
      said.textContent = (found.querySelector("[data-said]") || found).textContent;
    };
    field.addEventListener("input", () => { clearTimeout(waits); waits = setTimeout(look, 200); });
    form.addEventListener("keydown", (event) => {
      if (found.hidden) return;
      if (event.key === "Escape") {
        event.preventDefault();
        event.stopPropagation();
        close();
        field.focus();
      }
      const way = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (!way) return;
      event.preventDefault();
      const links = [...found.querySelectorAll("a")];
      const at = links.indexOf(document.activeElement) + way;
      at < 0 ? field.focus() : links[Math.min(at, links.length - 1)]?.focus();
    });
    form.addEventListener("focusout", (event) => { if (event.relatedTarget && !form.contains(event.relatedTarget)) close(); });
    document.addEventListener("click", (event) => { if (!form.contains(event.target)) close(); });
  };

  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      const field = document.querySelector(".find input");
      if (field) { event.preventDefault(); field.focus(); field.select(); }
    }
    if (event.key === "Escape") for (const link of document.querySelectorAll("a[data-menu][aria-expanded=true]")) {
      shut(link);
      link.focus();
    }
    if (event.key === "Escape") for (const menu of document.querySelectorAll("details.menu[open]")) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });

  // A menu that is left, by the mouse or by the keyboard, covers nothing any more.
  const shutOthers = (target) => {
    for (const menu of document.querySelectorAll("details.menu[open]")) if (!menu.contains(target)) menu.open = false;
    for (const link of document.querySelectorAll("a[data-menu][aria-expanded=true]")) if (!link.parentElement.contains(target)) shut(link);
  };
  document.addEventListener("focusin", (event) => shutOthers(event.target));

  document.addEventListener("click", (event) => {
    shutOthers(event.target);
    const opener = event.target.closest("a[data-menu]");
    if (opener && !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0) {
      event.preventDefault();
      opener.getAttribute("aria-expanded") === "true" ? shut(opener) : unfold(opener);
    }
    const theme = event.target.closest("[data-theme-choice]");
    if (theme) {
      try { theme.dataset.themeChoice === "system" ? localStorage.removeItem("theme") : localStorage.setItem("theme", theme.dataset.themeChoice); } catch { /* Then it holds for this page. */ }
      setTheme();
    }
    if (event.target.closest("[data-chime]")) {
      const on = !chimes();
      try { on ? localStorage.setItem("chime", "on") : localStorage.removeItem("chime"); } catch { /* Then there is none. */ }
      setChime();
      // What it sounds like is heard at once, and what asks for leave asks now or never.
      if (chimes()) { sound(); if (window.Notification?.permission === "default") Notification.requestPermission(); }
    }
    const copy = event.target.closest("[data-copy]");
    if (copy) navigator.clipboard?.writeText(copy.dataset.copy).then(() => { copy.querySelector("span").textContent = "Copied"; });
    if (event.target.closest("[data-print]")) print();
  });

  document.addEventListener("change", (event) => {
    const field = event.target;
    // A filter that is chosen is applied at once; the button stays for those without a script.
    if (field.matches("[data-auto] select, [data-auto] input[type=checkbox]")) field.form.requestSubmit();
    const form = field.closest("[data-bulk]");
    if (form && field.type === "checkbox") {
      const each = [...form.querySelectorAll("input[type=checkbox][name]")];
      if (field.matches("[data-all]")) for (const one of each) one.checked = field.checked;
      const count = each.filter((one) => one.checked).length;
      const all = form.querySelector("[data-all]");
      if (all) { all.checked = count === each.length; all.indeterminate = count > 0 && count < each.length; }
      for (const said of form.querySelectorAll("[data-count]")) said.textContent = count ? `${written(count)} chosen` : "None chosen";
    }
    const shown = field.matches("input[type=range]") && field.parentElement.querySelector("output");
    if (shown) shown.value = field.value;
  });
  document.addEventListener("input", (event) => {
    if (!event.target.matches("input[type=range]")) return;
    const shown = event.target.parentElement.querySelector("output");
    if (shown) shown.value = event.target.dataset.digits ? Number(event.target.value).toFixed(event.target.dataset.digits) : event.target.value;
  });

  // A file that is dropped is as good as one that was chosen.
  for (const kind of ["dragover", "dragleave", "drop"]) document.addEventListener(kind, (event) => {
    const zone = event.target.closest?.(".drop");
    if (!zone) return;
    event.preventDefault();
    zone.classList.toggle("over", kind === "dragover");
    const input = zone.querySelector("input[type=file]");
    if (kind === "drop" && event.dataTransfer.files.length) {
      input.files = event.dataTransfer.files;
      input.dispatchEvent(new Event("change", { bubbles: true }));
    }
  });

  // Files are brought in pieces, each of which is there for good: what breaks goes on where it was.
  const PIECE = 8 << 20;
  const wait = (ms) => new Promise((done) => setTimeout(done, ms));
  const bring = async (file, zone, said) => {
    const row = document.createElement("li"), words = document.createElement("div"), bar = document.createElement("progress");
    words.className = "grow";
    words.textContent = file.name;
    bar.max = file.size || 1;
    bar.value = 0;
    bar.setAttribute("aria-label", `${file.name} is sent`);
    words.append(bar);
    row.append(words);
    said.append(row);
    const fail = (why) => {
      bar.remove();
      const told = document.createElement("span");
      told.className = "problem";
      told.setAttribute("role", "alert");
      told.textContent = why;
      words.append(told);
      return null;
    };
    const answer = async (path, options) => {
      const given = await fetch(ofTeam(path), { redirect: "error", ...options });
      const told = await given.json().catch(() => ({}));
      return { well: given.ok, again: given.status >= 500 || given.status === 429, problem: given.status === 409 ? "You have gone to another team in another window. Go back to this one, and choose the file again." : `The server answered ${given.status}.`, ...told };
    };
    let path = zone.dataset.upload;
    if (path) {
      if (file.name !== zone.dataset.name || file.size !== Number(zone.dataset.bytes)) return fail("This is another file: its name or its size differs.");
    } else {
      if (!file.size) return fail("This file is empty.");
      const made = await answer("/uploads/new", { method: "POST", body: new URLSearchParams({ file_name: file.name, bytes: file.size }) }).catch(() => null);
      if (!made?.well) return fail(made?.problem || "The server cannot be reached. Try again.");
      path = made.path;
    }
    // The first call may bring nothing: it says where to go on.
    let at = path === zone.dataset.upload ? null : 0;
    for (let tries = 0; at !== file.size;) {
      const piece = at === null ? new Blob([]) : file.slice(at, at + PIECE);
      const sent = await answer(`${path}/content?from=${at ?? file.size}`, { method: "PUT", body: piece, headers: { "content-type": "application/octet-stream" } }).catch(() => null);
      if (sent?.well) {
        tries = 0;
        at = sent.received;
        bar.value = at;
      } else if (sent && !sent.again) return fail(sent.problem);
      else if (++tries > 6) return fail(`It broke off, and what came is kept. Open it in the list below, and choose ${file.name} again.`);
      else await wait(500 * 2 ** tries);
    }
    return path;
  };
  document.addEventListener("change", async (event) => {
    const zone = event.target.matches("input[type=file]") && event.target.closest("[data-bring]");
    if (!zone || !event.target.files.length) return;
    const said = zone.querySelector("[data-sending]");
    said.classList.add("sending");
    const files = [...event.target.files];
    event.target.value = "";
    const paths = [];
    for (const file of files) paths.push(await bring(file, zone, said));
    if (paths.every(Boolean)) location.assign(paths.length === 1 ? paths[0] : "/imports");
  });

  // A table that shows all of its rows is sorted here, and written into a file; a longer one has links to the server for both.
  const orders = new WeakMap();
  const plain = (cell) => {
    const copy = cell.cloneNode(true);
    for (const part of copy.querySelectorAll("form, svg, .sr, .thin, a.btn")) part.remove();
    for (const part of copy.querySelectorAll(".badge, .under, br")) part.before(", ");
    return copy.textContent.replace(/\s+/g, " ").replace(/ ,/g, ",").trim();
  };
  const worth = (text) => {
    const at = text.match(/^(?:by )?(\d{1,2} [A-Z][a-z]{2} \d{4}(?: \d\d:\d\d)?)/);
    if (at) return Date.parse(at[1]);
    const number = text.match(/^[+−-]?\d[\d ]*(\.\d+)?/);
    return number ? Number(number[0].replaceAll(" ", "").replace("−", "-")) : null;
  };
  const values = (table, place) => {
    const texts = [...table.tBodies[0].rows].map((row) => plain(row.cells[place])).map((text) => /^(–|…|never|none|none yet)?$/.test(text) ? null : text);
    const worths = texts.map((text) => text === null ? null : worth(text));
    return texts.every((text, row) => text === null || worths[row] !== null) ? worths : texts;
  };
  const sort = (table) => {
    const { place, up } = orders.get(table) || {};
    if (place === undefined) return;
    const keys = values(table, place), rows = [...table.tBodies[0].rows];
    const compare = (a, b) => typeof a === "number" ? a - b : a.localeCompare(b, "en", { numeric: true });
    const order = rows.map((row, index) => index).sort((a, b) => keys[a] === null || keys[b] === null
      ? (keys[a] === null) - (keys[b] === null) : (up ? 1 : -1) * compare(keys[a], keys[b]));
    table.tBodies[0].append(...order.map((index) => rows[index]));
    [...table.tHead.rows[0].cells].forEach((head, index) => {
      if (!head.querySelector(".sort")) return;
      head.classList.toggle("sorts", index !== place);
      index === place ? head.setAttribute("aria-sort", up ? "ascending" : "descending") : head.removeAttribute("aria-sort");
    });
  };
  const save = (table) => {
    const heads = [...table.tHead.rows[0].cells].map(plain), shown = heads.flatMap((head, place) => head ? [place] : []);
    const numbers = shown.map((place) => values(table, place)).map((keys) => keys.some((key) => typeof key === "number"));
    // A cell that a spreadsheet would take for a formula is text.
    const cell = (text, isNumber) => isNumber ? text.replace(/(?<=\d) (?=\d{3})/g, "") : /^[=+\-@]/.test(text) ? `'${text}` : text;
    const quoted = (text) => /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
    const rows = [...table.tBodies[0].rows].map((row) => shown.map((place, index) => cell(plain(row.cells[place]), numbers[index])));
    const lines = [shown.map((place) => cell(heads[place])), ...rows].map((row) => row.map(quoted).join(",") + "\r\n");
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob(lines, { type: "text/csv" }));
    link.download = `${table.dataset.whole}.csv`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  };
  const whole = (table) => {
    const rows = table.tBodies[0]?.rows.length || 0;
    if (rows < 2 || [...table.tBodies[0].rows].some((row) => row.cells.length !== table.tHead.rows[0].cells.length)) return;
    if (!orders.has(table)) {
      orders.set(table, {});
      [...table.tHead.rows[0].cells].forEach((head, place) => {
        if (!plain(head)) return;
        const button = document.createElement("button");
        button.type = "button";
        button.className = "sort";
        button.append(...head.childNodes);
        head.append(button);
        head.classList.add("sorts");
        button.addEventListener("click", () => {
          const now = orders.get(table);
          // Words begin with the first letter, numbers and times with the largest.
          const up = now.place === place ? !now.up : !values(table, place).some((key) => typeof key === "number");
          orders.set(table, { place, up });
          sort(table);
        });
      });
      const wrap = table.closest(".table-wrap"), after = wrap.nextElementSibling;
      const foot = after?.matches(".pager, .card-footer") ? after : document.createElement("div");
      if (foot !== after) { foot.className = "pager"; foot.dataset.here = ""; wrap.after(foot); }
      const button = document.createElement("button");
      button.type = "button";
      button.className = "btn btn-sm saves";
      button.dataset.here = "";
      button.textContent = "Export CSV";
      button.addEventListener("click", () => save(table));
      foot.append(button);
    }
    sort(table);
  };
  const start = (part) => {
    for (const table of part.querySelectorAll("table[data-whole]")) whole(table);
    // What belonged to a table that is gone, or is not whole any more, goes too.
    for (const made of part.querySelectorAll("[data-here]")) if (!made.closest("section")?.querySelector("table[data-whole]")) made.remove();
    for (const figure of part.querySelectorAll("figure[data-chart]")) seen ? seen.observe(figure) : draw(figure);
    for (const place of part.querySelectorAll(".calendar[data-calendar]")) calendar(place);
  };
  // A table that fits need not be a stop for the keyboard; one that is wider than its place must be, to be scrolled.
  const reach = () => {
    for (const wrap of document.querySelectorAll(".table-wrap"))
      wrap.scrollWidth > wrap.clientWidth || wrap.scrollHeight > wrap.clientHeight ? wrap.setAttribute("tabindex", "0") : wrap.removeAttribute("tabindex");
  };
  document.addEventListener("toggle", reach, true);
  addEventListener("resize", reach);

  // Two soft tones when a job or an import ends that this page shows, if whoever sits in front of this browser wants them; in a page
  // that nobody sees, a notification beside them, if the browser lets us. Several pages that see the same end make one sound of it.
  const chimes = () => { try { return localStorage.getItem("chime") === "on"; } catch { return false; } };
  const setChime = () => { for (const button of document.querySelectorAll("[data-chime]")) button.setAttribute("aria-pressed", String(chimes())); };
  const sound = () => {
    try {
      const audio = new AudioContext();
      [587, 880].forEach((pitch, place) => {
        const tone = audio.createOscillator(), loudness = audio.createGain(), at = audio.currentTime + place * 0.16;
        tone.frequency.value = pitch;
        loudness.gain.setValueAtTime(0, at);
        loudness.gain.linearRampToValueAtTime(0.1, at + 0.02);
        loudness.gain.exponentialRampToValueAtTime(0.0001, at + 0.6);
        tone.connect(loudness).connect(audio.destination);
        tone.start(at);
        tone.stop(at + 0.65);
        if (place) tone.onended = () => audio.close();
      });
    } catch { /* A browser without sound stays silent. */ }
  };
  const ring = () => {
    if (!chimes() || Date.now() - Number(localStorage.getItem("rang")) < 5000) return;
    localStorage.setItem("rang", String(Date.now()));
    sound();
    if (document.hidden && window.Notification?.permission === "granted") {
      try { new Notification("Rapport", { body: `It is done: ${document.querySelector("h1")?.textContent || "what you waited for"}`, tag: "rapport" }); } catch { /* Some phones let no page do that. */ }
    }
  };
  const goesOn = (part) => new Set([...part.querySelectorAll("[data-goes-on]")].map((one) => one.dataset.goesOn));

  // A page that follows what goes on was written under marks, and listens to the present ones. Where one that it follows is another,
  // it asks for itself again, once a second at most, and takes over what has changed; what somebody does in it stays as it is.
  const parse = (marks) => Object.fromEntries((marks || "").split(" ").filter(Boolean).map((one) => one.split("=")));
  const isTouched = (form) => form.contains(document.activeElement) && document.activeElement.matches("input, select, textarea")
    || [...form.elements].some((field) => field.matches("select") ? field.value !== (field.querySelector("option[selected]") || field.options[0])?.value
      : field.matches("[type=checkbox], [type=radio]") ? field.checked !== field.defaultChecked
      : field.matches("input:not([type=hidden]), textarea") && field.value !== field.defaultValue);
  const takeOver = async (fresh) => {
    await fetchScript("idiomorph");
    const main = document.getElementById("main"), still = goesOn(fresh);
    if ([...goesOn(main)].some((one) => !still.has(one))) ring();
    Idiomorph.morph(main, [...fresh.childNodes], { morphStyle: "innerHTML", callbacks: {
      beforeNodeMorphed: (old, other) => {
        if (old.nodeType !== Node.ELEMENT_NODE) return true;
        // What was drawn or fetched into the page is not what the server wrote.
        if (old.matches(".chart-canvas, [data-sending], [hx-trigger], table[data-whole] > thead") || old.isEqualNode(other)) return false;
        return !(old.matches("form") && isTouched(old));
      },
      beforeAttributeUpdated: (name, element) => !(name === "open" && element.matches("details")) && !(name === "tabindex" && element.matches(".table-wrap")),
      beforeNodeRemoved: (old) => !(old.nodeType === Node.ELEMENT_NODE && (old.matches("[data-here]") || old.matches("form") && isTouched(old))),
    } });
    for (const figure of main.querySelectorAll("figure[data-chart]")) drawn.get(figure)?.();
    start(main);
    reach();
    window.htmx?.process(main);
  };
  const follow = () => {
    const main = document.getElementById("main"), said = document.querySelector("[data-live-state]");
    // A form that came back with a mistake is no page that could be asked for again.
    if (!main?.dataset.live || main.querySelector(".problem[role=alert]")) return;
    const topics = main.dataset.live.split(" "), silence = Number(main.dataset.silence) || 45000;
    let known = parse(main.dataset.marks), present = null, asked = 0, isAsking = false, source = null, heard = 0, timer;
    // What goes on is listened to also where nobody looks, if its end is to be heard.
    const rests = () => document.hidden && !(chimes() && goesOn(main).size);
    const say = (words) => { if (said && said.textContent !== words) said.textContent = words; };
    const consider = () => {
      if (!present || isAsking || rests() || !topics.some((topic) => topic in present && present[topic] !== known[topic])) return;
      clearTimeout(timer);
      timer = setTimeout(renew, Math.max(0, asked + 1000 - Date.now()));
    };
    const renew = async () => {
      isAsking = true;
      asked = Date.now();
      const marks = present;
      // Whoever says the same marks may be given the same page, which is read once for all of them.
      const under = topics.filter((topic) => topic in present).map((topic) => `${topic}=${present[topic]}`).join(" ");
      // An answer that never comes would be the last that is waited for; a server gives up on one before this does.
      const answer = await fetch(location.href, { headers: { "rapport-marks": under }, signal: AbortSignal.timeout(2 * silence) }).catch(() => null);
      const text = answer && await answer.text().catch(() => null);
      const fresh = text && await fetchScript("idiomorph").then(() => new DOMParser().parseFromString(text, "text/html"), () => null);
      // Another page, as when somebody was signed out or a file has become an import, is gone to; and what is no page is asked for later.
      if (answer?.redirected) {
        // The page that is gone to makes the sound, since this one falls silent.
        if (goesOn(main).size && new URL(answer.url).pathname !== "/sign-in") sessionStorage.setItem("ended", "yes");
        location.replace(answer.url);
        return;
      }
      if (answer?.ok && fresh?.getElementById("main")) {
        known = marks;
        await takeOver(fresh.getElementById("main"));
        const foot = fresh.querySelector(".foot span"), there = document.querySelector(".foot span");
        if (foot && there) there.textContent = foot.textContent;
      } else asked = Date.now() + 4000;
      isAsking = false;
      if (rests()) rest();
      consider();
    };
    const listen = () => {
      if (source || rests()) return;
      source = new EventSource("/live");
      heard = Date.now();
      const hear = () => { heard = Date.now(); say("Live"); };
      source.addEventListener("open", hear);
      source.addEventListener("still", hear);
      source.addEventListener("marks", (event) => { hear(); present = parse(event.data); consider(); });
      source.addEventListener("over", () => location.reload());
      source.addEventListener("error", () => {
        say("Not live: the connection broke off");
        // A browser comes back by itself from a line that was cut, and not from an answer that was no stream.
        if (source?.readyState === EventSource.CLOSED) { rest(); setTimeout(listen, 10000); }
      });
    };
    const rest = () => { source?.close(); source = null; };
    // A server that is there says at least that all is still as it was. Where a stream's other end is gone without a word, as after
    // sleep or where a firewall has forgotten it, the browser would wait for ever.
    setInterval(() => {
      if (!source || Date.now() - heard < silence) return;
      say("Not live: nothing is heard of the server");
      rest();
      listen();
    }, silence / 9);
    // A page that nobody sees holds no connection, of which a browser has few; when it is seen again, the marks tell what it missed.
    document.addEventListener("visibilitychange", () => rests() ? rest() : listen());
    addEventListener("pagehide", rest);
    addEventListener("pageshow", (event) => { if (event.persisted) listen(); });
    listen();
  };
  // Of a row of tabs that is wider than a phone, the part that is seen is where one is.
  const reveal = () => { for (const here of document.querySelectorAll(".tabs [aria-current]")) here.closest("ul").scrollLeft = here.offsetLeft - (here.closest("ul").clientWidth - here.offsetWidth) / 2; };
  // What a preview comes to, beside the button that saves, where the preview itself is further down.
  const says = () => { for (const at of document.querySelectorAll("[data-says-of]")) at.textContent = document.querySelector(`#${at.dataset.saysOf} [data-says]`)?.dataset.says ?? "Preview"; };
  const ready = () => {
    for (const link of document.querySelectorAll("a[data-menu]")) link.setAttribute("aria-expanded", "false");
    for (const form of document.querySelectorAll("form[data-find]")) finder(form);
    if (sessionStorage.getItem("ended")) { sessionStorage.removeItem("ended"); ring(); }
    document.body.append(probe); setTheme(); setChime(); start(document); reach(); reveal(); says(); follow();
  };
  document.readyState === "loading" ? document.addEventListener("DOMContentLoaded", ready) : ready();
  // What htmx puts in may hold a chart; what it takes out is forgotten.
  document.addEventListener("htmx:load", (event) => { says(); if (event.detail.elt !== document.body) { start(event.detail.elt); reach(); } });
  document.addEventListener("htmx:beforeCleanupElement", (event) => drawn.delete(event.detail.elt));
})();
