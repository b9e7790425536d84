"""Text that is safe to show: control and bidi characters made visible, plain ASCII where asked."""

from __future__ import annotations

# Characters Python calls unprintable that real writing needs: spaces, and Arabic number signs.
_KEEP = frozenset("\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
                  "\u202f\u205f\u3000\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f")  # fmt: skip
_SPACES = frozenset("\t\n\r\v\f\x85\u2028\u2029")
_MARKS_PER_LETTER = 4

_ASCII = str.maketrans({
    "–": "-", "—": "-", "−": "-", "‐": "-", "‑": "-", "…": "...", "×": "x", "·": ";", "≠": "!=",
    "≥": ">=", "≤": "<=", "≈": "~", "’": "'", "‘": "'", "“": '"', "”": '"', "•": "*", "→": "->",
    "±": "+-", "\u00a0": " ", "√": "sqrt", "Σ": "sum", "²": "^2", "§": "section ",
})  # fmt: skip


def visible(text: str) -> str:
    """One line of `text` that cannot command a terminal: `\\x1b` reads `\\u{1b}`, newlines are spaces.

    Right-to-left letters, wide characters and ordinary accents are untouched; accents stacked
    higher than four on one letter are dropped.
    """
    if text.isascii() and text.isprintable():
        return text
    from unicodedata import combining

    out: list[str] = []
    stacked = 0
    for char in text:
        if combining(char):
            stacked += 1
            if stacked > _MARKS_PER_LETTER:
                continue
        else:
            stacked = 0
        if char in _SPACES:
            out.append(" ")
        elif char.isprintable() and not "\ufe00" <= char <= "\ufe0e" or char in _KEEP:
            out.append(char)
        else:
            out.append(f"\\u{{{ord(char):x}}}")
    return "".join(out)


def to_ascii(text: str) -> str:
    """`text` in ASCII: dashes and quotes by their plain twins, anything else as `\\u{e9}`."""
    if text.isascii():
        return text
    text = text.translate(_ASCII)
    if text.isascii():
        return text
    return "".join(char if char.isascii() else f"\\u{{{ord(char):x}}}" for char in text)
