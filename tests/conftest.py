"""What every test may need and not every machine has: the real documents beside the repository, and system programs."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

# How long an example takes is no fault of it: machines are shared. The same examples each time, so that a change is
# judged by what it changed; HYPOTHESIS_PROFILE=explore looks for others.
settings.register_profile("repeatable", deadline=None, derandomize=True)
settings.register_profile("explore", deadline=None, max_examples=500)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "repeatable"))

# Real documents, too many and too large to be a part of the repository.
SHARED = Path(__file__).resolve().parents[2] / "shared"

# Set where the programs are known to be installed: a skip there would hide that a test no longer runs.
REQUIRE_PROGRAMS = "ECOANALYSIS_REQUIRE_PROGRAMS"


THOROUGH = "--thorough"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(THOROUGH, action="store_true", help="run also what takes long: make test-all")


def pytest_configure(config: pytest.Config) -> None:
    """The user's caches are neither seen nor touched, and each run has its own, which its workers share."""
    os.environ.pop("ECOANALYSIS_CACHE", None)
    if not hasattr(config, "workerinput"):
        caches = tempfile.mkdtemp(prefix="ecoanalysis-tests-")
        os.environ["XDG_CACHE_HOME"] = caches
        config.add_cleanup(lambda: shutil.rmtree(caches, ignore_errors=True))


@pytest.fixture(autouse=True)
def environment_left_as_it_was() -> Iterator[None]:
    """Polars keeps in the environment how it shows frames: what a lesson sets, the next test's JupyterLab inherited."""
    before = dict(os.environ)
    yield
    for name in os.environ.keys() - before.keys():
        del os.environ[name]
    os.environ.update(before)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real documents; a test that takes it is deselected where there is none, as if marked `shared`."""
    return SHARED


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    keep, drop = [], []
    for item in items:
        shared = item.get_closest_marker("shared") or "shared" in getattr(item, "fixturenames", ())
        thorough = item.get_closest_marker("thorough")
        missing = (shared and not SHARED.is_dir()) or (thorough and not config.getoption(THOROUGH))
        (drop if missing else keep).append(item)
    if drop:
        config.hook.pytest_deselected(items=drop)
        items[:] = keep


def pytest_runtest_setup(item: pytest.Item) -> None:
    for marker in item.iter_markers("program"):
        for name in marker.args:
            if shutil.which(name):
                continue
            if os.environ.get(REQUIRE_PROGRAMS) == "1":
                pytest.fail(f"{name} is not installed, and {REQUIRE_PROGRAMS}=1", pytrace=False)
            pytest.skip(f"{name} is not installed")
