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

  const tell = (box, sentences) => {
    box.parentElement.querySelectorAll(":scope > .refused").forEach((one) => one.remove());
    if (!sentences.length) return;
    const note = document.createElement("div");
    note.className = "refused";
    note.setAttribute("role", "alert");
    note.textContent = sentences.join("\n");
    if (box.matches("[data-testid='stChatInput']")) box.before(note);
    else box.after(note);
  };

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
    if (!box || input.dataset.screened) { if (box) delete input.dataset.screened; return; }
    const kept = screened(box, input, [...input.files]);
    if (!kept) return;
    if (kept.length) { input.files = kept; return; }
    event.stopImmediatePropagation();
    input.value = "";
  }, true);

  document.addEventListener("drop", (event) => {
    const box = event.target.closest?.(UPLOADERS);
    const input = box?.querySelector("input[type=file]");
    if (!input || !event.dataTransfer?.files.length) return;
    const kept = screened(box, input, [...event.dataTransfer.files]);
    if (!kept) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    event.target.dispatchEvent(new DragEvent("dragleave", {bubbles: true}));
    if (!kept.length) return;
    input.files = kept;
    input.dataset.screened = "yes";
    input.dispatchEvent(new Event("change", {bubbles: true}));
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
    for (const place of document.querySelectorAll(PLACES)) {
      const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const told = chinese(walker.currentNode.nodeValue.trim());
        if (told) walker.currentNode.nodeValue = told;
      }
    }
  };
})();
