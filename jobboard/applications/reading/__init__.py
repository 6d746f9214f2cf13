"""What a reader sees of a joint application: `Reading`, its lines, the rail beside it."""

from __future__ import annotations

from jobboard.applications.reading.document import CONTENTS, Reading
from jobboard.applications.reading.lines import HandoverLine, Partner, RecordLine

__all__ = ["CONTENTS", "HandoverLine", "Partner", "Reading", "RecordLine"]
