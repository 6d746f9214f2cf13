from __future__ import annotations

import pytest

from jobboard.organisations.domains import SHARED_HOSTS, SharedHostError, domain_of


def test_a_domain_stands_behind_the_at():
    assert domain_of("people@Northmoor.NHS.uk") == "northmoor.nhs.uk"
    assert domain_of("x@notgmail.com") == "notgmail.com"


@pytest.mark.parametrize("host", sorted(SHARED_HOSTS))
def test_where_anybody_may_have_an_address_shows_nothing(host):
    for address in (f"x@{host}", f"x@mail.{host}", f"x@{host.upper()}"):
        with pytest.raises(SharedHostError):
            domain_of(address)
