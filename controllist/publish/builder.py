from pathlib import Path
from controllist.library import Library
def build_site(library: Library, out: Path, jobs: int) -> Path:
    raise NotImplementedError
