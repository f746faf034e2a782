"""The program that the suites of this folder try, from its folder or where BILANCIO_PROGRAM says."""

import os
import pathlib

ROOT = pathlib.Path(__file__).resolve().parents[1]
PROGRAM = pathlib.Path(os.environ.get("BILANCIO_PROGRAM", ROOT / ".build/release/bilancio")).absolute()
