"""What a reader sees of a joint application: `Reading`, its lines and its blocks."""

from __future__ import annotations

from jobboard.applications.reading.blocks import Block, Item
from jobboard.applications.reading.document import Reading
from jobboard.applications.reading.lines import HandoverLine, Partner, RecordLine

__all__ = ["Block", "HandoverLine", "Item", "Partner", "Reading", "RecordLine"]
