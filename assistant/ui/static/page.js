// Delegated once per browser tab: elements come and go with every rerun, the document stays.
(() => {
  if (window.assistantBehaviours) return;
  window.assistantBehaviours = true;

  const press = (key) => document.querySelector(`.st-key-${CSS.escape(key)} button`);

  // A mark [n] in an answer presses the button of its source, unfolding the list first when it is folded.
  const openSource = (mark) => {
    const found = press(mark.dataset.opens);
    if (found) { found.click(); return; }
    document.querySelector(`.st-key-${CSS.escape(mark.dataset.list)} details:not([open]) summary`)?.click();
    setTimeout(() => press(mark.dataset.opens)?.click(), 350);
  };

  const copyText = async (button) => {
    const text = button.dataset.copies;
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // Without https the clipboard is closed to scripts; a selected text area still copies.
      const area = document.createElement("textarea");
      area.value = text;
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
    }
    const label = button.textContent;
    button.textContent = "已复制";
    setTimeout(() => { button.textContent = label; }, 1500);
  };

  const goTo = (button) => {
    const place = document.getElementById(button.dataset.goes);
    if (!place) return;
    const box = place.closest(".source");
    box.scrollTop += place.getBoundingClientRect().top - box.getBoundingClientRect().top - 12;
    place.classList.remove("here");
    void place.offsetWidth;
    place.classList.add("here");
  };

  // Streamlit leaves a stopped page as it stood, spinner and all: once the stop button is gone, draw it afresh.
  const STOPS = ".stChatInput button[aria-label='停止'], .stChatInput button[aria-label='Stop']";
  const afterStop = () => {
    if (document.querySelector(STOPS)) setTimeout(afterStop, 150);
    else { press("after-stop")?.click(); setTimeout(() => showUnanswered(20), 300); }
  };
  // What can be done about a stopped question stands below the last message, where the input box would hide it.
  const showUnanswered = (left) => {
    const place = document.querySelector(".st-key-answer-now");
    if (place) { place.scrollIntoView({block: "center"}); return; }
    if (left) setTimeout(() => showUnanswered(left - 1), 150);
  };

  // While the event travels down: on its way up the button has already become the send button again.
  document.addEventListener("click", (event) => {
    if (event.target.closest?.(STOPS)) setTimeout(afterStop, 150);
  }, true);

  document.addEventListener("click", (event) => {
    const target = event.target.closest?.("[data-opens], [data-copies], [data-goes]");
    if (!target) return;
    if (target.dataset.opens) openSource(target);
    else if (target.dataset.goes) goTo(target);
    else copyText(target);
  });

  // On a phone the list of cases lies over the page: once one is opened, it gives the page free.
  document.addEventListener("click", (event) => {
    if (!event.target.closest?.("[data-testid='stSidebar'] [class*='st-key-case-'] > [data-testid='stButton'] button")) return;
    if (!window.matchMedia("(max-width: 767px)").matches || event.target.closest("[class*='st-key-case-delete'], [class*='st-key-case-undo'], [class*='st-key-case-more']")) return;
    setTimeout(() => document.querySelector("[data-testid='stSidebarCollapseButton'] button")?.click(), 250);
  });

  // A field with an eye button keeps what was typed to itself while the focus goes to that button: hand it over first.
  document.addEventListener("focusout", (event) => {
    const box = event.target.closest?.("[data-testid='stTextInput']");
    if (event.target.tagName !== "INPUT" || !event.relatedTarget || !box?.contains(event.relatedTarget)) return;
    event.target.dispatchEvent(new KeyboardEvent("keydown", {key: "Enter", code: "Enter", bubbles: true}));
  }, true);

  // A source that has just appeared scrolls itself to its marked clause, without moving the page.
  const settleSources = () => {
    for (const box of document.querySelectorAll(".source[data-fresh]")) {
      delete box.dataset.fresh;
      const mark = box.querySelector("mark, .found");
      if (!mark) continue;
      const settle = () => {
        box.scrollTop += mark.getBoundingClientRect().top - box.getBoundingClientRect().top - box.clientHeight / 4;
      };
      settle();
      // Once more when fonts and pictures stand, unless the reader has gone to a place of the outline meanwhile.
      setTimeout(() => { if (!box.querySelector(".here")) settle(); }, 250);
    }
  };

  // A tab the page asks for: what was just done is to be looked at there.
  const showTab = () => {
    for (const asked of document.querySelectorAll("[data-shows-tab]")) {
      const tabs = [...document.querySelectorAll("[role='tab']")];
      const tab = tabs.find((one) => one.textContent.trim() === asked.dataset.showsTab);
      if (!tab) continue;
      delete asked.dataset.showsTab;
      tab.click();
      tab.scrollIntoView({block: "start"});
    }
  };

  // A new answer is read from its beginning: Streamlit follows its end, so hold its first line in sight while it
  // grows, until the reader scrolls.
  const HEADER = 84, HELD_MS = 2500;
  const begun = new Set();
  let held = null, until = 0;
  const letGo = () => { held = null; };
  for (const gesture of ["wheel", "touchmove", "keydown", "mousedown"]) {
    document.addEventListener(gesture, letGo, {capture: true, passive: true});
  }
  const scrollerOf = (element) => {
    let box = element.parentElement;
    while (box && box !== document.body) {
      const flow = getComputedStyle(box).overflowY;
      if ((flow === "auto" || flow === "scroll") && box.scrollHeight > box.clientHeight + 1) return box;
      box = box.parentElement;
    }
    return null;
  };
  const keepBeginning = () => {
    const answer = held && document.querySelector(`[data-begins="${held}"]`)?.closest("[data-testid='stChatMessage']");
    if (!answer || Date.now() > until) { letGo(); return; }
    const box = scrollerOf(answer);
    const away = answer.getBoundingClientRect().top - HEADER;
    if (box && Math.abs(away) > 2) box.scrollTop += away;
    requestAnimationFrame(keepBeginning);
  };
  const noticeBeginning = () => {
    for (const element of document.querySelectorAll("[data-begins]")) {
      const name = element.dataset.begins;
      if (name === held) { until = Date.now() + HELD_MS; continue; }
      if (begun.has(name)) continue;
      begun.add(name);
      held = name;
      until = Date.now() + HELD_MS;
      requestAnimationFrame(keepBeginning);
    }
  };

  // Names that screen readers read out; Streamlit has no setting for them.
  const NAMES = {
    "Send message": "发送", "Stop": "停止", "Stop script": "停止", "Upload files": "添加材料", "file upload": "选择文件",
    "Close": "关闭", "Main menu": "菜单", "Clear value": "清空", "Search": "查找",
    "Show password": "显示密钥", "Hide password": "隐藏密钥", "Upload file": "添加材料",
    "Skip to main content": "跳到正文", "Upload": "上传", "Browse files": "选择文件", "Remove file": "去掉这个文件",
    "Dismiss": "关闭", "Collapse sidebar": "收起侧栏", "Expand sidebar": "展开侧栏", "Select date": "选择日期",
    "Previous month": "上一月", "Next month": "下一月", "Choose date": "选择日期", "Add files": "添加文件",
    "Sidebar": "侧栏", "App pages": "页面", "Link to heading": "本节链接", "Open": "展开",
  };
  const BEGINNINGS = [
    ["Help for ", "说明："], ["Remove ", "去掉 "], ["Shortcut ", "快捷键 "],
    ["year, ", "年，"], ["month, ", "月，"], ["day, ", "日，"],
  ];
  const nameInChinese = () => {
    for (const [english, chinese] of Object.entries(NAMES)) {
      for (const element of document.querySelectorAll(`[aria-label="${english}"]`)) {
        element.setAttribute("aria-label", chinese);
      }
    }
    for (const link of document.querySelectorAll("a[href^='#'], button")) {
      const told = link.childElementCount ? "" : NAMES[link.textContent.trim()];
      if (told) link.textContent = told;
    }
    for (const [english, chinese] of BEGINNINGS) {
      for (const element of document.querySelectorAll(`[aria-label^='${english}']`)) {
        element.setAttribute("aria-label", element.getAttribute("aria-label").replace(english, chinese));
      }
    }
  };

  document.documentElement.lang = "zh-CN";
  let waiting = false;
  new MutationObserver(() => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => { waiting = false; settleSources(); showTab(); noticeBeginning(); nameInChinese(); window.assistantTranslateUploads(); });
  }).observe(document.body, {childList: true, subtree: true});
})();
