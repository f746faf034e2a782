"""Servers that run as long as the tests do, and for each test a new place there and a project."""

import pytest

from .places import Folder, Servers
from .project import Project


@pytest.fixture(scope="session")
def servers():
    with Servers() as servers:
        yield servers


@pytest.fixture
def place(request, servers):
    """A new place to publish to: a folder, or of the kinds that the test is marked with (`over`)."""
    return getattr(request, "param", Folder)(servers)


@pytest.fixture
def project(place):
    """The small content with that place as its target."""
    with Project(place) as project:
        yield project
