// What cannot be taken is refused before it is sent, in a sentence beside the uploader; Streamlit shows a red icon only.
(() => {
  if (window.assistantUploads) return;
  window.assistantUploads = true;

  const UPLOADERS = "[data-testid='stFileUploader'], [data-testid='stChatInput']";
  const MEGABYTE = 1024 * 1024;
  const limits = () => {
    const told = document.querySelector(".page-parts").dataset;
    return {types: told.types.split(" "), largest: Number(told.largest)};
  };
  const typesOf = (input) => {
    const named = (input.accept || "").split(",").map((one) => one.trim()).filter((one) => one.startsWith("."));
    return named.length ? named.map((one) => one.slice(1).toLowerCase()) : limits().types;
  };

  const refusal = (file, types) => {
    const ending = file.name.includes(".") ? file.name.split(".").pop().toLowerCase() : "";
    if (!types.includes(ending)) {
      return `没有上传“${file.name}”：读不了这种文件。请换成 ${types.join("、")} 文件再传。`;
    }
    const {largest} = limits();
    if (file.size <= largest * MEGABYTE) return "";
    const size = (file.size / MEGABYTE).toFixed(1);
    return `没有上传“${file.name}”：有 ${size} MB，超过每份 ${largest} MB 的上限。请拆成几份，或压缩里面的图片后再传。`;
  };

  const LASTS = 20000;
  let last = null;
  const place = (box, note) => {
    if (box.matches("[data-testid='stChatInput']")) box.before(note);
    else box.after(note);
  };
  const tell = (box, sentences) => {
    box.parentElement.querySelectorAll(":scope > .refused").forEach((one) => one.remove());
    last = null;
    if (!sentences.length) return;
    const note = document.createElement("div");
    note.className = "refused";
    note.setAttribute("role", "alert");
    note.textContent = sentences.join("\n");
    last = {note, page: location.pathname, until: Date.now() + LASTS};
    place(box, note);
  };
  // An uploader that has taken its files is replaced by an empty one; what was refused stays told beside that.
  const keepTold = () => {
    if (!last || last.note.isConnected || last.page !== location.pathname || Date.now() > last.until) return;
    const box = document.querySelector(UPLOADERS);
    if (box) place(box, last.note);
  };
  document.addEventListener("keydown", (event) => {
    const chat = event.key === "Enter" && event.target.closest?.("[data-testid='stChatInput']");
    if (chat) tell(chat, []);
  }, true);

  // The files that can be taken; the others are told of. Null where all can.
  const screened = (box, input, files) => {
    const types = typesOf(input);
    const told = files.map((file) => refusal(file, types));
    tell(box, told.filter(Boolean));
    if (!told.some(Boolean)) return null;
    const kept = new DataTransfer();
    files.forEach((file, number) => { if (!told[number]) kept.items.add(file); });
    return kept.files;
  };

  document.addEventListener("change", (event) => {
    const input = event.target;
    const box = input.type === "file" && input.closest(UPLOADERS);
    if (!box) return;
    const kept = screened(box, input, [...input.files]);
    if (!kept) return;
    if (kept.length) { input.files = kept; return; }
    event.stopImmediatePropagation();
    input.value = "";
  }, true);

  const passed = new WeakSet();
  document.addEventListener("drop", (event) => {
    const box = event.target.closest?.(UPLOADERS);
    const input = box?.querySelector("input[type=file]");
    if (!input || !event.dataTransfer?.files.length) return;
    if (passed.has(event)) return;
    const kept = screened(box, input, [...event.dataTransfer.files]);
    if (!kept) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    // The same drop with the files that can be taken, so that the uploader also knows that the dragging is over.
    const data = new DataTransfer();
    for (const file of kept) data.items.add(file);
    const again = new DragEvent("drop", {bubbles: true, cancelable: true, dataTransfer: data});
    passed.add(again);
    event.target.dispatchEvent(again);
  }, true);

  // Streamlit's own English sentences about files.
  const chinese = (text) => {
    const {types, largest} = limits();
    if (/^(Upload or drag|Drag) and drop/.test(text)) {
      const kinds = /^Upload or/.test(text) ? `（${types.join("、")}，每份不超过 ${largest} MB）` : "";
      return kinds ? `添加材料${kinds}` : "松手交来文件";
    }
    if (/files are not allowed\.$|^File type not allowed/.test(text)) return "读不了这种文件，请换一种";
    if (/^File must be .* or smaller|^File is too large/.test(text)) return `文件太大，每份不超过 ${largest} MB`;
    return "";
  };
  const PLACES = `${UPLOADERS}, [data-testid='stTooltipContent']`;
  window.assistantTranslateUploads = () => {
    keepTold();
    for (const place of document.querySelectorAll(PLACES)) {
      const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const told = chinese(walker.currentNode.nodeValue.trim());
        if (told) walker.currentNode.nodeValue = told;
      }
    }
  };
})();
