"""The sample articles give what they gave; after a wanted change: ``python -m tests.golden --renew``."""

import pytest

from tests.golden.__main__ import HASH, KEPT, WHOLE, outputs


@pytest.mark.parametrize("name", [*WHOLE, HASH])
def test_a_build_of_the_samples_gives_the_kept_bytes(built, name):
    assert outputs(built)[name] == (KEPT / name).read_bytes(), "see the diff of --renew"
