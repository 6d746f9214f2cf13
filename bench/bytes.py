"""What a first visit costs: bytes and requests over the wire, and how much the page moves.

Chromium with an empty cache against gunicorn on this machine; bytes are the encoded lengths that
the browser counts, as in pages.md §3. Without Chromium it says so and measures nothing.
"""

from __future__ import annotations

import re
import tempfile
from pathlib import Path
from typing import Any

from bench.report import Report
from tests.journeys.conftest import ARGUMENTS, CHROMIUM, running_site

COLD_BYTES = 75_000
COLD_REQUESTS = 6
SHIFT = 0.02
WATCH = """
window.moved = 0;
new PerformanceObserver(list => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.moved += entry.value;
}).observe({type: "layout-shift", buffered: true});
"""


def visit(browser: Any, url: str, cookies: list[Any] | None = None) -> tuple[int, int, float]:
    """(bytes, requests, layout shift) of one cold visit on a small screen, 4× slowed down."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    if cookies:
        context.add_cookies(cookies)
    context.add_init_script(WATCH)
    page = context.new_page()
    wire = context.new_cdp_session(page)
    wire.send("Network.enable")
    wire.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    sizes: dict[str, int] = {}
    schemes: dict[str, str] = {}
    wire.on(
        "Network.requestWillBeSent", lambda e: schemes.update({e["requestId"]: e["request"]["url"]})
    )
    wire.on(
        "Network.loadingFinished", lambda e: sizes.update({e["requestId"]: e["encodedDataLength"]})
    )
    page.goto(url, wait_until="networkidle")
    page.evaluate("document.fonts.ready")
    moved = float(page.evaluate("window.moved"))
    context.close()
    real = [size for key, size in sizes.items() if not schemes.get(key, "").startswith("data:")]
    return sum(int(size) for size in real), len(real), moved


def signed_in(browser: Any, base: str, address: str) -> list[Any]:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{base}/sign-in")
    page.get_by_label(re.compile("email address", re.I)).fill(address)
    page.get_by_label(re.compile("^password", re.I)).fill("twofold-demo")
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.wait_for_url(lambda url: "sign-in" not in url)
    cookies: list[Any] = context.cookies()
    context.close()
    return cookies


def main() -> None:
    report = Report("bytes")
    if not CHROMIUM:
        print("Chromium is not on this machine, so nothing was measured.")
        return
    from playwright.sync_api import sync_playwright

    with (
        tempfile.TemporaryDirectory(prefix="twofold-bytes-") as folder,
        running_site(Path(folder), demo=True) as site,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        nadia = signed_in(browser, site.base, "nadia@demo.twofold.test")
        role = _first(browser, f"{site.base}/roles", r"/roles/[0-9a-f-]{36}")
        application = _first(
            browser, f"{site.base}/applications", r"/applications/[0-9a-f-]{36}(?=\")", nadia
        )
        for name, path, cookies in (
            ("results", "/roles", None),
            ("role", role, None),
            ("application", application, nadia),
        ):
            size, requests, moved = visit(browser, site.base + path, cookies)
            report.at_most(f"{name}, cold", size / 1000, COLD_BYTES / 1000, "kB")
            report.at_most(f"{name}, cold", requests, COLD_REQUESTS, "requests")
            report.at_most(f"{name}, layout shift", moved, SHIFT)
        browser.close()
    report.finish()


def _first(browser: Any, url: str, pattern: str, cookies: list[Any] | None = None) -> str:
    context = browser.new_context()
    if cookies:
        context.add_cookies(cookies)
    page = context.new_page()
    page.goto(url)
    found = re.search(pattern, page.content())
    context.close()
    assert found, f"{url} shows nothing like {pattern}"
    return found[0]


if __name__ == "__main__":
    main()
