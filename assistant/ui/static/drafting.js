// Editors on the drafting and mapping pages: a counter that follows every key, and saving shortly after typing stops.
(() => {
  if (window.assistantEditors) return;
  window.assistantEditors = true;

  // The counting rule of assistant/drafting/limits.py: NFC, without white space, control and format characters.
  const IGNORED = /[\s\p{Cf}\p{Cc}]/u;
  const counted = (text) => [...text.normalize("NFC")].filter((sign) => !IGNORED.test(sign));
  window.assistantCount = (text) => counted(text).length;

  const show = (area) => {
    const counter = area.closest("[class*='st-key-counted-']")?.querySelector(".counter");
    if (!counter) return;
    const limit = Number(counter.dataset.limit);
    const signs = counted(area.value);
    const over = signs.length - limit;
    counter.classList.toggle("over", over > 0);
    counter.textContent = `${signs.length} / ${limit} 字` + (over > 0 ? `，超出 ${over} 字：“${signs.slice(limit).join("")}”` : "");
  };

  // Ctrl+Enter is how the page takes over what was typed; pressing it for the writer saves the text in the case.
  const PAUSE = 1400;
  const waiting = new WeakMap();
  const save = (area) => {
    area.dispatchEvent(new KeyboardEvent("keydown", {key: "Enter", code: "Enter", ctrlKey: true, bubbles: true}));
  };
  const later = (area) => {
    clearTimeout(waiting.get(area));
    waiting.set(area, setTimeout(() => save(area), PAUSE));
  };

  document.addEventListener("input", (event) => {
    const area = event.target;
    if (area.tagName !== "TEXTAREA" || !area.closest("[class*='st-key-counted-'], [class*='st-key-kept-']")) return;
    show(area);
    // While an input method is composing, saving would break the word being typed.
    if (event.isComposing) clearTimeout(waiting.get(area));
    else later(area);
  });
  document.addEventListener("compositionend", (event) => {
    if (event.target.closest?.("[class*='st-key-counted-'], [class*='st-key-kept-']")) later(event.target);
  });

  // The place a value rests on may be off the screen (one column on a phone): bring its box into sight first.
  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("[data-goes^='place-']");
    if (!button) return;
    document.getElementById(button.dataset.goes)?.closest(".source")?.scrollIntoView({block: "nearest"});
  }, true);
})();
