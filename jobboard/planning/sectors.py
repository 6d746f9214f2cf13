"""The sectors a role or a person may name; people and adverts stand on the same list."""

from __future__ import annotations

SECTORS = {
    "health": "Health and care",
    "central_government": "Civil service",
    "local_government": "Local government",
    "education": "Education",
    "charity": "Charity and community",
    "finance": "Banking and finance",
    "professional": "Law and professional services",
    "technology": "Technology and digital",
    "retail": "Retail and consumer",
    "energy": "Energy and utilities",
    "transport": "Transport and logistics",
    "housing": "Housing and construction",
    "culture": "Culture, media and sport",
    "science": "Science and research",
    "manufacturing": "Manufacturing and engineering",
    "other": "Something else",
}
