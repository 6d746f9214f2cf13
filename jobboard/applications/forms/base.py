"""What every section's form has: the base it was opened on, errors at inputs of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from wtforms.validators import StopValidation

from jobboard.applications.domain import SectionKind
from jobboard.applications.sections import Frame
from jobboard.core.errors import InvalidInputError, UserError
from jobboard.web.forms import Base, Form


class Known:
    """A choice that is on the list; whoever tampered reads what to do."""

    def __init__(self, values: Sequence[str]) -> None:
        self.values = values

    def __call__(self, form: Any, field: Any) -> None:  # noqa: ARG002
        if field.data not in self.values:
            raise StopValidation("Choose one of the answers that are offered.")


class SectionForm(Form):
    """One section. `faults` are errors at inputs that are no WTForms field: (id, sentence)."""

    once = None
    base = Base()
    kind: ClassVar[SectionKind]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.faults: list[tuple[str, str]] = []

    @classmethod
    def showing(cls, content: Mapping[str, Any], number: int) -> SectionForm:
        """For a page: what is stored, or what was typed elsewhere on it."""
        known = {name: content[name] for name in cls.plain_names() if name in content}
        return cls(formdata=None, base=number, **known)

    @classmethod
    def plain_names(cls) -> tuple[str, ...]:
        return ()

    def raw(self, frame: Frame) -> dict[str, Any]:
        """The content as typed, for `service.save_section` and for showing it again."""
        raise NotImplementedError

    @property
    def only_rearranges(self) -> bool:
        """True if a button was pressed that changes the form on the page and saves nothing."""
        return False

    def blame(self, error: UserError) -> None:
        if not isinstance(error, InvalidInputError):
            super().blame(error)
            return
        for name, sentences in error.errors.items():
            if name in self._fields:
                super().blame(InvalidInputError({name: sentences}))
            else:
                self.faults += [(name, sentence) for sentence in sentences]

    @property
    def links(self) -> list[tuple[str, str]]:
        """The faults for the error summary: (href, sentence)."""
        return [(f"#{name}", sentence) for name, sentence in self.faults]

    def faults_at(self, name: str) -> list[str]:
        return [sentence for at, sentence in self.faults if at == name]

    @property
    def errors(self) -> dict[str | None, Any]:
        return {**super().errors, **({"faults": self.faults} if self.faults else {})}
