"""The archive that runs on any Linux of x86-64 from any folder: it brings all libraries but the C library."""

import pathlib
import re
import subprocess
import tempfile

import about
import layout
import parts


def make(program, target):
    """- Returns: the archive's file."""
    name = f"{about.NAME}-{about.version()}-linux-x86_64"
    with tempfile.TemporaryDirectory() as work:
        prefix = pathlib.Path(work) / name
        layout.fill(prefix, program)
        for soname, path in parts.shared_libraries(program):
            layout.put(path, prefix / "lib" / soname)
        # They win over others of the same name that the machine may have, and move with the program.
        about.output("patchelf", "--force-rpath", "--set-rpath", "$ORIGIN/../lib", prefix / "bin/bilancio")
        for file in (prefix / "bin/bilancio", *sorted((prefix / "lib").iterdir())):
            wants_no_newer_system(file)
        layout.write(prefix / "LEGGIMI.txt", layout.replaced("LEGGIMI.txt", version=about.version()))
        layout.settle(prefix)
        file = target / f"{name}.tar.zst"
        packed = pathlib.Path(work) / "packed.tar"
        about.output(
            "tar", "--create", "--file", packed, "--directory", work, "--format=gnu", "--sort=name", "--owner=0",
            "--group=0", "--numeric-owner", f"--mtime=@{about.epoch()}", name)
        subprocess.run(["zstd", "--quiet", "--force", "-19", "-T1", packed, "-o", file], check=True)
    return file


def wants_no_newer_system(file):
    """Ends the run where a file needs a newer C library than is promised."""
    for number in re.findall(r"GLIBC_2\.(\d+)", about.output("objdump", "--dynamic-syms", file)):
        if (2, int(number)) > about.GLIBC:
            raise SystemExit(f"{file.name} needs glibc 2.{number}, newer than {'.'.join(map(str, about.GLIBC))}")
