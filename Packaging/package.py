"""Makes the packages of the program that was built, each with the same bytes for the same commit.

    python3 Packaging/package.py --program .build/release/bilancio --output .build/packages
"""

import argparse
import hashlib
import os
import pathlib
import shutil

import about
import archive
import bill
import debian
import parts

EARLIER = ("bilancio_*.deb", "bilancio-*.tar.zst", "bilancio-*.spdx.json", "publiccode.yml", "SHA256SUMS")


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--program", type=pathlib.Path, default=about.ROOT / ".build/release/bilancio")
    arguments.add_argument("--output", type=pathlib.Path, default=about.ROOT / ".build/packages")
    stated = arguments.parse_args()
    os.umask(0o022)
    program, target = stated.program.absolute(), stated.output.absolute()
    target.mkdir(parents=True, exist_ok=True)
    # Of an earlier run, and of an earlier version; whatever else is there stays.
    for pattern in EARLIER:
        for file in target.glob(pattern):
            file.unlink()
    made = [debian.make(program, target), archive.make(program, target)]
    listed = target / f"{about.NAME}-{about.version()}.spdx.json"
    listed.write_text(bill.document(list(parts.all_parts(program))), encoding="utf-8")
    made += [listed, pathlib.Path(shutil.copy(about.ROOT / "publiccode.yml", target))]
    sums = "".join(f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n" for file in made)
    (target / "SHA256SUMS").write_text(sums)
    for file in made:
        print(f"{file.stat().st_size / 1e6:8.1f} MB  {file}")


if __name__ == "__main__":
    main()
