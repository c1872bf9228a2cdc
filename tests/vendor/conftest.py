"""Certificates for the tests of fetching, made once for each process."""

from __future__ import annotations

import os

import pytest
from tls_server import OPENSSL, Certificates, make_certificates


@pytest.fixture(scope="session")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> Certificates:
    """An authority of the tests' own, and a server's certificate."""
    if OPENSSL is None:
        if os.environ.get("CI"):
            pytest.fail("openssl is missing, and CI runs everything")
        pytest.skip("there is no openssl to make certificates with")
    return make_certificates(tmp_path_factory.mktemp("certificates"))
