/* What a payload put into a document, in words: elements, attributes, scripts, and links that run or lead away. */
(root) => {
  const RUNS = /^(on|x-|hx-|data-hx-|@|:)/;
  const LEADS = new Set(["href", "xlink:href", "src", "srcset", "action", "formaction", "data", "poster", "background"]);
  const ADDRESS_THAT_RUNS = /^[\s\u0000-\u0020]*(javascript|data:text|vbscript)/i;
  const ADDRESS_ELSEWHERE = /^[\s\u0000-\u0020]*([\\/]{2}|https?:[\\/]*)pwn\.test/i;
  const found = [];

  const look = (element) => {
    const name = element.localName;
    if (name.includes("pwn")) found.push(`element <${name}>`);
    const isText = name === "style" || (name === "script" && !/json/.test(element.type));
    if (isText && element.textContent.includes("pwn")) found.push(`${name}: ${element.textContent.slice(0, 80)}`);
    for (const { name: attribute, value } of element.attributes) {
      const runs = (RUNS.test(attribute) || attribute === "style" || attribute === "srcdoc") && value.includes("pwn");
      const leads = LEADS.has(attribute) && (ADDRESS_THAT_RUNS.test(value) || ADDRESS_ELSEWHERE.test(value));
      if (attribute.includes("pwn") || runs || leads) found.push(`<${name} ${attribute}="${value.slice(0, 80)}">`);
    }
    if (name === "template") element.content.querySelectorAll("*").forEach(look);
  };

  root.querySelectorAll("*").forEach(look);
  return found;
}
