from __future__ import annotations

from jobboard.web.forms import Form, Prose


class MessageForm(Form):
    """How many characters it may have is the rule's business, which counts them and says so."""

    text = Prose("Message")
