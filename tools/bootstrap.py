"""Make .venv with the pinned packages, also where Python came without ensurepip (decisions.md 26).

Standard library only; runs on a bare machine. Does nothing when nothing has changed.
Usage: python3 tools/bootstrap.py requirements.txt
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PIP_WHEEL = "pip-25.3-py3-none-any.whl"
PIP_SHA256 = "9655943313a94722b7774661c21049070f6bbb0a1516bf02f7c8d5d9201514cd"
HELP = (
    "Twofold could not prepare Python's packages. Install the system package python3-venv"
    " (on Debian: apt-get install python3-venv), then run make again."
)


def main() -> int:
    if sys.version_info < (3, 11):  # noqa: UP036 - this runs before anything is checked
        print("Twofold needs Python 3.11 or newer. Set PYTHON=python3.11 and run make again.")
        return 1
    wanted = sys.argv[1]
    stamp = VENV / f"stamp-{Path(wanted).stem}"
    mark = fingerprint(wanted)
    if stamp.exists() and stamp.read_text() == mark:
        return 0
    if not python().exists() or not _is_this_version():
        shutil.rmtree(VENV, ignore_errors=True)
        make_venv()
    print(f"Installing what {wanted} names (once; a minute or two) …", flush=True)
    done = subprocess.run([str(python()), "-m", "pip", "install", "-q", "-r", wanted], cwd=ROOT)
    if done.returncode:
        print("The packages could not be installed; the lines above say why.")
        return 1
    stamp.write_text(mark)
    return 0


def python() -> Path:
    return VENV / "bin" / "python"


def fingerprint(wanted: str) -> str:
    """Changes with Python's version and with every requirements file."""
    body = b"".join(path.read_bytes() for path in sorted(ROOT.glob("requirements*.txt")))
    return hashlib.sha256(body + sys.version.encode() + wanted.encode()).hexdigest()


def _is_this_version() -> bool:
    asked = [str(python()), "-c", "import sys; print(*sys.version_info[:2])"]
    answer = subprocess.run(asked, capture_output=True, text=True)
    return answer.stdout.split() == [str(part) for part in sys.version_info[:2]]


def make_venv() -> None:
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    base = [sys.executable, "-m", "venv"]
    if subprocess.run([*base, str(VENV)], **quiet).returncode == 0:  # type: ignore[call-overload]
        return
    shutil.rmtree(VENV, ignore_errors=True)
    if subprocess.run([*base, "--without-pip", str(VENV)]).returncode:
        sys.exit(HELP)
    wheel = _pip()
    run = [str(python()), str(wheel / "pip"), "install", "-q", "--no-index", str(wheel)]
    if subprocess.run(run).returncode:
        sys.exit(HELP)


def _pip() -> Path:
    """The pinned wheel that lies beside this file; refused unless its SHA-256 agrees."""
    wheel = Path(__file__).with_name(PIP_WHEEL)
    if not wheel.exists() or hashlib.sha256(wheel.read_bytes()).hexdigest() != PIP_SHA256:
        sys.exit(f"{wheel.name} does not have the pinned SHA-256 and was not used. {HELP}")
    return wheel


if __name__ == "__main__":
    sys.exit(main())
