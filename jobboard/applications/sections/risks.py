"""The risk register, answered (domain.md N5): {"answers": {risk: text}}, 150 words each."""

from __future__ import annotations

from collections.abc import Mapping

from jobboard.applications.answers import RISK_WORDS, Risk
from jobboard.applications.sections.frame import Content, Frame, Raw, prose

MAX_WORDS = 150


def default(_frame: Frame, /) -> Content:
    return {"answers": {risk.value: "" for risk in Risk}}


def clean(raw: Raw, _frame: Frame, /) -> Content:
    """Errors stand at `risk-<key>`."""
    found = raw.get("answers")
    given = found if isinstance(found, Mapping) else {}
    return {
        "answers": {
            risk.value: prose(given.get(risk.value), f"risk-{risk}", MAX_WORDS) for risk in Risk
        }
    }


def fit(content: Content, _frame: Frame, /) -> Content:
    answers = content.get("answers", {})
    return {"answers": {risk.value: answers.get(risk.value, "") for risk in Risk}}


def problems(content: Content, _frame: Frame, /) -> list[str]:
    answers = content["answers"]
    return [f"Answer: {RISK_WORDS[risk]}" for risk in Risk if not answers[risk]]


def summary(content: Content, _frame: Frame, /) -> list[tuple[str, str]]:
    answers = content["answers"]
    return [(RISK_WORDS[risk], answers[risk] or "Not answered yet") for risk in Risk]
