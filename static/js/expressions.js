/* What Alpine may do in the curators' room: the expressions of Unfold's templates and ours, and nothing else.
   Alpine itself makes functions of texts, for which the content policy would have to allow `unsafe-eval`, and which
   would run whatever came into a page. `at` is what an expression can see: the data around its element. */
(() => {
  const isOpen = () => {
    const kept = localStorage.getItem("sidebarDesktopOpen");
    return kept === null ? true : kept === "1";
  };
  const keepOpen = (at) => at.$watch("sidebarDesktopOpen", (value) => localStorage.setItem("sidebarDesktopOpen", value ? "1" : "0"));
  const here = () => location.pathname + location.search;
  const menu = "sidebarMobileOpen: false, sidebarDesktopOpen: (localStorage.getItem('sidebarDesktopOpen') !== null) ? (localStorage.getItem('sidebarDesktopOpen') == '1') : true";
  const watch = "$watch('sidebarDesktopOpen', value => localStorage.setItem('sidebarDesktopOpen', value ? '1' : '0'));";

  const KNOWN = {
    "{}": () => ({}),
    // the frame: theme, menu, tabs
    "theme('light')": () => theme("light"),
    "themeBindings": (at) => at.themeBindings,
    [`{ ${menu} }`]: () => ({ sidebarMobileOpen: false, sidebarDesktopOpen: isOpen() }),
    [`{ activeTab: 'general', ${menu} }`]: () => ({ activeTab: "general", sidebarMobileOpen: false, sidebarDesktopOpen: isOpen() }),
    [`activeTab = ''; ${watch}`]: (at) => { at.activeTab = ""; keepOpen(at); },
    [`activeTab = getCurrentTab() || 'general'; ${watch}`]: (at) => { at.activeTab = getCurrentTab() || "general"; keepOpen(at); },
    "activeTab == 'general'": (at) => at.activeTab === "general",
    "activeTab && activeTab !== 'general' ? window.location.pathname + window.location.search + '#' + activeTab : window.location.pathname + window.location.search":
      (at) => (at.activeTab && at.activeTab !== "general" ? `${here()}#${at.activeTab}` : here()),
    "sidebarDesktopOpen": (at) => at.sidebarDesktopOpen,
    "sidebarDesktopOpen = !sidebarDesktopOpen": (at) => { at.sidebarDesktopOpen = !at.sidebarDesktopOpen; },
    "sidebarMobileOpen": (at) => at.sidebarMobileOpen,
    "sidebarMobileOpen = !sidebarMobileOpen": (at) => { at.sidebarMobileOpen = !at.sidebarMobileOpen; },
    "{'xl:hidden!': !sidebarDesktopOpen, 'block!': sidebarMobileOpen}":
      (at) => ({ "xl:hidden!": !at.sidebarDesktopOpen, "block!": at.sidebarMobileOpen }),
    "{'xl:ml-0': !sidebarDesktopOpen, 'xl:ml-72': sidebarDesktopOpen}":
      (at) => ({ "xl:ml-0": !at.sidebarDesktopOpen, "xl:ml-72": at.sidebarDesktopOpen }),
    "{navigationOpen: true}": () => ({ navigationOpen: true }),
    "{navigationOpen: false}": () => ({ navigationOpen: false }),
    "navigationOpen": (at) => at.navigationOpen,
    "navigationOpen = !navigationOpen": (at) => { at.navigationOpen = !at.navigationOpen; },
    "{'rotate-90': navigationOpen}": (at) => ({ "rotate-90": at.navigationOpen }),
    "{ openUserLinks: false }": () => ({ openUserLinks: false }),
    "openUserLinks": (at) => at.openUserLinks,
    "openUserLinks = !openUserLinks": (at) => { at.openUserLinks = !at.openUserLinks; },
    "openUserLinks = false": (at) => { at.openUserLinks = false; },
    "{'bg-base-100 dark:bg-base-800': openUserLinks}": (at) => ({ "bg-base-100 dark:bg-base-800": at.openUserLinks }),
    "{ showActions: false }": () => ({ showActions: false }),
    "showActions = !showActions": (at) => { at.showActions = !at.showActions; },
    "showActions = false": (at) => { at.showActions = false; },
    "{'max-lg:flex': showActions}": (at) => ({ "max-lg:flex": at.showActions }),
    "openAllApplications": (at) => at.openAllApplications,
    "openAllApplications = !openAllApplications": (at) => { at.openAllApplications = !at.openAllApplications; },
    "openAllApplications = false": (at) => { at.openAllApplications = false; },
    "openModal": (at) => at.openModal,
    "openModal = false": (at) => { at.openModal = false; },
    // a list: searching, filters, actions, rows that unfold
    "searchForm()": () => searchForm(),
    "applyShortcut($event)": (at) => at.applyShortcut(at.$event),
    "filterOpen": (at) => at.filterOpen,
    "filterOpen = true": (at) => { at.filterOpen = true; },
    "filterOpen = false": (at) => { at.filterOpen = false; },
    "{ changeListWidth: 0 }": () => ({ changeListWidth: 0 }),
    "changeListWidth = $width": (at) => { at.changeListWidth = at.$width; },
    "'width: ' + changeListWidth + 'px'": (at) => `width: ${at.changeListWidth}px`,
    "{action: '', selectAcross: 0}": () => ({ action: "", selectAcross: 0 }),
    "action": (at) => at.action,
    "action = __placeholder": (at) => { at.action = at.__placeholder; },
    "selectAcross": (at) => at.selectAcross,
    "selectAcross = __placeholder": (at) => { at.selectAcross = at.__placeholder; },
    "{rowOpen: false}": () => ({ rowOpen: false }),
    // finding something in the whole room (Ctrl K), and what was found before
    "searchCommand()": () => searchCommand(),
    "openCommandResults": (at) => at.openCommandResults,
    "handleOpen()": (at) => at.handleOpen(),
    "handleShortcut($event)": (at) => at.handleShortcut(at.$event),
    "handleOutsideClick()": (at) => at.handleOutsideClick(),
    "handleEscape()": (at) => at.handleEscape(),
    "handleContentLoaded($event)": (at) => at.handleContentLoaded(at.$event),
    "nextItem()": (at) => at.nextItem(),
    "prevItem()": (at) => at.prevItem(),
    "hasResults": (at) => at.hasResults,
    "!hasResults": (at) => !at.hasResults,
    "{'border-t border-base-200': items !== undefined && items.length > 0}":
      (at) => ({ "border-t border-base-200": at.items !== undefined && at.items.length > 0 }),
    // a form: the menu beside a field that refers to something else
    "{ openRelatedWidgetWrapper: false }": () => ({ openRelatedWidgetWrapper: false }),
    "openRelatedWidgetWrapper": (at) => at.openRelatedWidgetWrapper,
    "openRelatedWidgetWrapper = !openRelatedWidgetWrapper": (at) => { at.openRelatedWidgetWrapper = !at.openRelatedWidgetWrapper; },
    "openRelatedWidgetWrapper = false": (at) => { at.openRelatedWidgetWrapper = false; },
  };
  // expressions with a name or a number of one thing in them
  const OF_ONE = [
    [/^\$refs\['(relatedWidgetWrapper[\w-]+)'\]$/, (field) => (at) => at.$refs[field]],
    [/^currentIndex = (\d+)$/, (number) => (at) => { at.currentIndex = Number(number); }],
    [/^\{'active': currentIndex === (\d+)\}$/, (number) => (at) => ({ active: at.currentIndex === Number(number) })],
    [/^selectItem\((true|false)\)$/, (kept) => (at) => at.selectItem(kept === "true")],
    [/^selectItem\((true|false), true\)$/, (kept) => (at) => at.selectItem(kept === "true", true)],
    [/^if \(!\$event\.metaKey && !\$event\.ctrlKey\) selectItem\((true|false), false\)$/, (kept) => (at) => {
      if (!at.$event.metaKey && !at.$event.ctrlKey) at.selectItem(kept === "true", false);
    }],
  ];

  const functionOf = (expression) => {
    const text = expression.trim().replace(/\s+/g, " ");
    if (Object.hasOwn(KNOWN, text)) return KNOWN[text];
    for (const [shape, make] of OF_ONE) {
      const [, part] = shape.exec(text) || [];
      if (part) return make(part);
    }
    console.error(`Alpine: staat niet in expressions.js: ${text}`);
    return () => undefined;
  };

  const evaluator = (element, expression) => (receive = () => {}, { scope = {}, params = [] } = {}) => {
    const at = Alpine.mergeProxies([scope, ...Alpine.closestDataStack(element)]);
    const isText = typeof expression !== "function";
    const result = isText ? functionOf(expression)(at) : expression.apply(at, params);
    receive(typeof result === "function" ? result.apply(at, params) : result);
  };

  document.addEventListener("alpine:init", () => Alpine.setEvaluator(evaluator));
})();
