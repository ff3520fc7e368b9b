"""The one test command: style, types, then every test and every example in the docs.

python -m tests            everything that runs in a few minutes
python -m tests -m slow    what reads the large sets; further words go to pytest
"""

import os
import subprocess
import sys

CHECKS = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("mypy",),
    ("pytest", "-q", "-n", "2", "-m", "not slow"),
)


def main(words: list[str]) -> int:
    """Run every check, even after one failed; the exit code is that of the worst."""
    worst = 0
    for module, *arguments in CHECKS:
        more = words if module == "pytest" else []
        print(f"\n$ {module} {' '.join([*arguments, *more])}", flush=True)
        environment = {**os.environ, "PYTHONHASHSEED": "0"}
        worst = max(
            worst, subprocess.call([sys.executable, "-m", module, *arguments, *more], env=environment)
        )
    return worst


sys.exit(main(sys.argv[1:]))
