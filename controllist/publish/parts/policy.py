"""What a page of the site may load: the content-security policy, in each page and for hosts that send headers."""

from __future__ import annotations

_LOCAL = "file:"
"""Beside 'self': a browser may hold that a page opened from disk has no origin. A page of the web loads no file."""


def page_policy(*, compiles: bool = False) -> str:
    """The policy that stands in a page; `compiles` allows WebAssembly, which the full-text search is made of."""
    return "; ".join([*_rules(compiles), "base-uri 'none'"])


def headers_file() -> bytes:
    """A `_headers` file, as Netlify and Cloudflare Pages read it.

    Both policies hold at once, so the header's allows what any page needs and each page's own narrows it; only a header
    can forbid that others frame a page.
    """
    policy = "; ".join([*_rules(True), "base-uri 'none'", "frame-ancestors 'none'"])
    lines = [
        "/*",
        f"  Content-Security-Policy: {policy}",
        "  X-Content-Type-Options: nosniff",
        "  Referrer-Policy: no-referrer",
    ]
    return "\n".join([*lines, ""]).encode()


def _rules(compiles: bool) -> list[str]:
    return [
        "default-src 'none'",
        f"script-src 'self' {_LOCAL}" + (" 'wasm-unsafe-eval'" if compiles else ""),
        f"style-src 'self' {_LOCAL}",
        f"img-src 'self' data: {_LOCAL}",
        f"font-src 'self' {_LOCAL}",
        "connect-src 'self'",
        f"form-action 'self' {_LOCAL}",
    ]
