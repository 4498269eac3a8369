/* In a page or frame: gives the mark `data-look` to the first six texts of each look. Texts look alike when all that a
   contrast depends on is the same for them and for everything that they stand in. */
() => {
    const SIX = 6, numbers = new Map(), known = new Map(), found = new Map();
    const style = (node) => {
        const s = getComputedStyle(node);
        return [s.color, s.backgroundColor, s.backgroundImage, s.opacity, s.filter, s.mixBlendMode, s.textShadow,
            s.webkitTextFillColor, s.fontSize, s.fontWeight, s.position, s.zIndex, s.overflow, s.visibility, s.display];
    };
    const look = (node) => {
        if (!node) return 0;
        if (!known.has(node)) {
            const key = [look(node.parentElement), node.localName, node.matches(":disabled, [aria-disabled=true]"),
                node.ariaHidden, ...style(node)].join("|");
            if (!numbers.has(key)) numbers.set(key, numbers.size + 1);
            known.set(node, numbers.get(key));
        }
        return known.get(node);
    };
    const text = (node) => [...node.childNodes].filter((child) => child.nodeType === Node.TEXT_NODE)
        .map((child) => child.data).join("").trim();
    for (const node of document.body.querySelectorAll("*")) {
        node.removeAttribute("data-look");
        const said = text(node);
        if (!said && !node.matches("input, select, textarea")) continue;
        const seen = node.checkVisibility() && node.getClientRects().length > 0;
        const key = [look(node), seen, said.length > 1].join("|"), n = found.get(key) || 0;
        found.set(key, n + 1);
        if (n < SIX) node.setAttribute("data-look", "");
    }
}
