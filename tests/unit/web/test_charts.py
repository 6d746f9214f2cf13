"""Plots as SVG: what the policy for content lets through, on one scale, each number as a word."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from jobboard.web.charts import Bar, Spread, bars, spreads

words = st.text(st.characters(exclude_categories=["C"]), max_size=30)


@given(st.lists(st.tuples(words, st.integers(0, 10**6), words), max_size=12), words)
def test_bars_are_whole_xml_without_style_and_end_at_the_longest(rows, finding) -> None:
    svg = str(bars([Bar(*row) for row in rows], finding))
    root = ElementTree.fromstring(svg)
    assert root.attrib["aria-label"] == finding
    assert root.attrib["role"] == "img"
    assert re.search(r"<style|<script|\sstyle=", svg) is None
    widths = [float(each.attrib["width"][:-1]) for each in root if each.get("class") == "f"]
    assert len(widths) == len(rows)
    assert all(0 <= width <= 100 for width in widths)
    if any(value for _, value, _ in rows):
        assert max(widths) == 100
    said = [each.text or "" for each in root if each.tag == "text"]
    assert said == [text for label, _, note in rows for text in (label, note)]


def test_the_middle_stands_in_its_spread() -> None:
    root = ElementTree.fromstring(str(spreads([Spread("New", 2, 3, 8, "3 days")], "x")))
    (box,) = [each for each in root if each.attrib.get("class") == "o"]
    (line,) = root.findall("line")
    assert (box.attrib["x"], box.attrib["width"], line.attrib["x1"]) == ("25.0%", "75.0%", "37.5%")
